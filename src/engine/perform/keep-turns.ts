// Keeps the tree of a workspace each time its agent says that a turn is over, while it goes on: up to a bound, and only where something
// changed. A turn that cannot be kept is told in the transcript and stops nobody.

import { DiagnosticError } from '../../base/diagnostic.ts'
import type { Order } from '../../contract/order.ts'
import { keepAttempt } from '../../workspace/attempt-ref.ts'
import { takeChangeSet } from '../../workspace/change-set.ts'
import type { Workspace } from '../../workspace/pool.ts'
import { type House, personOf, secondsOf } from '../house.ts'
import { claimedFromTop } from '../project-folder.ts'
import { turnId } from '../turns.ts'
import type { TranscriptWriter } from './transcript.ts'

/** Of one attempt. */
const MOST_TURNS = 50

export function turnKeeper(
  house: House,
  workspace: Workspace,
  order: Order,
  transcript: TranscriptWriter,
): (words: string) => Promise<void> {
  const claimed = claimedFromTop(house, order)
  let count = 0
  let last = workspace.baseTree
  const keep = async (): Promise<string> => {
    const taken = await takeChangeSet(house.repository, workspace, { claimed })
    if (taken.tree === last) return 'changed nothing'
    last = taken.tree
    const [author, atSeconds] = [personOf(house.manners), secondsOf(house.now())]
    const attempt = turnId(workspace.attempt, count)
    await keepAttempt(house.repository, taken, { attempt, author, atSeconds })
    return 'kept'
  }
  return async words => {
    if (++count > MOST_TURNS + 1) return
    const outcome = count > MOST_TURNS ? `no more than ${MOST_TURNS} are kept` : await tried(keep)
    await transcript.write('turn', `${count} ${words === '' ? '' : `${words} `}(${outcome})\n`)
  }
}

/** A file may go away while it is being read: the agent is at work. */
async function tried(keep: () => Promise<string>): Promise<string> {
  try {
    return await keep()
  } catch (cause) {
    if (cause instanceof DiagnosticError) return `not kept: ${cause.diagnostics[0]!.message}`
    throw cause
  }
}
