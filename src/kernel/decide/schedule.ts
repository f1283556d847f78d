// Who gets the free slots: the most urgent unit that nothing stands in the way of. Preparations, agents and judges have a
// limit each; a unit that is passed over keeps its place.

import type { EventType } from '../event.ts'
import type { Unit } from '../model.ts'
import { nextKey } from '../structure/keys.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { isComputed, needsNoAgent, orderOfKey, type Queue } from '../unit.ts'
import { obstacle, openAgent, slotReason } from '../why.ts'
import { type Context, emit, stateOf } from './context.ts'

/** Judges first: what is nearest to landing frees the claims that others wait for. */
export function fillSlots(context: Context): void {
  fill(context, 'judge', startJudge)
  fill(context, 'work', startWork)
  if (context.isSweep || !context.events.every(event => onItsWay.has(event.type)))
    fill(context, 'ready', startAttempt)
}

/** A unit that goes on its way frees no claim and no workspace, so nobody who waits for one need be asked again. */
const onItsWay: ReadonlySet<EventType> = new Set([
  'unit.prepared',
  'unit.worked',
  'unit.judging',
  'unit.judged',
  'unit.reviewing',
  'unit.approved',
  'unit.landing',
  'candidate.proposed',
  'candidate.built',
  'candidate.proving',
  'candidate.passed',
  'candidate.failed',
  'candidate.discarded',
  'lease.claimed',
  'effect.deferred',
])

function fill(context: Context, queue: Queue, start: (context: Context, unit: Unit) => void): void {
  let key: number | undefined = -1
  for (;;) {
    const state = stateOf(context)
    key = nextKey(state.queues[queue], key)
    if (key === undefined) return
    const unit = rowAt(state.units, orderOfKey(key))
    if (slotReason(state, queue) && (queue === 'judge' || !needsNoAgent(unit))) {
      // What git computes stands ahead of everything that an agent makes.
      if (queue === 'judge' || !isComputed(unit)) return
      continue
    }
    if (obstacle(state, unit, queue, context.at) === undefined) start(context, unit)
  }
}

/** The base is the tip, which holds every landing of the run and so everything the unit needs. */
function startAttempt(context: Context, unit: Unit): void {
  const base = findRow(stateOf(context).runs, unit.run)!.tip
  const attempt = unit.attempt + 1
  emit(context, { type: 'unit.started', unit: unit.id, attempt, base, from: unit.kept })
}

function startWork(context: Context, unit: Unit): void {
  if (unit.status === 'reviewing') {
    emit(context, { type: 'unit.reviewing', unit: unit.id })
    return
  }
  const agent = openAgent(stateOf(context), unit) ?? null
  emit(context, { type: 'unit.dispatched', unit: unit.id, agent })
}

function startJudge(context: Context, unit: Unit): void {
  const { candidate } = unit
  if (unit.status === 'judging' || candidate === null) {
    emit(context, { type: 'unit.judging', unit: unit.id })
    return
  }
  emit(context, { type: 'candidate.proving', unit: unit.id, candidate: candidate.serial })
}
