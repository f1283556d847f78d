// Taking back what landed. A revert is a unit like any other: judged, queued and landed; only its tree is computed by git.

import type { Diagnostic } from '../../base/diagnostic.ts'
import type { CommandOf } from '../command.ts'
import type { Unit, UnitSpec } from '../model.ts'
import { findRow } from '../structure/rows.ts'
import { isBad } from '../unit.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { freeName } from './names.ts'
import { reopen } from './retry.ts'

type Request = CommandOf<'revert'>['reverts'][number]

export function decideRevert(context: Context, { reverts, by, reason }: CommandOf<'revert'>) {
  const problems = [...reverts.flatMap(each => revertProblems(context, each)), ...shape(reverts)]
  if (problems.length > 0) return problems
  const { units } = stateOf(context)
  const run = findRow(units, reverts[0]!.unit)!.run
  if (reverts.some(each => findRow(units, each.unit)!.run !== run))
    return refuseWith('revert-runs', 'units of different runs are reverted one run at a time')
  reopen(context, run)
  emit(context, { type: 'run.extended', run, units: chain(context, run, reverts), by, reason })
  return fine
}

function shape(reverts: readonly Request[]): readonly Diagnostic[] {
  if (reverts.length === 0) return refuseWith('revert-empty', 'there is nothing to revert')
  const isTwice = new Set(reverts.map(each => each.unit)).size < reverts.length
  return isTwice ? refuseWith('revert-twice', 'a unit is named twice') : fine
}

function revertProblems(context: Context, { unit: id }: Request): readonly Diagnostic[] {
  const { units } = stateOf(context)
  const unit = findRow(units, id)
  if (!unit) return unknown('unit', id, units)
  if (unit.status !== 'landed' || unit.commit === null)
    return refuseWith('unit-status', `${id} is ${unit.status}; only what landed is reverted`)
  if (unit.spec.brings !== undefined)
    return refuseWith('revert-target', `${id} brought what others put on the target; that stays`)
  const earlier = unit.revertedBy === null ? undefined : findRow(units, unit.revertedBy)
  return earlier && !isBad(earlier)
    ? refuseWith('reverted-already', `${earlier.id} reverts ${id}`)
    : fine
}

/** The newest is taken back first: what was built on it meanwhile would be in the way of the older. */
function chain(context: Context, run: string, reverts: readonly Request[]): readonly UnitSpec[] {
  const specs: UnitSpec[] = []
  for (const { unit: id, brief } of reverts) {
    const unit = findRow(stateOf(context).units, id)!
    const name = freeName(context, run, `${unit.spec.name}-revert`, specs.length)
    const before = specs.at(-1)
    specs.push({ ...revertOf(unit, brief), name, after: before ? [before.name] : [] })
  }
  return specs
}

/** One attempt: git computes the same tree however often it is asked. */
function revertOf(unit: Unit, brief: string | undefined): Omit<UnitSpec, 'name' | 'after'> {
  const { gate: _gate, brief: ownBrief, ...spec } = unit.spec
  const judgedBy = brief ?? ownBrief
  return {
    ...spec,
    kind: 'revert',
    agents: [],
    review: 'none',
    attempts: 1,
    converge: false,
    budget: {},
    write: unit.claims.write.map(each => each.text),
    follows: unit.id,
    reverts: unit.commit!,
    ...(judgedBy !== undefined && { brief: judgedBy }),
  }
}
