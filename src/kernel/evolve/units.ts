// What each event changes in its unit, as patches; and the few events of a unit that also speak of its neighbours.

import { parseClaim } from '../../base/claims.ts'
import type { EventOf } from '../event.ts'
import type { Note, Unit, Usage } from '../model.ts'
import { failuresKept, notesKept } from '../policy.ts'
import type { Draft } from '../structure/draft.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { dayOf } from '../time.ts'
import { foldCandidate, type UnitEvent } from './candidates.ts'
import { changeGate, changeRun, changeUnit, gateOf } from './change.ts'
import { stageOf } from './stage.ts'

type Patch = Partial<Unit>
type Patches = {
  readonly [T in UnitEvent['type']]?: (unit: Unit, event: EventOf<T>) => Patch
}

export function foldUnit(draft: Draft, event: UnitEvent): void {
  const unit = findRow(draft.state.units, event.unit)
  if (unit === undefined) return
  const patch = patches[event.type] as ((unit: Unit, event: UnitEvent) => Patch) | undefined
  changeUnit(draft, unit, patch ? patch(unit, event) : foldCandidate(unit, event))
  if (event.type === 'unit.worked') forgetTrips(draft, unit.agent)
  if (event.type === 'unit.landing') foldBoarding(draft, unit, event)
  if (event.type === 'unit.landed') foldLanding(draft, unit, event)
  if (event.type === 'usage.recorded') foldUsage(draft, unit, event)
}

/** What a unit lets go of when it stops for good or for a human. */
const letGo = {
  stage: null,
  wait: null,
  candidate: null,
  aboard: null,
  holdsClaims: false,
  isPrepared: false,
  opened: undefined,
} as const

const patches: Patches = {
  'unit.readied': () => ({ status: 'ready' }),
  'unit.started': (_unit, event) => ({
    status: 'preparing',
    attempt: event.attempt,
    base: event.base,
    kept: event.from,
    tree: null,
    isPrepared: false,
    stage: stageOf('prepare'),
    holdsClaims: true,
    hand: undefined,
  }),
  'unit.prepared': () => ({ isPrepared: true, stage: null }),
  'unit.dispatched': (_unit, event) => ({
    status: 'working',
    isPrepared: false,
    stage: stageOf('work'),
    agent: event.agent,
  }),
  'usage.recorded': (unit, event) => ({
    usage: addUsage(unit.usage, event.usage),
    session: unit.session && {
      fence: unit.session.fence,
      usage: addUsage(unit.session.usage, event.usage),
    },
  }),
  'unit.stopping': (unit, event) => ({
    stage: unit.stage && { ...unit.stage, stopping: event.why },
  }),
  'unit.stopped': (unit, event) => ({
    status: 'ready',
    stage: null,
    kept: event.tree ?? unit.kept,
  }),
  'unit.worked': (_unit, event) => ({ status: 'judging', stage: null, tree: event.tree, trips: 0 }),
  'unit.judging': () => ({ stage: stageOf('judge') }),
  'unit.judged': (_unit, event) => ({
    status: event.next === 'review' ? 'reviewing' : 'queued',
    stage: null,
    trips: 0,
  }),
  'unit.reviewing': () => ({ stage: stageOf('review') }),
  'unit.approved': () => ({ status: 'queued', stage: null, wait: null, trips: 0 }),
  'attempt.failed': foldFailure,
  'unit.blocked': (unit, event) => ({
    ...letGo,
    status: 'blocked',
    stop: event.stop,
    brief: event.brief,
    kept: event.stop === 'infrastructure' || event.stop === 'lasting' ? unit.tree : null,
  }),
  'unit.answered': (unit, event) => ({
    ...goAgain(unit, { kind: 'answer', by: event.by, text: event.text }),
    status: 'ready',
    spent: unit.stop === 'agent' ? unit.spent : 0,
  }),
  'unit.failed': () => ({ ...letGo, status: 'failed', stop: 'operator' }),
  'unit.skipped': (_unit, event) => ({ ...letGo, status: 'skipped', cause: event.cause }),
  'unit.cancelled': () => ({ ...letGo, status: 'cancelled' }),
  'unit.restored': (unit, event) => ({
    ...goAgain(unit, event.isCause ? { kind: 'reason', by: event.by, text: event.reason } : null),
    status: 'pending',
    spent: 0,
    cause: null,
  }),
  'unit.opened': (unit, { by, reason, base }) => ({
    opened: { by, reason, base, held: unit.holdsClaims },
    holdsClaims: true,
  }),
  'unit.closed': unit => ({
    opened: undefined,
    holdsClaims: unit.opened?.held ?? unit.holdsClaims,
  }),
  'unit.submitted': (unit, { by, attempt, base, tree }) => ({
    ...goAgain(unit, null),
    status: 'judging',
    attempt,
    base,
    tree,
    agent: null,
    hand: by,
    holdsClaims: true,
    spent: 0,
    cause: null,
  }),
  'unit.rewound': (_unit, { tree }) => ({ kept: tree, best: null, stalls: 0 }),
  'claim.extended': (unit, event) => ({
    extensions: unit.extensions + 1,
    claims: {
      read: unit.claims.read,
      write: [...unit.claims.write, ...event.write.flatMap(readClaim)],
    },
  }),
  'unit.landed': (_unit, event) => ({ ...letGo, status: 'landed', commit: event.commit }),
}

