// Leases and deferrals: what happens to an effect before it is answered, whoever owns it.

import { effectOwner } from '../../base/ids.ts'
import type { EffectKind } from '../effect.ts'
import type { Event, EventOf } from '../event.ts'
import type { Delivery, Lease, Run, Stage, Unit, Wait } from '../model.ts'
import type { Draft } from '../structure/draft.ts'
import { findRow } from '../structure/rows.ts'
import { changeDelivery, changeRun, changeUnit } from './change.ts'

type EffectEvent = Extract<Event, { effect: string } | { owner: string }>
interface Patch {
  readonly stage?: Stage | null
  readonly wait?: Wait | null
  readonly trips?: number
}

export function foldEffect(draft: Draft, event: EffectEvent): void {
  switch (event.type) {
    case 'lease.claimed':
      draft.state.fence = Math.max(draft.state.fence, event.fence)
      {
        setLease(draft, event.effect, { holder: event.holder, fence: event.fence })
        return
      }
    case 'lease.lost':
      setLease(draft, event.effect, null)
      return
    case 'effect.deferred':
      change(draft, effectOwner(event.effect), owner => defer(owner.stage, event))
      return
    case 'rested':
      change(draft, event.owner, () => ({ wait: null }))
      return
  }
}

function setLease(draft: Draft, effect: string, lease: Lease | null): void {
  change(draft, effectOwner(effect), owner =>
    owner.stage ? { stage: { ...owner.stage, lease } } : {},
  )
}

const noUsage = { timeMs: 0, tokens: 0, cost: 0 }

/** These wait in a queue for a slot, and go back there; the others are simply asked for again. */
const queued: ReadonlySet<EffectKind> = new Set(['judge', 'review', 'prove'])

function defer(stage: Stage | null, event: EventOf<'effect.deferred'>): Patch {
  const isQueued = stage === null || queued.has(stage.kind)
  return {
    trips: event.trips,
    wait: event.wait,
    stage: isQueued ? null : { ...stage, lease: null },
  }
}

function change(draft: Draft, id: string, patch: (owner: Unit | Run | Delivery) => Patch): void {
  const { units, runs, deliveries } = draft.state
  const unit = findRow(units, id)
  if (unit) {
    changeOwningUnit(draft, unit, patch(unit))
    return
  }
  const run = findRow(runs, id)
  if (run) {
    changeRun(draft, run, patch(run))
    return
  }
  const delivery = findRow(deliveries, id)
  if (delivery) changeDelivery(draft, delivery, patch(delivery))
}

/** A candidate whose proof was put off waits for its judge again; a session that begins is metered from nothing. */
function changeOwningUnit(draft: Draft, unit: Unit, patch: Patch): void {
  const isPutOff = unit.stage?.kind === 'prove' && patch.stage === null && unit.candidate !== null
  const candidate = isPutOff ? { ...unit.candidate, status: 'built' as const } : unit.candidate
  const lease = unit.stage?.kind === 'work' ? patch.stage?.lease : undefined
  const session = lease ? { fence: lease.fence, usage: noUsage } : unit.session
  changeUnit(draft, unit, { ...patch, candidate, session })
}
