// Saves what can be read of a damaged journal into a new one, on request only. The damaged one stays as it is, byte for byte.
// Effects and snapshots are projections and are left out: whoever opens the new journal derives them again.

import assert from 'node:assert/strict'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { type Diagnostic, DiagnosticError, error, refuse } from '../base/diagnostic.ts'
import { readHead, type Writer } from './append.ts'
import { openArtifacts } from './artifacts.ts'
import { buildFolder, copyTranscripts, fenceLeap } from './backup.ts'
import { Database } from './database.ts'
import { type EntryRow, pages, type Source, startOf } from './entries.ts'
import { recordErasure } from './erase.ts'
import { readHeadFile, render } from './head-file.ts'
import { type Layout, layoutOf } from './layout.ts'
import { refuseNewer } from './migrate.ts'
import { decisionsShape, openWriter } from './opening.ts'
import { hasDatabase, onlyBackup, refuseLost } from './way-back.ts'

export interface RecoverOptions {
  readonly program: string
  /** Told only where the damage hides whose journal it is; otherwise the journal says it itself. */
  readonly project?: string
}

export interface Recovered {
  readonly project: string
  /** The last entry of the new journal. */
  readonly seq: number
  /** What was lost, and why. */
  readonly problems: readonly Diagnostic[]
}

/** The damaged journal, and copies of its databases, because SQLite replays a log into the database that it belongs to. */
interface Damaged {
  readonly original: Layout
  readonly copy: Layout
}

export function recoverJournal(folder: string, target: string, options: RecoverOptions): Recovered {
  const original = layoutOf(folder)
  refuseLost(original)
  if (!hasDatabase(original))
    refuse('journal/missing', 'there is no database to recover from', {
      at: { file: original.decisions },
      fix: onlyBackup(folder),
    })
  return buildFolder(target, partial => {
    const damaged = { original, copy: copyDatabases(original, join(partial.folder, 'copy')) }
    try {
      return recoverInto(partial, damaged, options)
    } catch (cause) {
      throw hopeless(damaged, cause)
    } finally {
      rmSync(damaged.copy.folder, { recursive: true })
    }
  })
}

function copyDatabases(original: Layout, folder: string): Layout {
  const copy = layoutOf(folder)
  mkdirSync(folder)
  for (const name of ['decisions', 'transcripts'] as const)
    for (const suffix of ['', '-wal'])
      if (existsSync(original[name] + suffix))
        copyFileSync(original[name] + suffix, copy[name] + suffix)
  return copy
}

function recoverInto(partial: Layout, damaged: Damaged, options: RecoverOptions): Recovered {
  const database = new Database(damaged.copy.decisions, { durability: 'NORMAL' })
  try {
    refuseNewer(database, decisionsShape)
    const project = projectOf(database, options)
    const source = { database, artifacts: openArtifacts(damaged.original.artifacts, true), project }
    return salvage(partial, source, damaged, options.program)
  } finally {
    database.close()
  }
}

function projectOf(database: Database, options: RecoverOptions): string {
  const found = tryTo(() => database.first<{ project: string }>('readMeta')?.project)
  const project = typeof found === 'string' ? found : options.project
  if (project !== undefined) return project
  return refuse('journal/project', 'the damage hides whose journal this is', {
    at: { file: database.file },
    fix: 'name the project',
  })
}

function salvage(partial: Layout, source: Source, damaged: Damaged, program: string): Recovered {
  const { project } = source
  const writer = openWriter(partial.folder, { project, program })
  try {
    const problems = [...copyArtifacts(source, writer), ...copyEntries(source, writer)]
    const last = readHead(writer).seq
    problems.push(...lostEnd(damaged.original, last))
    if (last === 0) throw new DiagnosticError(problems)
    problems.push(...saveTranscripts(damaged.copy, partial))
    completeErasures(writer, last)
    leapFences(source, writer)
    const head = readHead(writer)
    writeFileAtomic(partial.head, render(head))
    return { project, seq: head.seq, problems: problems.map(each => inOriginal(damaged, each)) }
  } finally {
    writer.database.close()
  }
}

