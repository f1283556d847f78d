// Why a unit does not move: the one answer behind `why`, the board and the scheduler, so that what is shown is what was decided.

import { type BudgetKind, spentCap } from './budget.ts'
import { type Conflict, conflictFor } from './claims.ts'
import { effectIdOf } from './due.ts'
import type { BudgetScope, Scope } from './event.ts'
import { gateFor, isGateOpen } from './gate.ts'
import { batchOf, comingUnits, lineOrder } from './line.ts'
import type { Run, Slot, State, Unit, UnitStatus } from './model.ts'
import { findRow, rowAt } from './structure/rows.ts'
import { isTerminal, needsNoAgent, type Queue, queueOf } from './unit.ts'

export type Reason =
  | { readonly kind: 'ended'; readonly status: UnitStatus }
  | { readonly kind: 'effect'; readonly effect: string; readonly holder: string | null }
  | { readonly kind: 'backoff'; readonly until: string; readonly why: 'infrastructure' | 'quota' }
  | { readonly kind: 'human'; readonly question: string }
  | { readonly kind: 'review' }
  | { readonly kind: 'open'; readonly by: string }
  | { readonly kind: 'dependency'; readonly units: readonly string[] }
  | { readonly kind: 'gate'; readonly gate: string; readonly status: string }
  | { readonly kind: 'pause'; readonly scope: Scope }
  | { readonly kind: 'budget'; readonly scope: BudgetScope; readonly what: BudgetKind }
  | { readonly kind: 'quota'; readonly agents: readonly string[]; readonly until: string }
  | ({ readonly kind: 'claim' } & Conflict)
  | { readonly kind: 'limit'; readonly slot: Slot; readonly limit: number }
  | { readonly kind: 'line'; readonly behind: readonly string[] }
  /** It is proved together with these, by the proof of one of them, or lands with them. */
  | { readonly kind: 'batch'; readonly units: readonly string[] }
  /** Nothing stands in the way: the next decision moves it. */
  | { readonly kind: 'next' }

export function whyWaiting(state: State, unit: Unit, now: string): Reason {
  if (isTerminal(unit)) return { kind: 'ended', status: unit.status }
  if (unit.opened) return { kind: 'open', by: unit.opened.by }
  if (unit.wait !== null) return { kind: 'backoff', until: unit.wait.until, why: unit.wait.why }
  if (unit.stage !== null)
    return { kind: 'effect', effect: effectIdOf(unit)!, holder: unit.stage.lease?.holder ?? null }
  if (unit.status === 'blocked') return { kind: 'human', question: unit.brief?.question ?? '' }
  if (unit.status === 'pending') return whyPending(state, unit)
  const queue = queueOf(unit)
  const held = queue && (obstacle(state, unit, queue, now) ?? limitReason(state, unit, queue))
  if (held) return held
  return queue === null ? whyStanding(state, unit) : { kind: 'next' }
}

function whyPending(state: State, unit: Unit): Reason {
  const missing = unit.needs
    .map(order => rowAt(state.units, order))
    .filter(each => each.status !== 'landed')
  if (missing.length > 0) return { kind: 'dependency', units: missing.map(each => each.id) }
  return gateReason(state, unit) ?? { kind: 'next' }
}

function whyStanding(state: State, unit: Unit): Reason {
  if (unit.status === 'reviewing') return { kind: 'review' }
  if (unit.aboard !== null) return { kind: 'batch', units: [unit.aboard] }
  const pause = pauseReason(state, unit)
  if (pause) return pause
  const run = findRow(state.runs, unit.run)!
  const line = lineOrder(state, run)
  const ahead = line.slice(0, line.indexOf(unit.order))
  const isOfBatch = unit.candidate?.status === 'held' || ahead.length === 0
  if (batchOf(run) > 1 && isOfBatch) return whyHeld(state, run, unit)
  if (ahead.length === 0) return { kind: 'next' }
  return { kind: 'line', behind: ahead.map(order => rowAt(state.units, order).id) }
}

/** Something of its batch must be on the move: being built or proved, or still on its way to the line. */
function whyHeld(state: State, run: Run, unit: Unit): Reason {
  const moving = run.line
    .map(order => rowAt(state.units, order))
    .filter(each => each.stage !== null || queueOf(each) !== null)
  const units = [...moving, ...comingUnits(state, run)].filter(each => each !== unit)
  return units.length === 0
    ? { kind: 'next' }
    : { kind: 'batch', units: units.map(each => each.id) }
}

/** What keeps a unit from leaving its queue, slots aside. The scheduler starts a unit where this answers nothing. */
export function obstacle(state: State, unit: Unit, queue: Queue, now: string): Reason | undefined {
  const pause = pauseReason(state, unit)
  if (pause || queue === 'judge') return pause
  const spent = needsNoAgent(unit) ? undefined : spentCap(state, unit, now)
  if (spent) return { kind: 'budget', scope: spent.scope, what: spent.kind }
  if (unit.status === 'reviewing') return undefined
  const quota = quotaReason(state, unit)
  if (quota || queue === 'work') return quota
  const gate = gateReason(state, unit)
  if (gate || unit.holdsClaims) return gate
  const conflict = conflictFor(state, unit.order, unit.claims)
  return conflict && { kind: 'claim', ...conflict }
}

const slotFor = { ready: 'prepare', work: 'work', judge: 'judge' } as const

export function slotReason(state: State, queue: Queue): Reason | undefined {
  const slot = slotFor[queue]
  const limit = state.limits[slot]
  return state.slots[slot] < limit ? undefined : { kind: 'limit', slot, limit }
}

/** What git computes takes no slot before it is judged. */
function limitReason(state: State, unit: Unit, queue: Queue): Reason | undefined {
  return needsNoAgent(unit) && queue !== 'judge' ? undefined : slotReason(state, queue)
}

export function pauseReason(state: State, unit: Unit): Reason | undefined {
  if (state.isPaused) return { kind: 'pause', scope: { kind: 'project' } }
  if (findRow(state.runs, unit.run)?.isPaused)
    return { kind: 'pause', scope: { kind: 'run', run: unit.run } }
  return unit.isPaused ? { kind: 'pause', scope: { kind: 'unit', unit: unit.id } } : undefined
}

function gateReason(state: State, unit: Unit): Reason | undefined {
  const gate = gateFor(state, unit)
  if (gate === undefined || isGateOpen(state, unit)) return undefined
  return { kind: 'gate', gate: gate.id, status: gate.status }
}

/** Whether the quota breaker of the agent is open, so that no session may start with it. */
export function isShut(state: State, agent: string): boolean {
  return Object.hasOwn(state.quotas, agent) && state.quotas[agent]!.wait !== null
}

/** The first agent of the chain whose quota is open; undefined when all are closed, null when the unit needs none. */
export function openAgent(state: State, unit: Unit): string | null | undefined {
  if (unit.spec.agents.length === 0) return null
  return unit.spec.agents.find(agent => !isShut(state, agent))
}

function quotaReason(state: State, unit: Unit): Reason | undefined {
  if (openAgent(state, unit) !== undefined) return undefined
  const { agents } = unit.spec
  const until = agents.map(agent => state.quotas[agent]!.wait!.until).sort()[0]!
  return { kind: 'quota', agents, until }
}
