// Acts of persons on limits, budgets and quotas, and the brake: what is paused starts nothing new, and what runs goes on.

import type { CommandOf } from '../command.ts'
import type { BudgetScope, Scope } from '../event.ts'
import type { Delivery, Gate, Limits, Run, Unit } from '../model.ts'
import { findRow, type Rows } from '../structure/rows.ts'
import { isTerminal } from '../unit.ts'
import { isShut } from '../why.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { touchAll } from './settle.ts'

export function decideConfigure(context: Context, command: CommandOf<'configure'>) {
  const { by, reason, budget } = command
  const limits: Limits = { ...stateOf(context).limits, ...command.limits }
  for (const slot of ['prepare', 'work', 'judge'] as const)
    if (!Number.isInteger(limits[slot]) || limits[slot] < 1)
      return refuseWith(
        'limit-unusable',
        `the limit of ${slot} is ${limits[slot]}`,
        'use 1 or more',
      )
  emit(context, { type: 'project.configured', by, reason, limits, ...(budget && { budget }) })
  return fine
}

export function decidePause(context: Context, command: CommandOf<'pause'>) {
  const { by, reason, scope } = command
  const problems = scopeProblems(context, scope)
  if (problems.length > 0) return problems
  if (isPaused(context, scope)) return refuseWith('paused-already', 'it is paused already')
  const over = overProblem(context, scope)
  if (over) return over
  emit(context, { type: 'paused', by, reason, scope })
  touchAll(context, stateOf(context))
  return fine
}

export function decideResume(context: Context, command: CommandOf<'resume'>) {
  const { by, reason, scope } = command
  const problems = scopeProblems(context, scope)
  if (problems.length > 0) return problems
  if (!isPaused(context, scope)) return refuseWith('not-paused', 'it is not paused')
  emit(context, { type: 'resumed', by, reason, scope })
  return fine
}

/** Nothing of it would start, paused or not. What is paused and ended since can still be resumed. */
function overProblem(context: Context, scope: Scope) {
  const { units, runs } = stateOf(context)
  const fix = 'pause what is still open'
  if (scope.kind === 'unit') {
    const unit = findRow(units, scope.unit)!
    return isTerminal(unit)
      ? refuseWith('unit-status', `${unit.id} is ${unit.status} already`, fix)
      : undefined
  }
  const run = scope.kind === 'run' ? findRow(runs, scope.run)! : undefined
  return run?.status === 'finished'
    ? refuseWith('run-over', `${run.id} is ${run.outcome} already`, fix)
    : undefined
}

function scopeProblems(context: Context, scope: Scope | BudgetScope) {
  const { runs, units, gates } = stateOf(context)
  if (scope.kind === 'run') return known('run', scope.run, runs)
  if (scope.kind === 'unit') return known('unit', scope.unit, units)
  if (scope.kind === 'gate') return known('gate', scope.gate, gates)
  return fine
}

function known(kind: string, id: string, rows: Rows<Unit | Run | Gate | Delivery>) {
  return findRow(rows, id) ? fine : unknown(kind, id, rows)
}

function isPaused(context: Context, scope: Scope): boolean {
  const state = stateOf(context)
  if (scope.kind === 'project') return state.isPaused
  if (scope.kind === 'run') return findRow(state.runs, scope.run)!.isPaused
  return findRow(state.units, scope.unit)!.isPaused
}

/** The only way past a cap that is used up or a quota breaker that is open. */
export function decideOverride(context: Context, command: CommandOf<'override'>) {
  const { by, reason, scope, budget, agent } = command
  if (agent !== undefined) {
    if (!isShut(stateOf(context), agent))
      return refuseWith('quota-open', `the quota of ${agent} is open`)
    emit(context, { type: 'quota.closed', agent, by, reason })
    return fine
  }
  if (scope === undefined || budget === undefined)
    return refuseWith('override-empty', 'name an agent, or a scope and a budget')
  const problems = scopeProblems(context, scope)
  if (problems.length > 0) return problems
  emit(context, { type: 'budget.raised', by, reason, scope, budget })
  return fine
}
