// A project at a glance, for commands and pages: how far each run is, what waits for a person, and what it has cost.

import type {
  DeliveryStatus,
  GateStatus,
  Run,
  RunOutcome,
  State,
  Unit,
  UnitStatus,
  Usage,
} from './model.ts'
import { forPerson, isDelivering } from './standstill.ts'
import { findRow, rowAt, rowsOf } from './structure/rows.ts'
import { isTerminal } from './unit.ts'
import type { Reason } from './why.ts'
import { whyWaiting } from './why.ts'

export interface Waiting {
  readonly unit: string
  readonly status: UnitStatus
  readonly reason: Reason
}

export interface RunSummary {
  readonly run: string
  readonly status: 'open' | 'finished'
  readonly outcome: RunOutcome | null
  readonly tip: string
  readonly counts: { readonly [S in UnitStatus]?: number }
  readonly total: number
  /** Open units, in the order of their declaration, each with the reason why it is not further. */
  readonly waiting: readonly Waiting[]
  /** Nothing moves any more until a person acts. */
  readonly isParked: boolean
  readonly gates: readonly { readonly gate: string; readonly status: GateStatus }[]
  readonly deliveries: readonly {
    readonly delivery: string
    readonly status: DeliveryStatus
    readonly url: string | null
  }[]
  readonly usage: Usage
}

export interface Summary {
  readonly project: string
  readonly seq: number
  readonly driver: string | null
  readonly runs: readonly RunSummary[]
}

export function summary(state: State, now: string): Summary {
  return {
    project: state.project,
    seq: state.seq,
    driver: state.driver?.name ?? null,
    runs: rowsOf(state.runs).map(run => summariseRun(state, run, now)),
  }
}

function summariseRun(state: State, run: Run, now: string): RunSummary {
  const units = run.units.map(order => rowAt(state.units, order))
  const waiting = units
    .filter(unit => !isTerminal(unit))
    .map(unit => ({ unit: unit.id, status: unit.status, reason: whyWaiting(state, unit, now) }))
  return {
    run: run.id,
    status: run.status,
    outcome: run.outcome,
    tip: run.tip,
    counts: countByStatus(units),
    total: units.length,
    waiting,
    isParked:
      run.status === 'open' &&
      run.stage === null &&
      !isDelivering(state, run) &&
      waiting.every(isForPerson(state, run)),
    gates: run.gates.map(gate => ({ gate, status: findRow(state.gates, gate)!.status })),
    deliveries: run.deliveries.map(id => {
      const { status, url } = findRow(state.deliveries, id)!
      return { delivery: id, status, url }
    }),
    usage: run.usage,
  }
}

function countByStatus(units: readonly Unit[]): RunSummary['counts'] {
  const counts: { [S in UnitStatus]?: number } = {}
  for (const { status } of units) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const parks: ReadonlySet<Reason['kind']> = new Set([...forPerson, 'dependency', 'line', 'batch'])

/** A unit behind a claim or in a queue waits for a person where the unit ahead of it does; that one is in the same list. */
const isForPerson =
  (state: State, run: Run) =>
  ({ reason }: Waiting): boolean =>
    parks.has(reason.kind) ||
    (reason.kind === 'claim' && findRow(state.units, reason.holder)?.run === run.id)
