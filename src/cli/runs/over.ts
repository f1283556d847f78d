// Whether a run has come to its end, or to a person, and the exit code that says so.

import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import type { Run, State } from '../../kernel/model.ts'
import { isRunParked } from '../../kernel/standstill.ts'
import { findRow } from '../../kernel/structure/rows.ts'

/** Finished with everything delivered, or nothing moves any more until a person acts. */
export function isOver(state: State, id: string): boolean {
  const run = findRow(state.runs, id)
  if (!run) return true
  const isDelivered = run.deliveries.every(each => findRow(state.deliveries, each)?.stage === null)
  if (run.status === 'finished' || !isDelivered) return isDelivered
  return isRunParked(state, run, state.at)
}

export function exitOf({ status, outcome }: Run): ExitCode {
  if (status === 'open') return exitCode.blocked
  return outcomeCodes[outcome!]
}

const outcomeCodes = {
  complete: exitCode.ok,
  degraded: exitCode.degraded,
  partial: exitCode.partial,
  failed: exitCode.failed,
  cancelled: exitCode.failed,
} as const
