// Judges what an attempt left: what changed, whether it was claimed, and the checks as a delta to its base. And judges a candidate the
// same way against what it stands on, with everything that landed meanwhile in it.

import { judgeChangeSet } from '../../checks/judges/change-set.ts'
import type { Veto } from '../../checks/judges/model.ts'
import { judgeScope, type SymbolScope, symbolScopes } from '../../checks/judges/scope.ts'
import { judgeSymbols } from '../../checks/judges/symbols.ts'
import type { Order } from '../../contract/order.ts'
import type { Outcomes } from '../../kernel/effect.ts'
import type { Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { isComputed } from '../../kernel/unit.ts'
import { failureOf, isSome } from '../failure.ts'
import { type House, oneOfEach, orderOf, unitOf } from '../house.ts'
import type { Circumstances, EffectOf } from '../ports.ts'
import { changesBetween } from './changes-between.ts'
import { type Delta, judgeChecks } from './checks.ts'
import { isGone } from './held-candidate.ts'
import { hookVetoes } from './hooks.ts'
import { inProject, rewrittenChecks } from './rewritten.ts'
import { tellUnproved } from './unproved.ts'

export async function judge(
  house: House,
  { id, unit: name, base, tree: commit }: EffectOf<'judge'>,
  { signal }: Circumstances,
): Promise<Outcomes['judge']> {
  const unit = unitOf(house, name)
  const order = orderOf(house, unit)
  const vetoes = await changeVetoes(house, unit, order, base, commit)
  if (isSome(vetoes)) return { ok: false, failure: failureOf(vetoes, house.artifacts) }
  const { checks } = order
  const judged = await judgeChecks(house, { order, commit, base, purpose: id, signal })
  tellUnproved(house, [unit], checks, judged.unproved)
  return verdictOf(house, judged.vetoes)
}

/** What git computed is checked where it would land, by one proof for a whole batch; here only what it changes. */
export async function judgeComputed(
  house: House,
  { unit: name, base, tree: commit }: EffectOf<'judge'>,
): Promise<Outcomes['judge']> {
  const unit = unitOf(house, name)
  // What others put on the target was theirs to decide.
  if (unit.spec.brings !== undefined) return { ok: true }
  return verdictOf(house, await changeVetoes(house, unit, orderOf(house, unit), base, commit))
}

export async function prove(
  house: House,
  effect: EffectOf<'prove'>,
  circumstances: Circumstances,
): Promise<Outcomes['prove']> {
  try {
    return await proveHere(house, effect, circumstances)
  } catch (cause) {
    // Whatever failed then failed because of that.
    if (await isGone(house, effect.commit)) return { ok: 'gone' }
    throw cause
  }
}

/** What others put on the target is compared with the target: what fails there already is not charged to the line. */
async function proveHere(
  house: House,
  { id, unit: name, onto, commit, covers }: EffectOf<'prove'>,
  { signal }: Circumstances,
): Promise<Outcomes['judge']> {
  const unit = unitOf(house, name)
  const covered = covers.map(each => unitOf(house, each))
  const own = orderOf(house, unit)
  const others = covered.flatMap(each => orderOf(house, each).checks)
  const order = { ...own, checks: oneOfEach([...own.checks, ...others]) }
  const base = covers.length === 0 ? (unit.spec.brings ?? onto) : onto
  const judged = await judgeChecks(house, { order, commit, base, purpose: id, signal })
  tellUnproved(house, [...covered, unit], order.checks, judged.unproved)
  if (isSome(judged.vetoes)) return verdictOf(house, judged.vetoes)
  return verdictOf(house, await hooksOfEach(house, [...covered, unit], { purpose: id, signal }))
}

/** A hook judges one commit, so each of a batch is shown to it. What others put on the target went past their own hooks. */
async function hooksOfEach(
  house: House,
  units: readonly Unit[],
  delta: Pick<Delta, 'purpose' | 'signal'>,
): Promise<readonly Veto[]> {
  for (const unit of units) {
    const { commit, onto: base } = unit.candidate ?? {}
    if (!commit || base === undefined || unit.spec.brings !== undefined) continue
    const oracle = findRow(house.state().runs, unit.run)!.base
    const order = orderOf(house, unit)
    const vetoes = await hookVetoes(house, { ...delta, order, base, commit, oracle })
    if (isSome(vetoes)) return vetoes
  }
  return []
}

const verdictOf = ({ artifacts }: House, vetoes: readonly Veto[]): Outcomes['judge'] =>
  isSome(vetoes) ? { ok: false, failure: failureOf(vetoes, artifacts) } : { ok: true }

async function changeVetoes(
  house: House,
  unit: Unit,
  order: Order,
  base: string,
  commit: string,
): Promise<readonly Veto[]> {
  const { claims, doNotTouch, produces, reserved } = order
  const { objects } = house.repository
  const [from, to] = [await objects.treeOf(base), await objects.treeOf(commit)]
  const changes = from === to ? [] : await changesInProject(house, from, to)
  const extended = unit.claims.write
    .map(each => each.text)
    .slice(unit.claims.write.length - unit.extensions)
  // What git computed is nobody's attempt: whoever ordered it was asked.
  const rewritten = isComputed(unit)
    ? []
    : await rewrittenChecks(house, order, changes, { base, commit })
  return [
    ...judgeChangeSet({ changes, produces, withheld: [], unfiltered: [] }),
    ...judgeScope({ changes, claims, extended, doNotTouch, reserved, rewritten }),
    ...(await symbolVetoes(house, symbolScopes({ changes, claims, extended }), from, to)),
  ]
}

/** Every change of the repository, named from the project. */
async function changesInProject(house: House, from: string, to: string) {
  const changes = await changesBetween(house.repository, from, to)
  return changes.map(each => inProject(house, each))
}

/** The scanners are loaded only where symbols were claimed. */
async function symbolVetoes(
  house: House,
  scopes: readonly SymbolScope[],
  from: string,
  to: string,
): Promise<readonly Veto[]> {
  if (scopes.length === 0) return []
  const { symbolFacts } = await import('./symbol-facts.ts')
  return judgeSymbols(await symbolFacts(house, scopes, from, to))
}