export function readClaim(text: string) {
  const claims = parseClaim(text)
  return 'problem' in claims ? [] : claims
}

function foldFailure(unit: Unit, event: EventOf<'attempt.failed'>): Patch {
  const isOver = event.next !== 'retry'
  return {
    ...(isOver ? letGo : { stage: null, candidate: null, isPrepared: false, wait: event.wait }),
    status: event.next === 'retry' ? 'ready' : event.next === 'block' ? 'blocked' : 'failed',
    spent: unit.spent + Number(event.isConsumed),
    trips: event.trips,
    failures: [...unit.failures, event.failure].slice(-failuresKept),
    notes: event.by === undefined ? unit.notes : withNote(unit, commentOf(event.by, event)),
    kept: event.kept,
    best: event.best,
    stalls: event.stalls,
    stop: event.stop ?? null,
    brief: event.brief ?? null,
  }
}

const commentOf = (by: string, event: EventOf<'attempt.failed'>): Note => ({
  kind: 'comment',
  by,
  text: event.failure.summary,
})

/** A human said go: what stopped the unit is forgotten, what was said is kept. */
function goAgain(unit: Unit, note: Note | null): Patch {
  return {
    ...letGo,
    stop: null,
    brief: null,
    trips: 0,
    stalls: 0,
    notes: note === null ? unit.notes : withNote(unit, note),
  }
}

function withNote(unit: Unit, note: Note): readonly Note[] {
  return [...unit.notes, note].slice(-notesKept)
}

function addUsage(a: Usage, b: Usage): Usage {
  return { timeMs: a.timeMs + b.timeMs, tokens: a.tokens + b.tokens, cost: a.cost + b.cost }
}

/** An agent that did its work has quota: its breaker begins anew. */
function forgetTrips(draft: Draft, agent: string | null): void {
  const { state } = draft
  if (agent === null || !Object.hasOwn(state.quotas, agent)) return
  const { [agent]: quota, ...others } = state.quotas
  if (quota?.wait === null) state.quotas = others
}

/** Those that land in the same move of the ref can be stopped as little as the one that carries them. */
function foldBoarding(draft: Draft, carrier: Unit, event: EventOf<'unit.landing'>): void {
  for (const id of event.aboard ?? []) {
    const unit = findRow(draft.state.units, id)
    if (unit) changeUnit(draft, unit, { status: 'landing', stage: null, aboard: carrier.id })
  }
}

/** The tip moves, an evaluation of the old one is nobody's any more, and every unit that needs this one is missing one less. */
function foldLanding(draft: Draft, unit: Unit, event: EventOf<'unit.landed'>): void {
  const run = findRow(draft.state.runs, unit.run)
  if (run && event.commit !== null)
    changeRun(draft, run, {
      tip: event.commit,
      judged: event.commit,
      landings: run.landings + 1,
      stage: run.stage && { ...run.stage, lease: null },
    })
  for (const order of unit.feeds) {
    const fed = rowAt(draft.state.units, order)
    changeUnit(draft, fed, { missing: fed.missing - 1 })
  }
}

/** What a session used counts for its unit, its gate, its run and the day on which it was heard of. */
function foldUsage(draft: Draft, unit: Unit, event: EventOf<'usage.recorded'>): void {
  const { state } = draft
  const run = findRow(state.runs, unit.run)
  if (run) changeRun(draft, run, { usage: addUsage(run.usage, event.usage) })
  const gate = gateOf(draft, unit)
  if (gate) changeGate(draft, gate, { usage: addUsage(gate.usage, event.usage) })
  const isToday = state.day.date === dayOf(event.at)
  const usage = isToday ? addUsage(state.day.usage, event.usage) : event.usage
  state.day = { date: dayOf(event.at), usage }
}
