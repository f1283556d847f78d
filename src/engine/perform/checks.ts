// Runs the checks of an order on a commit, in a clean workspace of their own, as a delta to another commit. Each result is computed once
// for a tree, whoever asks.

import { refuse } from '../../base/diagnostic.ts'
import type { CheckRequest } from '../../checks/checks.ts'
import type { Veto } from '../../checks/judges/model.ts'
import { judgeCheck, mayBeOfTree, wasKilled } from '../../checks/judges/named-check.ts'
import type { Unproved } from '../../contract/asides.ts'
import type { CheckResult } from '../../contract/check-result.ts'
import type { CheckOrder, Order } from '../../contract/order.ts'
import type { House } from '../house.ts'
import { projectIn } from '../project-folder.ts'
import { makeAbleToRun } from './setup.ts'

export interface Delta {
  readonly order: Order
  /** The commit to be judged, and the one that it is compared with. */
  readonly commit: string
  readonly base: string
  /** A name for the workspaces that this takes. */
  readonly purpose: string
  readonly signal: AbortSignal
}

export interface ChecksJudged {
  readonly vetoes: readonly Veto[]
  /** What failed on the base already, and the same way. */
  readonly unproved: readonly Unproved[]
}

export async function judgeChecks(house: House, delta: Delta): Promise<ChecksJudged> {
  const vetoes: Veto[] = []
  const unproved: Unproved[] = []
  for (const check of delta.order.checks) {
    const after = await resultOnWork(house, delta, check)
    const base = await basesFor(house, delta, check, after)
    const verdict = judgeCheck(after, base)
    if (verdict.kind === 'trouble')
      refuse(
        verdict.code ?? 'check/trouble',
        `check ${verdict.check} could not be run: ${verdict.why}`,
      )
    if (verdict.kind === 'veto') vetoes.push(verdict.veto)
    if (verdict.kind === 'known')
      unproved.push({ check: verdict.check, base: delta.base, why: verdict.why })
  }
  return { vetoes, unproved }
}

/**
 * Red that was seen before this driver began may have had its reason in the world: whoever asks anew is judged anew. So may the end of a check
 * that was killed, once.
 */
async function resultOnWork(house: House, delta: Delta, check: CheckOrder): Promise<CheckResult> {
  const result = await resultOn(house, delta, check, delta.commit)
  const isSeen = isRed(result) && house.redHere.has(result.key)
  if (isSeen || !(isRed(result) || wasKilled(result))) return result
  return resultOn(house, delta, check, delta.commit, true)
}

/** Where a check cannot be run, what it once found on the base says nothing of the machine as it is now. */
async function basesFor(house: House, delta: Delta, check: CheckOrder, after: CheckResult) {
  if (isRed(after)) return resultsOnBase(house, delta, check)
  return mayBeOfTree(after) ? [await resultOn(house, delta, check, delta.base, true)] : []
}

/** Red is believed only where it was said twice: one hiccup on the base must not excuse what the work broke. */
async function resultsOnBase(
  house: House,
  delta: Delta,
  check: CheckOrder,
): Promise<readonly CheckResult[]> {
  const first = await resultOn(house, delta, check, delta.base)
  if (!isRed(first)) return [first]
  const seen = house.redTwice.get(first.key)
  if (seen) return seen
  const again = await resultOn(house, delta, check, delta.base, true)
  if (!isRed(again)) return [again]
  const both = [first, again]
  house.redTwice.set(first.key, both)
  return both
}

const isRed = ({ outcome }: CheckResult) => outcome === 'failed' || outcome === 'timeout'

async function resultOn(
  house: House,
  { order, purpose, signal }: Delta,
  check: CheckOrder,
  commit: string,
  isForced = false,
): Promise<CheckResult> {
  const tree = await house.repository.objects.treeOf(commit)
  const request = { ...requestOn(house, check, tree), signal, isForced }
  const known = isForced ? undefined : await knownOn(house, check, tree)
  if (known && known.outcome !== 'error') return known
  const place = `${purpose}:${check.name}:${commit}`
  const workspace = await house.desks.open(place, commit)
  try {
    await makeAbleToRun(house, workspace, order, signal)
    const asked = { ...request, root: projectIn(house, workspace) }
    const { result } = await house.checks.run(asked)
    if (isRed(result)) house.redHere.add(result.key)
    return result
  } finally {
    house.desks.close(place)
  }
}

/** What a check has found on this very tree, in whatever run; undefined where nobody has asked there. */
export async function knownOn(
  house: House,
  check: CheckOrder,
  tree: string,
): Promise<CheckResult | undefined> {
  const request = requestOn(house, check, tree)
  const known = house.checks.latest(check.name, request.scope)
  return known && known.key === (await house.checks.currentKey(request)) ? known : undefined
}

const requestOn = ({ root }: House, recipe: CheckOrder, tree: string): CheckRequest => ({
  recipe,
  root,
  inputs: () => new Map([['tree', tree]]),
  scope: `tree ${tree}`,
})
