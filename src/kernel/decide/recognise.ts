// What a line holds that the journal has forgotten: a journal that was restored or recovered says of a unit that it is open, and its landing
// stands on the line. What the record of landings confirms has landed; a commit that only says so lands nothing, and a person is asked.

import type { CommandOf } from '../command.ts'
import type { Run, Unit } from '../model.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { isBad, isTerminal } from '../unit.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { restore } from './retry.ts'

type Request = CommandOf<'recognise'>
type Found = Request['commits'][number]

export function decideRecognise(context: Context, command: Request) {
  const { runs } = stateOf(context)
  const run = findRow(runs, command.run)
  if (!run) return unknown('run', command.run, runs)
  if (run.tip !== command.from)
    return refuseWith('line-read', `${run.id} is at ${run.tip} by now`, 'read the line again')
  for (const found of command.commits) recogniseCommit(context, command, found)
  if (isSettled(context, run) && tipOf(context, run) !== command.tip)
    emit(context, { type: 'run.moved', run: run.id, tip: command.tip })
  return fine
}

const tipOf = (context: Context, { id }: Run) => findRow(stateOf(context).runs, id)!.tip

/** Whoever performs a landing says where the line is. */
function isSettled(context: Context, { line }: Run): boolean {
  return line.every(order => rowAt(stateOf(context).units, order).status !== 'landing')
}

function recogniseCommit(context: Context, command: Request, found: Found): void {
  const { units, runs } = stateOf(context)
  const unit = findRow(units, found.unit)
  if (unit === undefined) recogniseUnknown(context, findRow(runs, command.run)!, found)
  if (unit?.run !== command.run || unit.status === 'landed') return
  if (!found.isRecorded) hold(context, unit, found)
  else if (isLandingOf(unit, found)) emit(context, landingOf(unit, found))
  else recall(context, unit, command, found)
}

/** A revert, or what the target got: made in the part that is lost, and there to stay. */
function recogniseUnknown(context: Context, run: Run, { unit, commit, isRecorded }: Found): void {
  const isOfRun = unit.startsWith(`${run.id}/`)
  if (isRecorded && isOfRun && isSettled(context, run))
    emit(context, { type: 'run.moved', run: run.id, tip: commit, landed: unit })
}

const landingOf = ({ id }: Unit, { commit }: Found) =>
  ({ type: 'unit.landed', unit: id, commit }) as const

/** It was on its way to just there: nothing was forgotten, only not told yet. */
const isLandingOf = ({ status, candidate }: Unit, { commit }: Found) =>
  status === 'landing' && candidate?.commit === commit

function recall(context: Context, unit: Unit, { tip, log }: Request, found: Found): void {
  const { by, id } = { by: 'fixpoint', id: unit.id }
  if (isBad(unit)) restore(context, unit, { by, reason: `${found.commit} is its landing` })
  const now = findRow(stateOf(context).units, id)!
  if (now.missing > 0) hold(context, now, found)
  else emit(context, { ...landingOf(now, found), recognised: { line: tip, log: log ?? '' } })
}

function hold(context: Context, unit: Unit, { commit }: Found): void {
  if (unit.isPaused || isTerminal(unit) || unit.status === 'landing') return
  emit(context, {
    type: 'paused',
    scope: { kind: 'unit', unit: unit.id },
    by: 'fixpoint',
    reason: `${commit} on its line says that it is ${unit.id}, and no landing of it is recorded`,
  })
}
