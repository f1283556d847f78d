// Where what a run landed and what its target got meanwhile do not go together: they conflict, or fail together, or a revert on the line holds
// up what is behind it. Only a person brings the two together; nothing that is said here makes the target red.

import { shellWord } from '../../base/shell-word.ts'
import { isConflict } from '../../engine/perform/conflict.ts'
import type { Delivery, Run, State } from '../../kernel/model.ts'
import { isBad } from '../../kernel/unit.ts'
import { unitsOf } from './find.ts'
import { undeliveredReverts } from './held-reverts.ts'
import type { LinesNow } from './lines-now.ts'
import { callName } from './needs-person.ts'
import { lineName, named } from './take-commands.ts'

/** What the target got did not go together with what landed: only a person brings the two together. */
export function isAtOdds(state: State, run: Run, last: Delivery | undefined): boolean {
  const brought = unitsOf(state, run).filter(each => each.spec.brings !== undefined)
  return last?.status === 'conflicted' && brought.length > 0 && isBad(brought.at(-1)!)
}

/** The two go together and fail together: merged by hand, the target would be red. */
export function redTogether(state: State, run: Run, last: Delivery | undefined) {
  const sync = unitsOf(state, run).findLast(each => each.spec.brings !== undefined)
  const failure = sync?.failures.at(-1)
  if (!sync || !failure || !isAtOdds(state, run, last) || isConflict(failure)) return undefined
  return {
    why: `${lineName(run)} and ${run.policy.target} fail together: ${failure.summary.split('\n', 1)[0]}`,
    command: `fixpoint show ${shellWord(callName(state, sync))}`,
    otherwise: `Mend it on ${run.policy.target}, then: fixpoint retry ${shellWord(callName(state, sync))} && fixpoint run; or take it back: fixpoint revert run:${run.id}`,
  }
}

/** The newest revert that the target has built against: taking that back frees the line, also for what waits behind it. */
export async function heldByReverts(now: LinesNow, state: State, run: Run, target: string) {
  const reverts = await undeliveredReverts(now, state, run, target)
  const held = reverts.findLast(each => each.builtOn.length > 0)
  if (held === undefined) return undefined
  const behind = reverts.filter(each => each !== held).map(each => each.reverted.id)
  const what = `${held.reverted.id} is taken back on ${lineName(run)}, not on ${target}, where this was built on it: ${named(held.builtOn)}`
  return {
    why: behind.length === 0 ? what : `${what}; behind it wait the reverts of ${named(behind)}`,
    command: `fixpoint revert ${shellWord(callName(state, held.revert))}`,
  }
}
