// Sends an act of a person to the project: written to the journal, where whoever drives the project sees it at once.

import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { partFromOriginal } from '../../engine/driver-word.ts'
import { openProjectJournal } from '../../engine/engine.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import { Ledger, type Request } from '../../engine/ledger.ts'
import type { Event } from '../../kernel/event.ts'
import type { State } from '../../kernel/model.ts'
import { findRoot } from '../project-place.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'
import { isDriven } from './driving.ts'

export interface Act {
  readonly events: readonly Event[]
  readonly state: State
  /** Whether a process performs what follows from it. */
  readonly isDriven: boolean
}

/** `verb` is what cannot be done where nothing has run; `look` may refuse what is asked. */
export async function act(
  world: World,
  requestOf: (state: State) => Request,
  verb?: string,
  look: (state: State, request: Request) => Promise<void> = async () => undefined,
): Promise<Act> {
  return withLedger(world, perform, verb)

  async function perform(ledger: Ledger): Promise<Act> {
    const request = requestOf(ledger.state)
    await look(ledger.state, request)
    const sent = await ledger.send(request)
    if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
    const { state } = ledger
    return { events: sent.kind === 'done' ? sent.events : [], state, isDriven: isDriven(state) }
  }
}

export async function withLedger<T>(
  world: World,
  use: (ledger: Ledger, root: string) => Promise<T>,
  verb?: string,
): Promise<T> {
  const root = findRoot(world.cwd)
  const so = verb === undefined ? '' : `, so there is nothing to ${verb}`
  if (!hasJournal(root))
    refuse('journal/missing', `nothing has run in this project yet${so}`, {
      fix: 'fixpoint run UNIT.md starts a run',
    })
  const journal = await openProjectJournal(root, programName)
  try {
    const { now } = world
    const ledger = await Ledger.open({ journal, writer: world.newId(), now })
    await partFromOriginal(root, ledger)
    return await use(ledger, root)
  } finally {
    await journal.close()
  }
}
