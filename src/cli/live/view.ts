// What the live view shows, as values: the run now, its clock, and what moves in it. Made of the state and the timers; draws nothing.

import { lineOrder } from '../../kernel/line.ts'
import type { Budget, Run, State, Unit, UnitStatus, Usage } from '../../kernel/model.ts'
import { isRunParked } from '../../kernel/standstill.ts'
import { rowAt } from '../../kernel/structure/rows.ts'
import { whyWaiting } from '../../kernel/why.ts'
import { isDriven, undrivenText } from '../runs/driving.ts'
import { unitsOf } from '../runs/find.ts'
import { type Need, needsOf } from '../runs/needs-person.ts'
import { reasonText } from '../runs/reason-text.ts'
import { howText } from '../runs/run-view.ts'
import { spanMs, type Timers, workedMs } from './timers.ts'

export interface LiveRow {
  readonly name: string
  readonly status: UnitStatus
  /** How long it stands there; undefined where the log does not say. */
  readonly forMs: number | undefined
  readonly workedMs: number
  /** Attempts begun, and how many it may take. */
  readonly attempt: number
  readonly attempts: number
  readonly why: string
}

export interface LiveView {
  readonly run: string
  readonly how: string
  readonly elapsedMs: number | undefined
  readonly landed: number
  readonly total: number
  readonly driver: string
  readonly usage: Usage
  readonly budget: Budget
  /** What moves stands on top, what is over at the end. */
  readonly rows: readonly LiveRow[]
  /** Names of the units that queue to land, the first to land first. */
  readonly line: readonly string[]
  readonly needs: readonly Need[]
  /** The last words of the program itself, and what Ctrl-C does here. */
  readonly notes: readonly string[]
}

export interface Surroundings {
  readonly now: string
  readonly timers: Timers
  readonly driver: string
  readonly notes: readonly string[]
}

export function liveView(state: State, run: Run, around: Surroundings): LiveView {
  const { now, timers, driver, notes } = around
  const isParked = isRunParked(state, run, now)
  const since = timers.get(run.id)?.since
  const units = unitsOf(state, run).toSorted(
    (a, b) => places.indexOf(a.status) - places.indexOf(b.status) || a.order - b.order,
  )
  const rows = units.map(each => rowOf(state, each, around))
  // Sessions are metered when they report; until then the clock knows better.
  const clockMs = rows.reduce((sum, each) => sum + each.workedMs, 0)
  return {
    run: run.id,
    how: howText({ outcome: run.outcome, isParked }, undrivenText(state) && 'nobody drives it'),
    elapsedMs: since === undefined ? undefined : spanMs(since, now),
    landed: run.landed,
    total: units.length,
    driver,
    usage: { ...run.usage, timeMs: Math.max(clockMs, run.usage.timeMs) },
    budget: run.budget,
    rows,
    line: lineOrder(state, run).map(order => rowAt(state.units, order).spec.name),
    needs: needsOf(state, run, now),
    notes,
  }
}

const places: readonly UnitStatus[] = [
  'landing',
  'working',
  'judging',
  'reviewing',
  'preparing',
  'queued',
  'blocked',
  'ready',
  'pending',
  'failed',
  'skipped',
  'cancelled',
  'landed',
]

function rowOf(state: State, unit: Unit, { now, timers }: Surroundings): LiveRow {
  const timer = timers.get(unit.id)
  return {
    name: unit.spec.name,
    status: unit.status,
    forMs: timer && spanMs(timer.since, now),
    workedMs: workedMs(timer, now),
    attempt: unit.attempt,
    attempts: unit.spec.attempts,
    why: whyOf(state, unit, now).replaceAll(`${unit.run}/`, ''),
  }
}

function whyOf(state: State, unit: Unit, now: string): string {
  if (unit.status === 'landed') return unit.commit?.slice(0, 10) ?? ''
  const { kind } = whyWaiting(state, unit, now)
  const reason =
    kind === 'ended'
      ? (unit.cause ?? '')
      : kind === 'effect' && unit.status === 'working'
        ? (unit.agent ?? '')
        : reasonText(whyWaiting(state, unit, now), isDriven(state))
  const last = unit.failures.at(-1)
  const failure =
    last === undefined ? '' : `${unit.failures.length} failed, last ${last.class}: ${last.summary}`
  return [reason, failure].filter(Boolean).join('; ')
}
