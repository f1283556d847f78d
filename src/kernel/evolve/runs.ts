// What the events of a run change: its units and gates enter here, with their places in the graph worked out once.

import { gateId, unitId } from '../../base/ids.ts'
import type { Event, EventOf } from '../event.ts'
import type { Gate, Run, Unit, UnitSpec } from '../model.ts'
import type { Draft } from '../structure/draft.ts'
import { insertKey } from '../structure/keys.ts'
import { addRow, findRow, placeOf, rowAt } from '../structure/rows.ts'
import { computedRank, isComputedKind, isTerminal, keyFor } from '../unit.ts'
import { changeGate, changeRun, changeUnit } from './change.ts'
import { ranks } from './ranks.ts'
import { stageOf } from './stage.ts'
import { readClaim } from './units.ts'

type RunEvent = Exclude<
  Extract<Event, { run: string }>,
  { unit: string } | { gate: string } | { delivery: string }
>

export function foldRun(draft: Draft, event: RunEvent): void {
  const run = findRow(draft.state.runs, event.run)
  if (event.type === 'run.started') {
    if (run === undefined) start(draft, event)
  } else if (run === undefined) return
  else if (event.type === 'run.extended') addUnits(draft, run, event.units)
  else changeRun(draft, run, patchFor(run, event))
}

function patchFor(run: Run, event: RunEvent): Partial<Run> {
  switch (event.type) {
    case 'run.moved':
      return { tip: event.tip, ...(event.landed !== undefined && landedOn(run, event.tip)) }
    case 'run.evaluating':
      return { stage: stageOf('evaluate') }
    case 'run.evaluated':
      return {
        stage: null,
        wait: null,
        trips: 0,
        evaluated: event.landing,
        isDegraded: event.isDegraded,
        evaluation: event.evaluation ?? null,
      }
    case 'run.cancelled':
      return { isCancelled: true }
    case 'run.finished':
      return { status: 'finished', outcome: event.outcome }
    case 'run.reopened':
      return { status: 'open', outcome: null, isCancelled: false }
    default:
      return {}
  }
}

const landedOn = ({ landings }: Run, judged: string) => ({ judged, landings: landings + 1 })

function start(draft: Draft, event: EventOf<'run.started'>): void {
  const { state } = draft
  const run: Run = {
    id: event.run,
    order: state.runs.size,
    behaviour: event.behaviour,
    base: event.base,
    tip: event.base,
    policy: event.policy,
    status: 'open',
    outcome: null,
    isPaused: false,
    isCancelled: false,
    units: [],
    gates: event.gates.map(gate => gateId(event.run, gate.name)),
    open: 0,
    landed: 0,
    line: [],
    landings: 0,
    judged: null,
    evaluated: 0,
    isDegraded: false,
    evaluation: null,
    deliveries: [],
    stage: null,
    wait: null,
    trips: 0,
    usage: noUsage,
    budget: event.policy.budget,
  }
  state.runs = addRow(draft, state.runs, run.id, run)
  state.openRuns = insertKey(draft, state.openRuns, run.order)
  for (const gate of event.gates) addGate(draft, run.id, gate)
  addUnits(draft, run, event.units)
}

const noUsage = { timeMs: 0, tokens: 0, cost: 0 }

function addGate(draft: Draft, run: string, spec: EventOf<'run.started'>['gates'][number]): void {
  const { state } = draft
  const gate: Gate = {
    id: gateId(run, spec.name),
    order: state.gates.size,
    run,
    name: spec.name,
    after: spec.after === undefined ? null : gateId(run, spec.after),
    status: 'draft',
    units: [],
    open: 0,
    notes: [],
    usage: noUsage,
    budget: spec.budget,
  }
  state.gates = addRow(draft, state.gates, gate.id, gate)
}

