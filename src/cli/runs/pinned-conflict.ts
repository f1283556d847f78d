// A branch that was landed as it was and does not go together with what stands there: tried again, it fails the same way. What helps is said here.

import { shellWord } from '../../base/shell-word.ts'
import type { Order } from '../../contract/order.ts'
import { isConflict } from '../../engine/perform/conflict.ts'
import type { Artifacts } from '../../journal/artifacts.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'

export function isPinnedConflict({ spec, status, failures }: Unit): boolean {
  const last = failures.at(-1)
  const isPinned = spec.kind === 'branch' && spec.brings === undefined
  return isPinned && status === 'failed' && last !== undefined && isConflict(last)
}

/** Undefined where another attempt may help. */
export function landAgain(state: State, unit: Unit, artifacts: Artifacts): string | undefined {
  const { brief } = unit.spec
  if (!isPinnedConflict(unit) || brief === undefined || !artifacts.has(brief)) return undefined
  const { source } = JSON.parse(artifacts.read(brief).toString('utf8')) as Order
  if (source === undefined) return undefined
  const { target, deliver } = findRow(state.runs, unit.run)!.policy
  if (target === undefined) return undefined
  const isThere = deliver === 'ff'
  const first = isThere ? '' : `once fixpoint/${unit.run} is on ${target}, `
  const into = isThere ? ` --into ${shellWord(target)}` : ''
  const { branch } = source
  return `${first}bring ${branch} up to date with ${target} (merge or rebase), then: fixpoint land ${shellWord(branch)}${into}`
}
