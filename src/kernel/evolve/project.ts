// What concerns the whole project: its driver, limits, budgets, quota breakers, and what was paused.

import type { BudgetScope, Event, Scope } from '../event.ts'
import type { Budget } from '../model.ts'
import type { Draft } from '../structure/draft.ts'
import { findRow } from '../structure/rows.ts'
import { changeGate, changeRun, changeUnit } from './change.ts'

type ProjectEvent = Exclude<
  Event,
  | { unit: string }
  | { run: string }
  | { gate: string }
  | { delivery: string }
  | { effect: string }
  | { owner: string }
>

export function foldProject(draft: Draft, event: ProjectEvent): void {
  const { state } = draft
  switch (event.type) {
    case 'project.configured':
      state.limits = event.limits ?? state.limits
      state.budget = event.budget ?? state.budget
      return
    case 'driver.took':
      state.fence = Math.max(state.fence, event.fence)
      state.driver = { name: event.driver, fence: event.fence }
      return
    case 'driver.left':
      state.driver = null
      return
    case 'quota.opened':
      state.quotas = { ...state.quotas, [event.agent]: { wait: event.wait, trips: event.trips } }
      return
    case 'quota.closed': {
      const trips = state.quotas[event.agent]?.trips ?? 0
      state.quotas = { ...state.quotas, [event.agent]: { wait: null, trips } }
      return
    }
    case 'budget.raised':
      raise(draft, event.scope, event.budget)
      return
    case 'paused':
      pause(draft, event.scope, true)
      return
    case 'resumed':
      pause(draft, event.scope, false)
      return
  }
}

function raise(draft: Draft, scope: BudgetScope, raised: Budget): void {
  const { state } = draft
  if (scope.kind === 'day') state.budget = { ...state.budget, ...raised }
  else if (scope.kind === 'run') {
    const run = findRow(state.runs, scope.run)
    if (run) changeRun(draft, run, { budget: { ...run.budget, ...raised } })
  } else if (scope.kind === 'gate') {
    const gate = findRow(state.gates, scope.gate)
    if (gate) changeGate(draft, gate, { budget: { ...gate.budget, ...raised } })
  } else {
    const unit = findRow(state.units, scope.unit)
    if (unit) changeUnit(draft, unit, { budget: { ...unit.budget, ...raised } })
  }
}

function pause(draft: Draft, scope: Scope, isPaused: boolean): void {
  if (scope.kind === 'project') draft.state.isPaused = isPaused
  else if (scope.kind === 'run') {
    const run = findRow(draft.state.runs, scope.run)
    if (run) changeRun(draft, run, { isPaused })
  } else {
    const unit = findRow(draft.state.units, scope.unit)
    if (unit) changeUnit(draft, unit, { isPaused })
  }
}
