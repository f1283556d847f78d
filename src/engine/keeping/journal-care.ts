// Care for the journal of a project as a whole: a backup, its restoring, and the recovery of what can be read of a damaged one. A journal that
// a living process drives is never replaced.

import { existsSync } from 'node:fs'
import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { openJournal } from '../../journal/journal.ts'
import { readManifest } from '../../journal/manifest.ts'
import { type Recovered, recoverJournal } from '../../journal/recover.ts'
import { type Restored, restoreJournal, swapIn } from '../../journal/restore.ts'
import type { Event } from '../../kernel/event.ts'
import type { Environment } from '../../workspace/git.ts'
import { LOG_REF } from '../../workspace/mirror-log.ts'
import { originalOf, readDriverWord } from '../driver-word.ts'
import { holderText, lifeOfHolder } from '../holder.ts'
import { firstProjectName, hasJournal, journalFolder, makeLocalFolder } from '../journal-place.ts'
import { Ledger, type LedgerOptions } from '../ledger.ts'
import { readMirror } from '../mirror.ts'
import { giveUpOf, giveUpTheDead } from '../recovery.ts'

interface Place {
  readonly root: string
  readonly program: string
}

export interface BackupRequest extends Place {
  readonly target: string
  readonly withTranscripts: boolean
  readonly at: string
}

export async function backUp({ root, program, target, withTranscripts, at }: BackupRequest) {
  if (!hasJournal(root)) refuseNothing()
  const journal = await openJournal(journalFolder(root), { program, isReadOnly: true })
  try {
    await journal.backup(target, { program, at, withTranscripts })
    return readManifest(target)
  } finally {
    await journal.close()
  }
}

const refuseNothing = () =>
  refuse('journal/missing', 'nothing has run in this project yet: there is nothing to back up')

export interface RestoreRequest extends Place {
  readonly replaces: boolean
  readonly at: string
  /** Unique to this process. */
  readonly writer: string
}

export interface RestoredHere extends Restored {
  /** Who drove the original when the backup was made. */
  readonly parted: string | undefined
}

export async function restore(
  backup: string,
  { root, program, replaces, at, writer }: RestoreRequest,
): Promise<RestoredHere> {
  const folder = journalFolder(root)
  refuseDriven(root)
  if (existsSync(folder) && !replaces)
    refuse('restore/living', 'this project has a journal, which restoring would replace', {
      at: { file: folder },
      fix: 'add --force: the one that is here is set aside, not deleted',
    })
  makeLocalFolder(root)
  let parted: string | undefined
  const restored = await restoreJournal(backup, folder, {
    at,
    project: await projectHere(root, program),
    program,
    prepare: async copy => {
      parted = await partFrom(copy, { program, writer, now: () => at })
    },
  })
  return { ...restored, parted }
}

/** Whoever drove or held anything when the backup was made does so elsewhere, or is dead: nobody writes to a journal that is put in place. */
async function partFrom(
  folder: string,
  { program, ...options }: Pick<LedgerOptions, 'writer' | 'now'> & { readonly program: string },
): Promise<string | undefined> {
  const journal = await openJournal<Event>(folder, { program })
  try {
    const ledger = await Ledger.open({ journal, ...options })
    await giveUpTheDead(ledger)
    await giveUpOf(ledger, () => true, 'works elsewhere')
    const { driver } = ledger.state
    if (driver !== null) await ledger.send({ type: 'leave', fence: driver.fence })
    return driver === null ? undefined : holderText(driver.name)
  } finally {
    await journal.close()
  }
}

/** Undefined where there is no journal, or one that is damaged: a backup is the way back, whatever it is called. */
async function projectHere(root: string, program: string): Promise<string | undefined> {
  if (!existsSync(journalFolder(root))) return undefined
  try {
    const journal = await openJournal(journalFolder(root), { program, isReadOnly: true })
    await journal.close()
    return journal.project
  } catch (cause) {
    if (cause instanceof DiagnosticError) return undefined
    throw cause
  }
}

export interface Recovery extends Recovered {
  /** Where the damaged journal lies now; undefined where nothing was damaged. */
  readonly aside: string | undefined
}

/** Where the journal is whole nothing is done. */
export async function recover({
  root,
  program,
  environment,
}: Place & { readonly environment: Environment }): Promise<Recovery> {
  const folder = journalFolder(root)
  if (!existsSync(folder)) await refuseAbsent(root, environment)
  refuseDriven(root)
  const whole = await wholeJournal(root, program)
  if (whole) return { ...whole, problems: [], aside: undefined }
  const fresh = `${folder}.recovered`
  const recovered = recoverJournal(folder, fresh, { program, project: firstProjectName(root) })
  return { ...recovered, aside: swapIn(fresh, folder, 'damaged') }
}

/** A journal that was removed left no damage to read around; what landed stands in the repository all the same. */
async function refuseAbsent(root: string, environment: Environment): Promise<never> {
  const landed = (await readMirror(root, environment))?.landings.length ?? 0
  if (landed === 0)
    return refuse('journal/missing', 'there is no journal here, so there is nothing to recover', {
      fix: 'a run begins one: fixpoint run UNIT.md; fixpoint restore DIR puts a backup back',
    })
  const units = landed === 1 ? 'one unit' : `${landed} units`
  return refuse(
    'journal/missing',
    `the journal of this project is gone with all of its folder, so nothing of it can be recovered; ${LOG_REF} still says that ${units} landed`,
    {
      at: { file: journalFolder(root) },
      fix: 'fixpoint restore DIR puts a backup back; without one the next fixpoint run begins a new journal, and fixpoint runs tells what landed',
    },
  )
}

/** Undefined where something is wrong with the journal itself; what is not its fault is refused. */
async function wholeJournal(
  root: string,
  program: string,
): Promise<Pick<Recovered, 'project' | 'seq'> | undefined> {
  try {
    const journal = await openJournal(journalFolder(root), { program, isReadOnly: true })
    try {
      const { problems, intactSeq } = await journal.verify()
      return problems.length === 0 ? { project: journal.project, seq: intactSeq } : undefined
    } finally {
      await journal.close()
    }
  } catch (cause) {
    const codes = cause instanceof DiagnosticError ? cause.diagnostics.map(each => each.code) : []
    if (codes.length === 0 || codes.some(each => notDamaged.has(each))) throw cause
    return undefined
  }
}

const notDamaged: ReadonlySet<string> = new Set([
  'journal/newer',
  'journal/foreign',
  'journal/older',
  'journal/busy',
])

/** The journal may be unreadable, so the driver is known by its own file. */
function refuseDriven(root: string): void {
  const word = readDriverWord(root)
  if (!word || originalOf(root, word) !== undefined) return
  const { holder } = word
  if (lifeOfHolder(holder) === 'alive')
    refuse('journal/driven', `${holder} drives this project, and writes to its journal`, {
      fix: 'interrupt it first: everything can be resumed',
    })
}
