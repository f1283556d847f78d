// Bringing what landed to where people want it, and what comes back from there: comments and closed requests become one
// follow-up unit each time, linked to what it follows; what was seen before changes nothing.

import type { CommandOf } from '../command.ts'
import type { Delivery, Run, Unit, UnitSpec } from '../model.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { lastDelivery, prepareDelivery } from './finish.ts'
import { reopen } from './retry.ts'

export function decideDeliver(context: Context, command: CommandOf<'deliver'>) {
  const { runs } = stateOf(context)
  const run = findRow(runs, command.run)
  if (!run) return unknown('run', command.run, runs)
  if (run.landings === 0) return refuseWith('delivery-empty', `nothing of ${run.id} has landed`)
  const last = lastDelivery(context, run)
  if (last?.status === 'prepared')
    return refuseWith('delivery-busy', `${last.id} is on its way already`)
  const { how, by, reason } = command
  prepareDelivery(context, run, how, { by, reason })
  return fine
}

export function decideObserve(context: Context, command: CommandOf<'observe'>) {
  const { deliveries } = stateOf(context)
  const delivery = findRow(deliveries, command.delivery)
  if (!delivery) return unknown('delivery', command.delivery, deliveries)
  const comments = (command.comments ?? []).filter(each => !delivery.seen.includes(each.id))
  const isClosed = command.status === 'closed' && isLive(delivery)
  if (comments.length > 0 || isClosed) follow(context, delivery, comments)
  if (comments.length > 0) {
    const ids = [...new Set(comments.map(each => each.id))]
    emit(context, { type: 'delivery.commented', delivery: delivery.id, comments: ids })
  }
  if (isLive(delivery) && command.status !== delivery.status) note(context, delivery, command)
  return fine
}

const isLive = (delivery: Delivery) =>
  delivery.status === 'open' || delivery.status === 'conflicted'

const events = {
  open: 'delivery.opened',
  merged: 'delivery.merged',
  closed: 'delivery.closed',
  conflicted: 'delivery.conflicted',
} as const

function note(context: Context, delivery: Delivery, command: CommandOf<'observe'>): void {
  emit(context, { type: events[command.status], delivery: delivery.id })
}

type Comments = NonNullable<CommandOf<'observe'>['comments']>

function follow(context: Context, delivery: Delivery, comments: Comments): void {
  const state = stateOf(context)
  const run = findRow(state.runs, delivery.run)!
  const named = comments.map(each => each.unit && findRow(state.units, each.unit))
  const followed = named.find(unit => unit !== undefined && unit !== '') ?? lastLanded(context, run)
  if (!followed) return
  reopen(context, run.id)
  const brief = comments.find(each => each.brief !== undefined)?.brief
  emit(context, { type: 'run.extended', run: run.id, units: [followUp(run, followed, brief)] })
}

function lastLanded(context: Context, run: Run): Unit | undefined {
  return run.units
    .map(order => rowAt(stateOf(context).units, order))
    .findLast(unit => unit.status === 'landed' && unit.commit !== null && !unit.spec.brings)
}

function followUp(run: Run, unit: Unit, brief: string | undefined): UnitSpec {
  const { gate: _gate, reverts: _reverts, brief: _brief, ...spec } = unit.spec
  return {
    ...spec,
    name: `${spec.name}-follow-${run.units.length}`,
    kind: 'change',
    after: [],
    write: unit.claims.write.map(each => each.text),
    follows: unit.id,
    ...(brief !== undefined && { brief }),
  }
}
