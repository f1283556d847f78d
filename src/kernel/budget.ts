// Whether there is still something to spend: for the unit, its gate, its run and the day.

import type { BudgetScope } from './event.ts'
import { gateFor } from './gate.ts'
import type { Budget, State, Unit, Usage } from './model.ts'
import { findRow } from './structure/rows.ts'
import { dayOf } from './time.ts'

interface Cap {
  readonly scope: BudgetScope
  readonly budget: Budget
  readonly usage: Usage
}

export type BudgetKind = keyof Usage

const kinds: readonly BudgetKind[] = ['timeMs', 'tokens', 'cost']
const nothing: Usage = { timeMs: 0, tokens: 0, cost: 0 }

/** The first cap that is used up, or undefined. */
export function spentCap(
  state: State,
  unit: Unit,
  now: string,
): { readonly scope: BudgetScope; readonly kind: BudgetKind } | undefined {
  for (const { scope, budget, usage } of capsOf(state, unit, now))
    for (const kind of kinds) {
      const most = budget[kind]
      if (most !== undefined && usage[kind] >= most) return { scope, kind }
    }
  return undefined
}

/** What a session may still use: the least that any cap leaves. */
export function budgetLeft(state: State, unit: Unit, now: string): Budget {
  const left: { [K in BudgetKind]?: number } = {}
  for (const { budget, usage } of capsOf(state, unit, now))
    for (const kind of kinds) {
      const most = budget[kind]
      if (most === undefined) continue
      left[kind] = Math.min(left[kind] ?? most, Math.max(0, most - usage[kind]))
    }
  return left
}

function* capsOf(state: State, unit: Unit, now: string): Generator<Cap> {
  yield { scope: { kind: 'unit', unit: unit.id }, budget: unit.budget, usage: unit.usage }
  const gate = gateFor(state, unit)
  if (gate) yield { scope: { kind: 'gate', gate: gate.id }, budget: gate.budget, usage: gate.usage }
  const run = findRow(state.runs, unit.run)
  if (run) yield { scope: { kind: 'run', run: run.id }, budget: run.budget, usage: run.usage }
  const isToday = state.day.date === dayOf(now)
  yield { scope: { kind: 'day' }, budget: state.budget, usage: isToday ? state.day.usage : nothing }
}
