// What holds between two decisions: everything that follows has followed, and nobody waits for nothing.

import type { State, Unit } from '../model.ts'
import { rowAt, rowsOf } from '../structure/rows.ts'
import { isBad, isTerminal } from '../unit.ts'
import { whyWaiting } from '../why.ts'

export function settledViolations(state: State, now: string): readonly string[] {
  return rowsOf(state.units)
    .filter(unit => !isTerminal(unit))
    .flatMap(unit => [...idleViolation(state, unit, now), ...cascadeViolation(state, unit)])
}

function idleViolation(state: State, unit: Unit, now: string): readonly string[] {
  const reason = whyWaiting(state, unit, now)
  return reason.kind === 'next' ? [`K-6 ${unit.id} is ${unit.status} and waits for nothing`] : []
}

function cascadeViolation(state: State, unit: Unit): readonly string[] {
  const bad = unit.needs.map(order => rowAt(state.units, order)).find(isBad)
  return bad ? [`K-40 ${unit.id} is ${unit.status} although ${bad.id} is ${bad.status}`] : []
}
