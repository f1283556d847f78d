// What the events of a delivery change in it. A delivery that is prepared again keeps its id and counts a revision.

import type { Event, EventOf } from '../event.ts'
import type { Delivery } from '../model.ts'
import type { Draft } from '../structure/draft.ts'
import { addRow, findRow } from '../structure/rows.ts'
import { changeDelivery, changeRun } from './change.ts'
import { stageOf } from './stage.ts'

type DeliveryEvent = Extract<Event, { delivery: string }>

export function foldDelivery(draft: Draft, event: DeliveryEvent): void {
  const delivery = findRow(draft.state.deliveries, event.delivery)
  if (delivery) changeDelivery(draft, delivery, patchFor(delivery, event))
  else if (event.type === 'delivery.prepared') add(draft, event)
}

function add(draft: Draft, event: EventOf<'delivery.prepared'>): void {
  const run = findRow(draft.state.runs, event.run)
  if (!run) return
  const row: Delivery = {
    id: event.delivery,
    order: draft.state.deliveries.size,
    run: event.run,
    how: event.how,
    status: 'prepared',
    revision: event.revision,
    landing: event.landing,
    tip: event.tip,
    url: null,
    sync: null,
    rounds: 0,
    why: null,
    command: null,
    seen: [],
    stage: null,
    wait: null,
    trips: 0,
  }
  draft.state.deliveries = addRow(draft, draft.state.deliveries, row.id, row)
  changeRun(draft, run, { deliveries: [...run.deliveries, row.id] })
  changeDelivery(draft, row, { stage: stageOf('deliver') })
}

function patchFor(delivery: Delivery, event: DeliveryEvent): Partial<Delivery> {
  const answered = { stage: null, wait: null, trips: 0, sync: null }
  switch (event.type) {
    case 'delivery.prepared': {
      const { revision, landing, tip, how } = event
      const said = { sync: null, why: null, command: null }
      return { ...said, status: 'prepared', revision, landing, tip, how, stage: stageOf('deliver') }
    }
    case 'delivery.opened':
      return { ...answered, status: 'open', url: event.url ?? delivery.url }
    case 'delivery.merged':
      return { ...answered, status: 'merged', url: event.url ?? delivery.url }
    case 'delivery.conflicted':
      return {
        ...answered,
        status: 'conflicted',
        url: event.url ?? delivery.url,
        why: event.why ?? null,
        command: event.command ?? null,
        rounds: 0,
      }
    case 'delivery.behind':
      return { ...answered, sync: event.sync, rounds: delivery.rounds + 1 }
    case 'delivery.closed':
      return { ...answered, status: 'closed' }
    case 'delivery.commented':
      return { seen: [...delivery.seen, ...event.comments] }
  }
}