function addUnits(draft: Draft, run: Run, specs: readonly UnitSpec[]): void {
  const first = draft.state.units.size
  const places = new Map(specs.map((spec, index) => [spec.name, first + index]))
  const placeFor = (name: string) =>
    places.get(name) ?? placeOf(draft.state.units, unitId(run.id, name))
  const needs = specs.map(spec => spec.after.map(placeFor).filter(each => each !== undefined))
  const rank = ranks(
    specs.map(spec => spec.weight),
    needs,
    first,
  )
  const feeds = feedsOf(needs, first)
  specs.forEach((spec, index) => {
    addUnit(draft, run, spec, { needs: needs[index]!, feeds: feeds[index]!, rank: rank[index]! })
  })
  linkToOlder(draft, needs, first)
  const orders = specs.map((_, index) => first + index)
  changeRun(draft, findRow(draft.state.runs, run.id)!, {
    units: [...run.units, ...orders],
    open: run.open + specs.length,
  })
  countIntoGates(draft, orders)
}

interface Links {
  readonly needs: readonly number[]
  readonly feeds: readonly number[]
  readonly rank: number
}

function feedsOf(needs: readonly (readonly number[])[], first: number): number[][] {
  const feeds: number[][] = needs.map(() => [])
  needs.forEach((each, index) => {
    for (const need of each) feeds[need - first]?.push(first + index)
  })
  return feeds
}

function addUnit(draft: Draft, run: Run, spec: UnitSpec, links: Links): void {
  const { state } = draft
  const order = state.units.size
  const unit: Unit = {
    id: unitId(run.id, spec.name),
    order,
    run: run.id,
    spec: spec.gate === undefined ? spec : { ...spec, gate: gateId(run.id, spec.gate) },
    key: keyFor(isComputedKind(spec.kind) ? computedRank : links.rank, order),
    needs: links.needs,
    feeds: links.feeds,
    missing: links.needs.length,
    status: 'pending',
    isPaused: false,
    attempt: 0,
    spent: 0,
    trips: 0,
    isPrepared: false,
    stage: null,
    wait: null,
    claims: { write: spec.write.flatMap(readClaim), read: spec.read.flatMap(readClaim) },
    holdsClaims: false,
    extensions: 0,
    base: null,
    agent: null,
    tree: null,
    kept: null,
    best: null,
    stalls: 0,
    failures: [],
    notes: [],
    usage: noUsage,
    budget: spec.budget,
    candidate: null,
    candidates: 0,
    aboard: null,
    commit: null,
    stop: null,
    brief: null,
    cause: null,
    revertedBy: null,
    session: null,
  }
  state.units = addRow(draft, state.units, unit.id, unit)
}

/** Units of an extension may need units that are there already: some of those have landed, and all of them feed. */
function linkToOlder(draft: Draft, needs: readonly (readonly number[])[], first: number): void {
  needs.forEach((each, index) => {
    let landed = 0
    for (const need of each) {
      const older = rowAt(draft.state.units, need)
      landed += Number(older.status === 'landed')
      if (need < first) changeUnit(draft, older, { feeds: [...older.feeds, first + index] })
    }
    const unit = rowAt(draft.state.units, first + index)
    if (landed > 0) changeUnit(draft, unit, { missing: unit.missing - landed })
    linkRevert(draft, unit)
  })
}

function linkRevert(draft: Draft, unit: Unit): void {
  const { reverts, follows } = unit.spec
  const reverted = reverts && follows ? findRow(draft.state.units, follows) : undefined
  if (reverted) changeUnit(draft, reverted, { revertedBy: unit.id })
}

function countIntoGates(draft: Draft, orders: readonly number[]): void {
  const joined = new Map<string, number[]>()
  for (const order of orders) {
    const unit = rowAt(draft.state.units, order)
    if (unit.spec.gate === undefined || isTerminal(unit)) continue
    const units = joined.get(unit.spec.gate)
    if (units) units.push(order)
    else joined.set(unit.spec.gate, [order])
  }
  for (const [id, units] of joined) {
    const gate = findRow(draft.state.gates, id)
    if (gate)
      changeGate(draft, gate, {
        units: [...gate.units, ...units],
        open: gate.open + units.length,
      })
  }
}
