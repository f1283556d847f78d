// Time passed. Waits that are over end, and every open unit is looked at once more, so that a journal cut at any event goes on.

import { eachKey } from '../structure/keys.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { isOver } from '../time.ts'
import { isShut } from '../why.ts'
import type { Context } from './context.ts'
import { emit, fine, stateOf } from './context.ts'
import { consider, stopWhereSpent, touchAll } from './settle.ts'

export function decideTick(context: Context) {
  const state = stateOf(context)
  endWaits(context)
  for (const order of eachKey(state.openRuns))
    for (const unit of rowAt(state.runs, order).units) consider(context, unit)
  touchAll(context, stateOf(context))
  stopWhereSpent(context)
  return fine
}

function endWaits(context: Context): void {
  const state = stateOf(context)
  const owners = [...eachKey(state.resting)].map(order => rowAt(state.units, order))
  for (const owner of [...owners, ...errands(context)])
    if (owner.wait && isOver(owner.wait, context.at))
      emit(context, { type: 'rested', owner: owner.id })
  for (const agent of Object.keys(state.quotas).sort())
    if (isShut(state, agent) && isOver(state.quotas[agent]!.wait!, context.at))
      emit(context, { type: 'quota.closed', agent })
}

function errands(context: Context) {
  const { errands: ids, runs, deliveries } = stateOf(context)
  return ids.map(id => findRow(runs, id) ?? findRow(deliveries, id)!)
}
