// Acts of persons on one unit or one run: answer, cancel, skip, fail. A unit that is landing cannot be stopped,
// because nobody knows yet whether the ref has moved.

import type { CommandOf } from '../command.ts'
import type { Fact } from '../event.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { isTerminal } from '../unit.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { openedProblem, signatureProblem } from './retry.ts'

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
