// Gates: the human boundary. Nothing of a gate starts before a person arms it, and it is passed only by a person.

import type { CommandOf } from '../command.ts'
import type { Gate, Unit } from '../model.ts'
import { findRow } from '../structure/rows.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { failAttempt } from './failures.ts'
import { openedProblem } from './retry.ts'

export function decideArm(context: Context, { gate: id, by, reason }: CommandOf<'arm'>) {
  const { gates } = stateOf(context)
  const gate = findRow(gates, id)
  if (!gate) return unknown('gate', id, gates)
  const before = gate.after === null ? undefined : findRow(gates, gate.after)
  if (gate.status !== 'draft') return wrongStatus(gate, 'arm', 'a draft')
  if (before && before.status !== 'passed')
    return refuseWith('gate-order', `${before.id} comes first and is ${before.status}`)
  emit(context, { type: 'gate.armed', gate: id, by, reason })
  return fine
}

/** Takes the arming back: what runs goes on, nothing new starts. */
export function decideDisarm(context: Context, { gate: id, by, reason }: CommandOf<'disarm'>) {
  const { gates } = stateOf(context)
  const gate = findRow(gates, id)
  if (!gate) return unknown('gate', id, gates)
  if (gate.status !== 'armed' && gate.status !== 'running')
    return wrongStatus(gate, 'disarm', 'armed or running')
  emit(context, { type: 'gate.disarmed', gate: id, by, reason })
  return fine
}

function wrongStatus(gate: Gate, verb: string, wanted: string) {
  return refuseWith('gate-status', `cannot ${verb} ${gate.id}: it is ${gate.status}, not ${wanted}`)
}

export function decideAccept(context: Context, command: CommandOf<'accept'>) {
  const { by, reason } = command
  return decideVerdict(context, command, {
    gate: gate => emit(context, { type: 'gate.passed', gate: gate.id, by, reason }),
    unit: unit => emit(context, { type: 'unit.approved', unit: unit.id, by, reason }),
  })
}

export function decideReject(context: Context, command: CommandOf<'reject'>) {
  const { by, comments } = command
  return decideVerdict(context, command, {
    gate: gate => emit(context, { type: 'gate.rejected', gate: gate.id, by, comments }),
    unit: unit => failAttempt(context, unit, { class: 'rejected', summary: comments }, by),
  })
}

interface Verdict {
  readonly gate: (gate: Gate) => void
  readonly unit: (unit: Unit) => void
}

function decideVerdict(
  context: Context,
  { unit, gate }: { readonly unit?: string; readonly gate?: string },
  verdict: Verdict,
) {
  if (gate !== undefined) return judgeGate(context, gate, verdict)
  if (unit === undefined) return refuseWith('verdict-empty', 'name a unit or a gate')
  const { units } = stateOf(context)
  const found = findRow(units, unit)
  if (!found) return unknown('unit', unit, units)
  if (found.status !== 'reviewing')
    return refuseWith('unit-status', `${unit} is ${found.status}, not under review`)
  const problem = openedProblem(found)
  if (problem) return problem
  verdict.unit(found)
  return fine
}

function judgeGate(context: Context, id: string, verdict: Verdict) {
  const { gates } = stateOf(context)
  const gate = findRow(gates, id)
  if (!gate) return unknown('gate', id, gates)
  if (gate.status !== 'awaiting_review') return wrongStatus(gate, 'judge', 'awaiting review')
  verdict.gate(gate)
  return fine
}
