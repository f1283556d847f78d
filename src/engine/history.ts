// What the journal of a project says, for commands that only look. Opens it for reading, folds it, closes it; nothing is changed.

import { refuse } from '../base/diagnostic.ts'
import { foldJournal } from '../journal/fold.ts'
import { openJournal } from '../journal/journal.ts'
import type { Entry } from '../journal/model.ts'
import type { Event } from '../kernel/event.ts'
import type { State } from '../kernel/model.ts'
import { hasJournal, journalFolder, projectFold } from './journal-place.ts'

export interface History {
  readonly state: State
  /** The last entry that was folded. */
  readonly seq: number
  /** Everything up to there, oldest first. */
  readonly entries: readonly Entry<Event>[]
}

interface Wanted {
  readonly program: string
  /** The last entry to look at. */
  readonly until?: number | undefined
}

/** The whole log with the state after it, folded from the beginning. */
export async function readHistory(root: string, { program, until }: Wanted): Promise<History> {
  refuseWithout(root)
  const journal = await openJournal<Event>(journalFolder(root), { program, isReadOnly: true })
  const kernel = projectFold(journal.project)
  try {
    const entries: Entry<Event>[] = []
    let state = kernel.initial
    for await (const page of journal.read(1, until)) {
      entries.push(...page)
      state = kernel.fold(state, page.filter(isOfTheProject))
    }
    return { state, seq: entries.at(-1)?.seq ?? 0, entries: entries.filter(isOfTheProject) }
  } finally {
    await journal.close()
  }
}

/** The present state alone, from the newest snapshot. */
export async function readState(root: string, { program }: Wanted): Promise<State> {
  refuseWithout(root)
  const journal = await openJournal<Event>(journalFolder(root), { program, isReadOnly: true })
  const kernel = projectFold(journal.project)
  try {
    return (await foldJournal(journal, kernel)).state
  } finally {
    await journal.close()
  }
}

/** The journal's own entries keep the sequence and mean nothing to the kernel. */
const isOfTheProject = ({ event }: Entry): boolean => !event.type.startsWith('journal.')

function refuseWithout(root: string): void {
  if (!hasJournal(root))
    refuse('journal/missing', 'nothing has run in this project yet', {
      fix: 'fixpoint run UNIT.md starts a run',
    })
}
