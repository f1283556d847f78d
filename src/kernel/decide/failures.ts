// What a failure leads to, by its class: the world is waited for and costs no attempt; everything else costs one and is
// evidence for the next; a unit that learns nothing new stops early.

import { briefOf } from '../brief.ts'
import { effectIdOf } from '../due.ts'
import type { Delivery, Failure, Run, StopReason, Unit, Wait } from '../model.ts'
import { backOffMs, lastingTripsMost, stallsMost, tripsMost } from '../policy.ts'
import { laterBy } from '../time.ts'
import { type Context, emit, stateOf } from './context.ts'

export function isOfTheWorld(failure: Failure): boolean {
  return failure.class === 'infrastructure' || failure.class === 'quota'
}

/** Ends the attempt. `tree` is what it left behind; `by` is the person who rejected it. */
export function failAttempt(context: Context, unit: Unit, failure: Failure, by?: string): void {
  if (isOfTheWorld(failure)) tripAttempt(context, unit, failure)
  else consumeAttempt(context, unit, failure, by)
}

function tripAttempt(context: Context, unit: Unit, failure: Failure): void {
  const trips = unit.trips + 1
  const isQuota = failure.class === 'quota' && unit.agent !== null
  if (isQuota) openQuota(context, unit.agent!, failure)
  const isOver = isEnough(trips, failure)
  emit(context, {
    type: 'attempt.failed',
    unit: unit.id,
    attempt: unit.attempt,
    failure,
    isConsumed: false,
    trips,
    wait: isOver || isQuota ? null : waitFor(context, failure, trips),
    kept: unit.kept,
    best: unit.best,
    stalls: unit.stalls,
    next: isOver ? 'block' : 'retry',
    ...(isOver && stopped(unit, stopOfWorld(failure), failure)),
  })
}

const isEnough = (trips: number, { isLasting }: Failure) =>
  trips >= (isLasting === true ? lastingTripsMost : tripsMost)

const stopOfWorld = ({ isLasting }: Failure): StopReason =>
  isLasting === true ? 'lasting' : 'infrastructure'

function stopped(unit: Unit, stop: StopReason, failure: Failure) {
  return { stop, brief: briefOf(unit, stop, failure) }
}

/** Until the time that the failure names, or twice as long as the last time. */
function waitFor(context: Context, failure: Failure, trips: number): Wait {
  const why = failure.class === 'quota' ? 'quota' : 'infrastructure'
  const isLater = failure.until !== undefined && failure.until > context.at
  const until = isLater ? failure.until! : laterBy(context.at, backOffMs(trips))
  return { from: context.at, until, why }
}

/** No unit starts with an agent whose quota is used up; those that run go on. */
function openQuota(context: Context, agent: string, failure: Failure): void {
  const trips = (stateOf(context).quotas[agent]?.trips ?? 0) + 1
  emit(context, { type: 'quota.opened', agent, trips, wait: waitFor(context, failure, trips) })
}

function consumeAttempt(context: Context, unit: Unit, failure: Failure, by?: string): void {
  const isByHand = unit.hand !== undefined
  const isConsumed = by === undefined && !isByHand
  const progress = isByHand ? handMade(unit) : progressOf(unit, failure)
  const stop = isByHand ? 'hand' : isConsumed ? stopFor(unit, failure, progress) : undefined
  const { kept, best, stalls } = progress
  emit(context, {
    type: 'attempt.failed',
    unit: unit.id,
    attempt: unit.attempt,
    failure,
    isConsumed,
    trips: unit.trips,
    wait: null,
    kept,
    best,
    stalls,
    next: stop === undefined ? 'retry' : isByHand || unit.spec.escalate ? 'block' : 'fail',
    ...(stop !== undefined && stopped(unit, stop, failure)),
    ...(by !== undefined && { by }),
  })
}

/** What a person made is theirs to go on from, or to give to an agent. */
function handMade({ tree, best, stalls }: Unit): Progress {
  return { kept: tree, best, stalls, isBetter: false }
}

interface Progress extends Pick<Unit, 'kept' | 'best' | 'stalls'> {
  readonly isBetter: boolean
}

/** A converging unit goes on from its best tree; without a measure every attempt begins afresh. */
function progressOf(unit: Unit, failure: Failure): Progress {
  const { metric } = failure
  const { best, tree } = unit
  if (!unit.spec.converge) return { kept: null, best: null, stalls: 0, isBetter: false }
  const stalled = { stalls: unit.stalls + 1, isBetter: false, best }
  if (metric === undefined || tree === null) return { ...stalled, kept: null }
  if (best !== null && metric >= best.metric) return { ...stalled, kept: best.tree }
  return { kept: tree, best: { tree, metric }, stalls: 0, isBetter: true }
}

function stopFor(unit: Unit, failure: Failure, progress: Progress): StopReason | undefined {
  if (unit.spent + 1 >= unit.spec.attempts) return 'exhausted'
  if (unit.spec.converge && progress.stalls >= stallsMost) return 'plateau'
  const isRepeated = unit.spent > 0 && !progress.isBetter && repeats(unit, failure)
  return isRepeated ? 'signature' : undefined
}

function repeats(unit: Unit, failure: Failure): boolean {
  const last = unit.failures.findLast(each => !isOfTheWorld(each))
  if (failure.signature === undefined || last === undefined) return false
  return last.class === failure.class && last.signature === failure.signature
}

/** The world failed under an effect that is not a session: what was validated stays, and the same effect is asked for again. */
export function deferEffect(
  context: Context,
  owner: Unit | Run | Delivery,
  failure: Failure,
): void {
  const trips = owner.trips + 1
  if (isEnough(trips, failure) && 'spec' in owner && owner.status !== 'landing') {
    emit(context, {
      type: 'unit.blocked',
      unit: owner.id,
      ...stopped(owner, stopOfWorld(failure), failure),
    })
    return
  }
  const effect = effectIdOf(owner)!
  emit(context, {
    type: 'effect.deferred',
    effect,
    trips,
    failure,
    wait: waitFor(context, failure, trips),
  })
}
