// Opens the files of a journal and refuses what is not whole: another project's, a newer program's, one that lost its end.

import { mkdirSync } from 'node:fs'
import { type Diagnostic, DiagnosticError, error, refuse } from '../base/diagnostic.ts'
import { readHead, type Writer } from './append.ts'
import { openArtifacts } from './artifacts.ts'
import { Database } from './database.ts'
import { readHeadFile } from './head-file.ts'
import { layoutOf } from './layout.ts'
import { migrate, requireCurrent, type Shape } from './migrate.ts'
import { decisionMigrations, decisionsId } from './migrations.ts'
import type { Head } from './model.ts'
import { hasDatabase, refuseLost, wayBack } from './way-back.ts'

export interface JournalOptions {
  /** Whose journal it is. Makes one that is not there; one that exists must be this project's. */
  readonly project?: string
  /** Makes one that is not there under this name; one that exists keeps its own. */
  readonly projectIfNew?: string
  /** The program and its version, kept so that a refusal can name it. */
  readonly program: string
  /** Only what exists, and nothing is written. */
  readonly isReadOnly?: boolean
  readonly busyMs?: number
}

export const decisionsShape: Shape = { id: decisionsId, migrations: decisionMigrations }

export function openWriter(folder: string, options: JournalOptions): Writer {
  const layout = layoutOf(folder)
  const seen = readHeadFile(layout.head)
  if (!hasDatabase(layout)) refuseMissing(folder, options)
  const { isReadOnly, busyMs } = options
  const database = new Database(layout.decisions, { durability: 'FULL', isReadOnly, busyMs })
  try {
    if (isReadOnly) requireCurrent(database, decisionsShape)
    else migrate(database, decisionsShape)
    const project = claimIdentity(database, options)
    const writer = { database, artifacts: openArtifacts(layout.artifacts, isReadOnly), project }
    requireWhole(writer, seen, layout.head)
    return writer
  } catch (failure) {
    database.close()
    throw failure
  }
}

function refuseMissing(folder: string, options: JournalOptions): void {
  refuseLost(layoutOf(folder))
  if (options.isReadOnly || nameOfNew(options) === undefined)
    refuse('journal/missing', 'there is no journal yet', {
      at: { file: folder },
      fix: 'it is made by the first run in this project',
    })
  mkdirSync(folder, { recursive: true })
}

const nameOfNew = ({ project, projectIfNew }: JournalOptions) => project ?? projectIfNew

/** The project of the journal, written down by whoever came first. */
function claimIdentity(database: Database, options: JournalOptions): string {
  const { project, program, isReadOnly } = options
  const name = nameOfNew(options)
  if (!isReadOnly && name !== undefined)
    database.transaction(() => {
      if (!database.first('readMeta')) database.run('writeMeta', name, program)
    })
  const found = database.first<{ project: string }>('readMeta')
  if (!found)
    return refuse('journal/missing', 'the journal belongs to no project yet', {
      at: { file: database.file },
      fix: 'it is made by the first run in this project',
    })
  if (project !== undefined && found.project !== project)
    refuse('journal/project', `the journal belongs to ${found.project}, not to ${project}`, {
      at: { file: database.file },
      fix: 'name the journal of this project',
    })
  return found.project
}

/** The head file never runs ahead, so a journal that ends before it, or differs at it, has lost something. */
function requireWhole(writer: Writer, seen: Head | 'damaged' | undefined, file: string): void {
  const problem = seen && wholeProblem(writer, seen, file)
  if (problem) throw new DiagnosticError([problem])
}

function wholeProblem(
  writer: Writer,
  seen: Head | 'damaged',
  file: string,
): Diagnostic | undefined {
  const fix = wayBack
  if (seen === 'damaged')
    return error('journal/head', 'the record of the last entry is damaged', { at: { file }, fix })
  const at = { file: writer.database.file }
  const head = readHead(writer)
  if (head.seq < seen.seq) {
    const message = `the journal ends at entry ${head.seq}, and entry ${seen.seq} was already written`
    return error('journal/truncated', message, { at, fix })
  }
  const found = writer.database.first<{ hash: string }>('hashAt', seen.seq)
  return found?.hash === seen.hash
    ? undefined
    : error('journal/rewritten', `entry ${seen.seq} is not the one that was written`, { at, fix })
}
