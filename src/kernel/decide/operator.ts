// Acts of persons on one unit or one run: answer, cancel, skip, fail, revert. A unit that is landing cannot be stopped,
// because nobody knows yet whether the ref has moved.

import type { CommandOf } from '../command.ts'
import type { Fact } from '../event.ts'
import type { Unit, UnitSpec } from '../model.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { isBad, isTerminal } from '../unit.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { openedProblem, reopen, signatureProblem } from './retry.ts'

export function decideAnswer(context: Context, command: CommandOf<'answer'>) {
  const { units } = stateOf(context)
  const unit = findRow(units, command.unit)
  if (!unit) return unknown('unit', command.unit, units)
  if (unit.status !== 'blocked')
    return refuseWith('unit-status', `${unit.id} is ${unit.status}; nothing was asked`)
  const problem = openedProblem(unit) ?? signatureProblem(unit, command)
  if (problem) return problem
  emit(context, { type: 'unit.answered', unit: unit.id, by: command.by, text: command.text })
  return fine
}

export function decideCancel(context: Context, command: CommandOf<'cancel'>) {
  const { scope, by, reason } = command
  if (scope.kind === 'unit')
    return endUnit(context, scope.unit, { type: 'unit.cancelled', unit: scope.unit, by, reason })
  const { runs } = stateOf(context)
  const run = findRow(runs, scope.run)
  if (!run) return unknown('run', scope.run, runs)
  if (run.status === 'finished') return refuseWith('run-over', `${run.id} is ${run.outcome}`)
  emit(context, { type: 'run.cancelled', run: run.id, by, reason })
  for (const order of run.units) {
    const unit = rowAt(stateOf(context).units, order)
    if (!isTerminal(unit) && unit.status !== 'landing')
      emit(context, { type: 'unit.cancelled', unit: unit.id, by, reason })
  }
  return fine
}

export function decideSkip(context: Context, { unit, by, reason }: CommandOf<'skip'>) {
  const found = findRow(stateOf(context).units, unit)
  const fact = { type: 'unit.skipped', unit, cause: null, by, reason } as const
  if (found?.status !== 'failed') return endUnit(context, unit, fact)
  emit(context, fact)
  return fine
}

export function decideFail(context: Context, { unit, by, reason }: CommandOf<'fail'>) {
  return endUnit(context, unit, { type: 'unit.failed', unit, by, reason })
}

function endUnit(context: Context, id: string, fact: Fact) {
  const { units } = stateOf(context)
  const unit = findRow(units, id)
  if (!unit) return unknown('unit', id, units)
  if (isTerminal(unit)) return refuseWith('unit-status', `${id} is ${unit.status} already`)
  if (unit.status === 'landing')
    return refuseWith(
      'unit-landing',
      `${id} is landing and cannot be stopped now`,
      'revert it after',
    )
  emit(context, fact)
  return fine
}

/** A revert is a unit like any other: judged, queued and landed; only its tree is computed by git. */
export function decideRevert(context: Context, command: CommandOf<'revert'>) {
  const { units } = stateOf(context)
  const unit = findRow(units, command.unit)
  if (!unit) return unknown('unit', command.unit, units)
  if (unit.status !== 'landed' || unit.commit === null)
    return refuseWith('unit-status', `${unit.id} is ${unit.status}; only what landed is reverted`)
  const earlier = unit.revertedBy === null ? undefined : findRow(units, unit.revertedBy)
  if (earlier && !isBad(earlier))
    return refuseWith('reverted-already', `${earlier.id} reverts ${unit.id}`)
  reopen(context, unit.run)
  const { by, reason } = command
  const revert = [revertOf(context, unit)]
  emit(context, { type: 'run.extended', run: unit.run, units: revert, by, reason })
  return fine
}

function revertOf(context: Context, unit: Unit): UnitSpec {
  const serial = findRow(stateOf(context).runs, unit.run)!.units.length
  const { gate: _gate, brief: _brief, ...spec } = unit.spec
  return {
    ...spec,
    name: `${spec.name}-revert-${serial}`,
    kind: 'revert',
    after: [],
    agents: [],
    review: 'none',
    converge: false,
    budget: {},
    write: unit.claims.write.map(each => each.text),
    follows: unit.id,
    reverts: unit.commit!,
  }
}
