// What follows from what was decided, until nothing more follows: dependents wake or are skipped, the landing line moves,
// gates and runs end, free slots are filled.

import { spentCap } from '../budget.ts'
import type { Event } from '../event.ts'
import { isGateOpen } from '../gate.ts'
import type { State, Unit } from '../model.ts'
import { eachKey } from '../structure/keys.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { isBad, isComputed } from '../unit.ts'
import { type Context, emit, stateOf } from './context.ts'
import { settleRun } from './finish.ts'
import { settleLine } from './line.ts'
import { fillSlots } from './schedule.ts'
import { settleSync } from './sync.ts'

export function settle(context: Context): void {
  let heard = 0
  for (;;) {
    while (heard < context.events.length) react(context, context.events[heard++]!)
    const runs = [...context.touched].sort()
    context.touched.clear()
    for (const run of runs) settleLine(context, run)
    for (const run of runs) settleSync(context, run)
    for (const run of runs) settleRun(context, run)
    fillSlots(context)
    if (heard === context.events.length) return
  }
}

function react(context: Context, event: Event): void {
  const state = stateOf(context)
  if (event.type === 'run.started' || event.type === 'run.extended')
    for (const order of findRow(state.runs, event.run)!.units) consider(context, order)
  else if (event.type === 'gate.armed')
    for (const order of findRow(state.gates, event.gate)!.units) consider(context, order)
  else if (event.type === 'usage.recorded') stopWhereSpent(context)
  else if (event.type === 'unit.restored' || event.type === 'unit.submitted')
    reactToRestored(context, findRow(state.units, event.unit)!)
  else if ('unit' in event) reactToUnit(context, event.type, findRow(state.units, event.unit)!)
  else if (event.type === 'resumed') touchAll(context, state)
}

function reactToUnit(context: Context, type: Event['type'], unit: Unit): void {
  if (type === 'unit.started') startGate(context, unit)
  if (type !== 'unit.landed' && !isBad(unit)) return
  for (const order of unit.feeds) consider(context, order)
}

export function touchAll(context: Context, state: State): void {
  for (const order of eachKey(state.openRuns)) context.touched.add(rowAt(state.runs, order).id)
}

/** A pending unit wakes when all it needs has landed, and is skipped when something it needs never will. */
export function consider(context: Context, order: number): void {
  const state = stateOf(context)
  const unit = rowAt(state.units, order)
  if (unit.status !== 'pending') return
  const bad = unit.needs.map(each => rowAt(state.units, each)).find(isBad)
  if (bad) emit(context, { type: 'unit.skipped', unit: unit.id, cause: bad.cause ?? bad.id })
  else if (unit.missing === 0 && isGateOpen(state, unit))
    emit(context, { type: 'unit.readied', unit: unit.id })
}

function reactToRestored(context: Context, unit: Unit): void {
  const id = unit.spec.gate
  if (id !== undefined && findRow(stateOf(context).gates, id)?.status === 'awaiting_review')
    emit(context, { type: 'gate.reopened', gate: id })
  consider(context, unit.order)
}

function startGate(context: Context, unit: Unit): void {
  const id = unit.spec.gate
  if (id !== undefined && findRow(stateOf(context).gates, id)?.status === 'armed')
    emit(context, { type: 'gate.started', gate: id })
}

/** A session that nobody has taken yet is over at once. */
function stop(context: Context, unit: Unit): void {
  if (unit.stage?.lease) emit(context, { type: 'unit.stopping', unit: unit.id, why: 'budget' })
  else emit(context, { type: 'unit.stopped', unit: unit.id, tree: null })
}

/** Sessions whose budget is used up are asked to end in good order; their work is kept. */
export function stopWhereSpent(context: Context): void {
  const state = stateOf(context)
  for (const order of [...eachKey(state.busy)]) {
    const unit = rowAt(state.units, order)
    const isRunning =
      unit.stage?.kind === 'work' && unit.stage.stopping === null && !isComputed(unit)
    if (isRunning && spentCap(state, unit, context.at)) stop(context, unit)
  }
}
