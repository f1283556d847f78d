// Whether the gate of a unit lets it run.

import type { Gate, State, Unit } from './model.ts'
import { findRow } from './structure/rows.ts'

export function gateFor(state: State, unit: Unit): Gate | undefined {
  return unit.spec.gate === undefined ? undefined : findRow(state.gates, unit.spec.gate)
}

export function isGateOpen(state: State, unit: Unit): boolean {
  const gate = gateFor(state, unit)
  return gate === undefined || ['armed', 'running', 'passed'].includes(gate.status)
}
