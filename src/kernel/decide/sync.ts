// A delivery whose target has moved: the target's own commits are brought into the line by a unit that is judged and landed like any
// other, and then the delivery is tried again. Nothing that somebody put on the target is lost, and nothing untested is delivered.

import { unitId } from '../../base/ids.ts'
import type { Outcomes } from '../effect.ts'
import type { Delivery, Unit, UnitSpec } from '../model.ts'
import { roundsMost } from '../policy.ts'
import { findRow } from '../structure/rows.ts'
import { isBad } from '../unit.ts'
import { type Context, emit, stateOf } from './context.ts'
import { lastDelivery, prepareDelivery } from './finish.ts'
import { freeName } from './names.ts'
import { reopen } from './retry.ts'

type Behind = Extract<Outcomes['deliver'], { ok: 'behind' }>

export function followTarget(context: Context, delivery: Delivery, { tip, brief }: Behind): void {
  const { id, run } = delivery
  if (delivery.rounds >= roundsMost) {
    const why = `the target moved ${roundsMost} times while the delivery followed it`
    emit(context, { type: 'delivery.conflicted', delivery: id, why })
    return
  }
  reopen(context, run)
  const spec = syncSpec(freeName(context, run, 'sync'), tip, brief)
  emit(context, { type: 'run.extended', run, units: [spec] })
  emit(context, { type: 'delivery.behind', delivery: id, tip, sync: unitId(run, spec.name) })
}

/** It claims nothing: it changes only what the line of its own run stands on. */
function syncSpec(name: string, brings: string, brief: string | undefined): UnitSpec {
  return {
    name,
    kind: 'branch',
    after: [],
    write: [],
    read: [],
    agents: [],
    labels: [],
    review: 'none',
    attempts: 1,
    converge: false,
    escalate: false,
    weight: 1,
    budget: {},
    brings,
    ...(brief !== undefined && { brief }),
  }
}

/** Tries a delivery again once the line holds its target, and gives it up where the two do not go together. */
export function settleSync(context: Context, id: string): void {
  const run = findRow(stateOf(context).runs, id)
  const delivery = run && lastDelivery(context, run)
  if (!run || !delivery || delivery.sync === null) return
  const unit = findRow(stateOf(context).units, delivery.sync)!
  if (unit.status === 'landed') prepareDelivery(context, run, delivery.how)
  else if (isBad(unit)) giveUp(context, delivery, unit)
}

function giveUp(context: Context, { id: delivery }: Delivery, unit: Unit): void {
  const said = unit.status === 'failed' ? unit.failures.at(-1)?.summary : undefined
  const how = said ?? `a person ended it (${unit.status})`
  const why = `${unit.id} was to bring what the target got meanwhile: ${how}`
  emit(context, { type: 'delivery.conflicted', delivery, why })
}
