// Another chance for what ended without landing, and for what was skipped because of it.

import type { Diagnostic } from '../../base/diagnostic.ts'
import type { CommandOf } from '../command.ts'
import type { Run, Unit } from '../model.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { isBad } from '../unit.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'

interface Signed {
  readonly by: string
  readonly reason: string
}

export function decideRetry(context: Context, command: CommandOf<'retry'>) {
  const { units } = stateOf(context)
  const unit = findRow(units, command.unit)
  if (!unit) return unknown('unit', command.unit, units)
  const problems =
    openedProblem(unit) ?? retryProblems(context, unit) ?? signatureProblem(unit, command)
  if (problems) return problems
  restore(context, unit, command)
  return fine
}

/** While a person has a unit open, nobody else says what becomes of it but its end. */
export function openedProblem({ id, opened }: Unit): readonly Diagnostic[] | undefined {
  return (
    opened &&
    refuseWith(
      'unit-open',
      `${opened.by} has ${id} open`,
      `fixpoint open ${id} --take hands back what was made there, --drop leaves it`,
    )
  )
}

function retryProblems(context: Context, unit: Unit): readonly Diagnostic[] | undefined {
  if (unit.status === 'skipped' && unit.cause !== null)
    return refuseWith(
      'unit-caused',
      `${unit.id} was skipped because of ${unit.cause}`,
      `fixpoint retry ${unit.cause}`,
    )
  if (!isBad(unit) && unit.status !== 'blocked')
    return refuseWith('unit-status', `${unit.id} is ${unit.status}; there is nothing to retry`)
  const bad = needsOf(context, unit).find(isBad)
  return (
    bad &&
    refuseWith(
      'unit-caused',
      `${unit.id} needs ${bad.id}, which is ${bad.status}`,
      `fixpoint retry ${bad.id}`,
    )
  )
}

/** A unit that stopped on a repeated failure goes on only when that failure was reproduced, or by a recorded override. */
export function signatureProblem(
  unit: Unit,
  command: { readonly override?: boolean; readonly reproduced?: string },
): readonly Diagnostic[] | undefined {
  if (unit.stop !== 'signature' || command.override) return undefined
  const signature = unit.failures.at(-1)?.signature
  if (signature !== undefined && command.reproduced === signature) return undefined
  return refuseWith(
    'signature-unreproduced',
    `${unit.id} stopped on the same failure twice: ${signature}`,
    `reproduce it on the base first; fixpoint retry ${unit.id} --override tries it all the same`,
  )
}

export function decideContinue(context: Context, command: CommandOf<'continue'>) {
  const { runs, units } = stateOf(context)
  const run = findRow(runs, command.run)
  if (!run) return unknown('run', command.run, runs)
  const roots = rootsOf(context, run)
  if (roots.length === 0)
    return refuseWith(
      'run-nothing',
      `nothing of ${run.id} is there to be continued`,
      stuckIn(context, run),
    )
  for (const { id } of roots) restore(context, findRow(units, id)!, command)
  return fine
}

/** What stopped on a repeated failure is not tried again with the others. */
function stuckIn(context: Context, run: Run): string | undefined {
  const units = run.units.map(order => rowAt(stateOf(context).units, order))
  const stuck = units.find(unit => isBad(unit) && unit.stop === 'signature')
  return stuck && `${stuck.id} failed the same way twice: fixpoint retry ${stuck.id} --override`
}

function rootsOf(context: Context, run: Run): readonly Unit[] {
  return run.units
    .map(order => rowAt(stateOf(context).units, order))
    .filter(unit => isBad(unit) && unit.cause === null && unit.stop !== 'signature' && !unit.opened)
}

function needsOf(context: Context, unit: Unit): readonly Unit[] {
  return unit.needs.map(order => rowAt(stateOf(context).units, order))
}

export function restore(context: Context, unit: Unit, { by, reason }: Signed): void {
  reopen(context, unit.run)
  emit(context, { type: 'unit.restored', unit: unit.id, by, reason, isCause: true })
  restoreSkipped(context, unit, { by, reason })
}

export function reopen(context: Context, run: string): void {
  if (findRow(stateOf(context).runs, run)?.status === 'finished')
    emit(context, { type: 'run.reopened', run })
}

/** What was skipped because of the unit waits again, or is skipped because of another that it needs. */
export function restoreSkipped(context: Context, root: Unit, signed: Signed): void {
  const todo: number[] = [root.order]
  for (let order = todo.pop(); order !== undefined; order = todo.pop())
    for (const fed of rowAt(stateOf(context).units, order).feeds) {
      const unit = rowAt(stateOf(context).units, fed)
      if (unit.status !== 'skipped' || unit.cause !== root.id) continue
      const bad = needsOf(context, unit).filter(isBad)
      const other = bad.find(each => each.cause !== root.id)
      if (other)
        emit(context, { type: 'unit.skipped', unit: unit.id, cause: other.cause ?? other.id })
      else if (bad.length > 0) continue
      else emit(context, { type: 'unit.restored', unit: unit.id, ...signed, isCause: false })
      todo.push(fed)
    }
}
