// What git computed and what does not go together with what stands on the line: a branch landed as it was, a landing taken back, what the target
// got meanwhile. Tried again on the same line it fails the same way, so no command that tries it again is named; what helps is said here.

import { askGit } from '../../base/git.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { Order } from '../../contract/order.ts'
import { isConflict } from '../../engine/perform/conflict.ts'
import type { Artifacts } from '../../journal/artifacts.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { isComputed } from '../../kernel/unit.ts'
import { callName } from './needs-person.ts'

/**
 * What was brought may go together with another tip of its line, which git is asked. A branch stands where it was named, and whether a landing
 * can be taken back by now is asked by reverting it once more, which tells what is in the way.
 */
export function isPinnedConflict(root: string, state: State, unit: Unit): boolean {
  const { spec, status, failures, base, run } = unit
  const last = failures.at(-1)
  if (!isComputed(unit) || status !== 'failed' || last === undefined || !isConflict(last))
    return false
  const { tip } = findRow(state.runs, run)!
  return spec.brings === undefined || base === tip || !mergesNow(root, tip, spec.brings)
}

/** The tree that git makes for the answer lies among its loose objects until it tidies up. */
const mergesNow = (root: string, line: string, brought: string): boolean =>
  askGit(root, 'merge-tree', '--write-tree', line, brought)?.isOk === true

/** Undefined where another attempt may help. */
export function wayInstead(
  root: string,
  state: State,
  unit: Unit,
  artifacts: Artifacts,
): string | undefined {
  if (!isPinnedConflict(root, state, unit)) return undefined
  if (unit.spec.brings !== undefined) return mergeByHand(state, unit)
  if (unit.spec.reverts !== undefined) return revertLater(state, unit)
  return landAgain(state, unit, artifacts)
}

function mergeByHand(state: State, { run }: Unit): string | undefined {
  const { target } = findRow(state.runs, run)!.policy
  return target && `bring the two together by hand, on ${target}: git merge fixpoint/${run}`
}

function revertLater(state: State, { run, spec: { reverts, follows } }: Unit): string {
  const landed = findRow(state.units, follows ?? '')
  const { target } = findRow(state.runs, run)!.policy
  const name = landed === undefined ? (follows ?? '') : callName(state, landed)
  const first = `take back first what was built on it, then: fixpoint revert ${shellWord(name)}`
  if (target === undefined) return first
  return `${first}; or by hand, on ${target} once it has it: git revert ${reverts!.slice(0, 10)}`
}

function landAgain(state: State, unit: Unit, artifacts: Artifacts): string | undefined {
  const { brief } = unit.spec
  if (brief === undefined || !artifacts.has(brief)) return undefined
  const { source } = JSON.parse(artifacts.read(brief).toString('utf8')) as Order
  if (source === undefined) return undefined
  const { policy, landed } = findRow(state.runs, unit.run)!
  const { target, deliver } = policy
  if (target === undefined) return undefined
  const isDelivered = deliver === 'ff'
  const waits = !isDelivered && landed > 0
  const first = waits ? `once fixpoint/${unit.run} is on ${target}, ` : ''
  const into = isDelivered ? ` --into ${shellWord(target)}` : ''
  const { branch } = source
  return `${first}bring ${branch} up to date with ${target} (merge or rebase), then: fixpoint land ${shellWord(branch)}${into}`
}
