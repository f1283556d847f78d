// The landing line of a run, walked from its head after every decision about the run. Each candidate stands on the one ahead
// of it, or on the tip; one that stands elsewhere is built anew; a failure counts only once everything ahead has landed.

import { batchOf, comingUnits, lineOrder } from '../line.ts'
import type { Candidate, Run, Unit } from '../model.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { pauseReason } from '../why.ts'
import { settleBatch } from './batch.ts'
import { type Context, emit, stateOf } from './context.ts'
import { failAttempt } from './failures.ts'

export function settleLine(context: Context, id: string): void {
  const state = stateOf(context)
  const run = findRow(state.runs, id)
  if (run === undefined || run.line.length === 0) return
  const batch = batchOf(run)
  const most = batch > 1 ? batch : run.policy.speculation
  const standing: Unit[] = []
  let red: number | undefined
  let onto: string | undefined = run.tip
  let live = 0
  for (const order of lineOrder(state, run)) {
    if (onto === undefined || live >= most) break
    const unit = rowAt(stateOf(context).units, order)
    if (stepsAside(context, unit)) continue
    if (batch > 1 && unit.candidate === null && isAwaited(context, run)) {
      onto = undefined
      break
    }
    if (stands(unit, onto)) {
      if (unit.candidate?.status !== 'failed') standing.push(unit)
      else if (onto !== run.tip) red ??= standing.length
    }
    onto = advance(context, run, unit, onto)
    live += 1
  }
  if (batch > 1) settleBatch(context, run, { standing, red, isWhole: onto !== undefined })
}

/** A batch is built once everything that is on its way has come. */
const isAwaited = (context: Context, run: Run) => comingUnits(stateOf(context), run).length > 0

const stands = ({ candidate }: Unit, onto: string) =>
  candidate?.onto === onto && candidate.commit !== null

/** What takes no part: one that waits for the world, one that is paused and gives up its candidate, one that changes nothing. */
function stepsAside(context: Context, unit: Unit): boolean {
  if (unit.status !== 'queued') return false
  if (unit.wait !== null) return true
  const isPaused = pauseReason(stateOf(context), unit) !== undefined
  if (isPaused) discard(context, unit)
  else if (unit.spec.kind === 'read')
    emit(context, { type: 'unit.landed', unit: unit.id, commit: null })
  return isPaused || unit.spec.kind === 'read'
}

/** Moves one unit on and answers what the next one stands on; undefined where that is not known yet. */
function advance(context: Context, run: Run, unit: Unit, onto: string): string | undefined {
  const { candidate } = unit
  if (candidate === null || candidate.onto !== onto) {
    discard(context, unit)
    propose(context, unit, onto)
    return undefined
  }
  if (candidate.status === 'failed') return passOver(context, run, unit, candidate)
  const isFirst = onto === run.tip && unit.status === 'queued' && batchOf(run) === 1
  if (isFirst && candidate.status === 'passed' && candidate.commit !== null)
    emit(context, { type: 'unit.landing', unit: unit.id, from: onto, to: candidate.commit })
  return candidate.commit ?? undefined
}

function propose(context: Context, unit: Unit, onto: string): void {
  const candidate = unit.candidates + 1
  emit(context, { type: 'candidate.proposed', unit: unit.id, candidate, onto })
}

function discard(context: Context, unit: Unit): void {
  if (unit.candidate === null) return
  const candidate = unit.candidate.serial
  emit(context, { type: 'candidate.discarded', unit: unit.id, candidate })
}

/** On the tip the failure is the unit's own. On a speculative base it may be the fault of one ahead: the line goes on without it. */
function passOver(context: Context, run: Run, unit: Unit, candidate: Candidate): string {
  if (candidate.onto === run.tip && candidate.failure) failAttempt(context, unit, candidate.failure)
  return candidate.onto
}
