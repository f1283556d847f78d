// How gates, evaluations, deliveries and runs come to their end.

import { deliveryId } from '../../base/ids.ts'
import type { Delivery, Run, RunOutcome } from '../model.ts'
import { findRow } from '../structure/rows.ts'
import { type Context, emit, stateOf } from './context.ts'

export function settleRun(context: Context, id: string): void {
  const run = runNow(context, id)
  if (run === undefined || run.status !== 'open') return
  for (const gate of run.gates) settleGate(context, gate)
  settleEvaluation(context, runNow(context, id)!)
  if (!isAtEnd(context, runNow(context, id)!)) return
  if (isUndelivered(context, run)) {
    prepareDelivery(context, run, policyOf(run))
    return
  }
  emit(context, { type: 'run.finished', run: id, outcome: outcomeOf(run) })
}

const runNow = (context: Context, id: string) => findRow(stateOf(context).runs, id)

function settleGate(context: Context, id: string): void {
  const gate = findRow(stateOf(context).gates, id)!
  const isAtWork = gate.status === 'armed' || gate.status === 'running'
  if (isAtWork && gate.open === 0) emit(context, { type: 'gate.reached', gate: id })
}

function settleEvaluation(context: Context, run: Run): void {
  if (run.policy.evaluate && run.evaluated < run.landings && run.stage === null)
    emit(context, { type: 'run.evaluating', run: run.id })
}

function isAtEnd(context: Context, run: Run): boolean {
  const { gates, deliveries } = stateOf(context)
  return (
    run.open === 0 &&
    run.stage === null &&
    run.gates.every(id => findRow(gates, id)!.status !== 'awaiting_review') &&
    run.deliveries.every(id => findRow(deliveries, id)!.status !== 'prepared')
  )
}

const policyOf = (run: Run) => run.policy.deliver as Delivery['how']

function isUndelivered(context: Context, run: Run): boolean {
  const last = lastDelivery(context, run)
  if (run.policy.deliver === 'none' || run.isCancelled) return false
  return run.landings > (last?.landing ?? 0)
}

export function lastDelivery(context: Context, run: Run): Delivery | undefined {
  const id = run.deliveries.at(-1)
  return id === undefined ? undefined : findRow(stateOf(context).deliveries, id)
}

/** What is still open is brought up to date; what was merged or closed is followed by a delivery of its own. */
export function prepareDelivery(
  context: Context,
  run: Run,
  how: Delivery['how'],
  signed: { readonly by?: string; readonly reason?: string } = {},
): void {
  const last = lastDelivery(context, run)
  const isOver = last === undefined || last.status === 'merged' || last.status === 'closed'
  emit(context, {
    type: 'delivery.prepared',
    delivery: isOver ? deliveryId(run.id, run.deliveries.length + 1) : last.id,
    run: run.id,
    how,
    revision: isOver ? 1 : last.revision + 1,
    landing: run.landings,
    tip: run.judged ?? run.tip,
    ...signed,
  })
}

function outcomeOf(run: Run): RunOutcome {
  if (run.isCancelled) return 'cancelled'
  if (run.landed === run.units.length) return run.isDegraded ? 'degraded' : 'complete'
  return run.landed > 0 ? 'partial' : 'failed'
}
