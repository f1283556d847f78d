// Puts a journal in the place of another: built beside it and verified first, then swapped in by renaming. The one that was there is set
// aside, byte for byte.

import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DiagnosticError, refuse } from '../base/diagnostic.ts'
import { buildFolder } from './backup.ts'
import { openJournal } from './journal.ts'
import { MANIFEST, type Manifest, readManifest } from './manifest.ts'
import { openTranscripts } from './transcripts.ts'

export interface Restored {
  readonly manifest: Manifest
  /** Where the journal lies that was there before. */
  readonly aside: string | undefined
}

/** By these names a journal remembers that it came from a backup, and that this one held no transcripts. */
export const RESTORED = 'restored'
export const LEAN = 'restored lean'

interface RestoreOptions {
  readonly at: string
  /** Whose journal is replaced; undefined where none is there that says it. */
  readonly project: string | undefined
  readonly program: string
  /** What is to be done to the copy, verified, before it takes the place of the other. */
  readonly prepare: (folder: string) => Promise<void>
}

/** A copy of the backup is what is verified, and what is put in place. */
export async function restoreJournal(
  backup: string,
  folder: string,
  { at, project, program, prepare }: RestoreOptions,
): Promise<Restored> {
  const manifest = readManifest(backup)
  if (project !== undefined && manifest.project !== project)
    refuseForeign(manifest.project, project, { backup, folder })
  const fresh = `${folder}.restored`
  rmSync(fresh, { recursive: true, force: true })
  buildFolder(fresh, partial => {
    cpSync(backup, partial.folder, { recursive: true })
    readManifest(partial.folder)
    rmSync(join(partial.folder, MANIFEST))
  })
  try {
    await verify(fresh, { project: manifest.project, program })
    await rememberBackup(fresh, at, manifest)
    await prepare(fresh)
  } catch (cause) {
    rmSync(fresh, { recursive: true, force: true })
    throw cause
  }
  return { manifest, aside: swapIn(fresh, folder, 'replaced') }
}

async function rememberBackup(folder: string, at: string, manifest: Manifest): Promise<void> {
  const store = openTranscripts(folder)
  const backup = `the journal was restored from a backup of ${manifest.at.slice(0, 10)}`
  try {
    await store.recordAbsence(RESTORED, { at, why: `${backup}, and no backup holds trees` })
    if (!manifest.transcripts)
      await store.recordAbsence(LEAN, { at, why: `${backup} that holds no transcripts` })
  } finally {
    await store.close()
  }
}

function refuseForeign(
  theirs: string,
  ours: string,
  { backup, folder }: { readonly backup: string; readonly folder: string },
): never {
  return refuse('journal/project', `the journal belongs to ${theirs}, not to ${ours}`, {
    at: { file: backup },
    fix: `name a backup of this project; to begin with that one here all the same, move ${folder} away first`,
  })
}

async function verify(
  folder: string,
  { project, program }: { readonly project: string; readonly program: string },
): Promise<void> {
  const journal = await openJournal(folder, { project, program, isReadOnly: true })
  try {
    const { problems } = await journal.verify()
    if (problems.length > 0) throw new DiagnosticError(problems)
  } finally {
    await journal.close()
  }
}

/** Answers where the journal lies now that was there before. */
export function swapIn(fresh: string, folder: string, why: string): string | undefined {
  const aside = existsSync(folder) ? freeName(`${folder}.${why}`) : undefined
  if (aside !== undefined) renameSync(folder, aside)
  mkdirSync(join(folder, '..'), { recursive: true })
  renameSync(fresh, folder)
  return aside
}

function freeName(path: string): string {
  for (let number = 1; ; number++) if (!existsSync(`${path}-${number}`)) return `${path}-${number}`
}