/** Nothing can be read: recovering is no way out, so it is not advised again. */
function hopeless(damaged: Damaged, cause: unknown): unknown {
  if (!(cause instanceof DiagnosticError)) return cause
  const fix = onlyBackup(damaged.original.folder)
  const said = cause.diagnostics.map(each => {
    const { code, message, ...rest } = inOriginal(damaged, each)
    return code.startsWith('journal/') && !refused.has(code)
      ? { ...rest, code, message: `nothing can be recovered: ${message}`, fix }
      : { ...rest, code, message }
  })
  return new DiagnosticError(said, { cause })
}

/** These say what is to be done; no damage stands in the way. */
const refused: ReadonlySet<string> = new Set(['journal/newer', 'journal/project'])

/** The copies are gone when somebody reads this. */
function inOriginal({ copy, original }: Damaged, problem: Diagnostic): Diagnostic {
  if (!problem.at?.file.startsWith(copy.folder)) return problem
  const file = original.folder + problem.at.file.slice(copy.folder.length)
  return { ...problem, at: { ...problem.at, file } }
}

function copyArtifacts(source: Source, writer: Writer): Diagnostic[] {
  return source.artifacts
    .list()
    .flatMap(hash => problemsOf(() => writer.artifacts.put(source.artifacts.read(hash))))
}

/** Row by row as they are, so that every hash stays. */
function copyEntries(source: Source, writer: Writer): readonly Diagnostic[] {
  return writer.database.transaction(() => {
    const problems: Diagnostic[] = []
    for (const page of pages(source, startOf(source), Number.MAX_SAFE_INTEGER)) {
      for (const { seq } of page.entries) copyEntry(source, writer, seq)
      if (page.damage) problems.push(page.damage)
    }
    return problems
  })
}

function copyEntry(source: Source, writer: Writer, seq: number): void {
  const row = source.database.first<EntryRow>('entryAt', seq)!
  const { type, at, batch, part, payload, payload_hash, hash, erased_by } = row
  const values = [seq, type, at, batch, part, payload, payload_hash, hash, erased_by]
  assert(writer.database.run('insertEntry', ...values) === 1, 'verified entries repeat no batch')
}

function lostEnd(from: Layout, seq: number): readonly Diagnostic[] {
  const seen = readHeadFile(from.head)
  if (seen === undefined || seen === 'damaged' || seen.seq <= seq) return []
  const message = `entries ${seq + 1} to ${seen.seq} were written and are lost`
  return [error('journal/truncated', message, { at: { file: from.decisions } })]
}

function saveTranscripts(from: Layout, partial: Layout): readonly Diagnostic[] {
  const problems = problemsOf(() => copyTranscripts(from, partial))
  if (problems.length > 0) rmSync(partial.transcripts, { force: true })
  return problems
}

/** Erasures whose record lies in the lost part are recorded again. */
function completeErasures(writer: Writer, last: number): void {
  const { database } = writer
  const erased = database.all<EntryRow>('erasedAfter', last)
  database.transaction(() => {
    for (const { seq, at, payload } of erased) {
      const reason = 'the record of this erasure was in the damaged part'
      recordErasure(writer, { seq, author: 'recover', reason, at }, payload ?? '')
    }
  })
}

/** Beyond every fencing token that was ever given out; time stands in where the counter is lost. */
function leapFences(source: Source, writer: Writer): void {
  const found = tryTo(() => source.database.first<{ fence: number }>('readMeta')?.fence)
  writer.database.run('leapFence', typeof found === 'number' ? found : Date.now(), fenceLeap)
}

function tryTo<T>(work: () => T): T | DiagnosticError {
  try {
    return work()
  } catch (failure) {
    if (failure instanceof DiagnosticError) return failure
    throw failure
  }
}

function problemsOf(work: () => unknown): readonly Diagnostic[] {
  const result = tryTo(work)
  return result instanceof DiagnosticError ? result.diagnostics : []
}
