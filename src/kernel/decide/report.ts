// The answer to an effect, by its kind. An answer without a valid lease is refused, so late and doubled answers change nothing.

import type { Diagnostic } from '../../base/diagnostic.ts'
import type { CommandOf } from '../command.ts'
import type { EffectKind, Outcomes } from '../effect.ts'
import { batchOf } from '../line.ts'
import type { Delivery, Run, Unit } from '../model.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { type Context, emit, fine, refuseWith, stateOf } from './context.ts'
import { deferEffect, failAttempt, isOfTheWorld } from './failures.ts'
import { isRefusal, leased } from './leases.ts'
import { followTarget } from './sync.ts'

export function decideReport(
  context: Context,
  command: CommandOf<'report'>,
): readonly Diagnostic[] {
  const owner = leased(context, command)
  if (isRefusal(owner)) return owner
  if (owner.stage.kind !== command.kind)
    return refuseWith('outcome-kind', `${command.effect} was answered as ${command.kind}`)
  if (command.kind === 'evaluate') evaluated(context, owner as Run, command.result)
  else if (command.kind === 'deliver') delivered(context, owner as Delivery, command.result)
  else {
    // The kind chooses both the answer and the type of its result; the compiler sees only one of them at a time.
    const answer = answers[command.kind] as (typeof answers)['judge']
    answer(context, owner as Unit, command.result as Outcomes['judge'])
  }
  return fine
}

type UnitKind = Exclude<EffectKind, 'evaluate' | 'deliver'>

const answers: {
  readonly [K in UnitKind]: (context: Context, unit: Unit, result: Outcomes[K]) => void
} = {
  prepare: prepared,
  work: worked,
  judge: judged,
  review: reviewed,
  build: built,
  prove: proved,
  land: landed,
}

function prepared(context: Context, unit: Unit, result: Outcomes['prepare']): void {
  if (result.ok) emit(context, { type: 'unit.prepared', unit: unit.id })
  else failAttempt(context, unit, result.failure)
}

function worked(context: Context, unit: Unit, result: Outcomes['work']): void {
  if (result.ok === true) emit(context, { type: 'unit.worked', unit: unit.id, tree: result.tree })
  else if (result.ok === 'blocked')
    emit(context, { type: 'unit.blocked', unit: unit.id, stop: 'agent', brief: result.brief })
  else if (result.ok === 'stopped')
    emit(context, { type: 'unit.stopped', unit: unit.id, tree: result.tree })
  else failAttempt(context, { ...unit, tree: result.tree ?? null }, result.failure)
}

function judged(context: Context, unit: Unit, result: Outcomes['judge']): void {
  if (!result.ok) {
    veto(context, unit, result)
    return
  }
  const next = unit.spec.review === 'none' ? 'queue' : 'review'
  emit(context, { type: 'unit.judged', unit: unit.id, next })
}

function reviewed(context: Context, unit: Unit, result: Outcomes['review']): void {
  if (!result.ok) {
    veto(context, unit, result)
    return
  }
  emit(context, { type: 'unit.approved', unit: unit.id, by: unit.stage!.lease!.holder })
}

type Trouble = Extract<Outcomes['judge'], { ok: false }>

function veto(context: Context, unit: Unit, { failure }: Trouble): void {
  if (isOfTheWorld(failure)) deferEffect(context, unit, failure)
  else failAttempt(context, unit, failure)
}

function built(context: Context, unit: Unit, result: Outcomes['build']): void {
  if (result.ok !== true) {
    withoutCandidate(context, unit, result)
    return
  }
  const candidate = unit.candidate!.serial
  const isHeld = batchOf(findRow(stateOf(context).runs, unit.run)!) > 1
  const { commit } = result
  const held = isHeld ? { isHeld } : {}
  emit(context, { type: 'candidate.built', unit: unit.id, candidate, commit, ...held })
}

function proved(context: Context, unit: Unit, result: Outcomes['prove']): void {
  if (result.ok !== true) {
    withoutCandidate(context, unit, result)
    return
  }
  emit(context, { type: 'candidate.passed', unit: unit.id, candidate: unit.candidate!.serial })
}

function withoutCandidate(
  context: Context,
  unit: Unit,
  result: Exclude<Outcomes['prove'], { ok: true }>,
): void {
  if (result.ok === 'gone') discardAll(context, unit.run)
  else vetoCandidate(context, unit, result)
}

/** They stand on each other: where one is gone, the others may be. What is landing finds that out by itself. */
function discardAll(context: Context, run: string): void {
  const { runs, units } = stateOf(context)
  for (const { id, status, candidate } of findRow(runs, run)!.line.map(each => rowAt(units, each)))
    if (status === 'queued' && candidate)
      emit(context, { type: 'candidate.discarded', unit: id, candidate: candidate.serial })
}

function vetoCandidate(context: Context, unit: Unit, { failure }: Trouble): void {
  if (isOfTheWorld(failure)) {
    deferEffect(context, unit, failure)
    return
  }
  const candidate = unit.candidate!.serial
  const charged = { ...failure, class: 'candidate_failed' as const }
  emit(context, { type: 'candidate.failed', unit: unit.id, candidate, failure: charged })
}

/** Someone else moved the ref: every candidate of the line stands on the wrong commit now, whether this one landed or not. */
function landed(context: Context, unit: Unit, result: Outcomes['land']): void {
  const all = [...aboardOf(context, unit), unit]
  if (result.ok === true) {
    for (const { id, candidate } of all)
      emit(context, { type: 'unit.landed', unit: id, commit: candidate!.commit })
    if (result.tip !== undefined && result.tip !== unit.candidate!.commit)
      emit(context, { type: 'run.moved', run: unit.run, tip: result.tip })
    return
  }
  if (result.ok === false) {
    deferEffect(context, unit, result.failure)
    return
  }
  emit(context, { type: 'run.moved', run: unit.run, tip: result.tip })
  for (const { id, candidate } of all)
    emit(context, { type: 'candidate.discarded', unit: id, candidate: candidate!.serial })
}

/** In the order in which their commits stand on each other. */
function aboardOf(context: Context, carrier: Unit): readonly Unit[] {
  const { units, runs } = stateOf(context)
  const line = findRow(runs, carrier.run)!.line.map(order => rowAt(units, order))
  return line.filter(each => each.aboard === carrier.id)
}

function evaluated(context: Context, run: Run, result: Outcomes['evaluate']): void {
  if (!result.ok) {
    deferEffect(context, run, result.failure)
    return
  }
  const { isDegraded, evaluation } = result
  emit(context, {
    type: 'run.evaluated',
    run: run.id,
    landing: run.landings,
    isDegraded,
    ...(evaluation && { evaluation }),
  })
}

function delivered(context: Context, delivery: Delivery, result: Outcomes['deliver']): void {
  if (result.ok === false) {
    deferEffect(context, delivery, result.failure)
    return
  }
  if (result.ok === 'behind') {
    followTarget(context, delivery, result)
    return
  }
  const { status, url, why, command } = result
  const said = { delivery: delivery.id, ...(url !== undefined && { url }) }
  if (status !== 'conflicted') {
    emit(context, { type: statusEvents[status], ...said })
    return
  }
  const reasons = { ...(why !== undefined && { why }), ...(command !== undefined && { command }) }
  emit(context, { type: 'delivery.conflicted', ...said, ...reasons })
}

const statusEvents = {
  open: 'delivery.opened',
  merged: 'delivery.merged',
} as const
