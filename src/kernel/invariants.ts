// What must hold of every state, whatever the journal says. Asserted after each event in tests and when a journal is loaded:
// a kernel that does not believe its own state must not act on it. Each violation names the rule of SPEC.md that it breaks.

import { indexViolations } from './invariants/indexes.ts'
import { settledViolations } from './invariants/settled.ts'
import { shapeViolations } from './invariants/shape.ts'
import type { State } from './model.ts'

/** Holds at every event. */
export function violations(state: State): readonly string[] {
  return [...indexViolations(state), ...shapeViolations(state)]
}

/** Holds between decisions. */
export function violationsAtRest(state: State, now: string): readonly string[] {
  return [...violations(state), ...settledViolations(state, now)]
}

export function assertInvariants(state: State): void {
  const found = violations(state)
  if (found.length > 0) throw new Error(`invariant broken at ${state.seq}: ${found.join('; ')}`)
}
