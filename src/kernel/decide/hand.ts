// What persons do to a unit with their own hands: take it over, leave it, hand back what they made, choose the tree to go on from.
// What they hand back is an attempt like any other; only, where it does not pass, they are asked and no agent goes on.

import type { Diagnostic } from '../../base/diagnostic.ts'
import { conflictFor } from '../claims.ts'
import type { CommandOf } from '../command.ts'
import { gateFor } from '../gate.ts'
import type { Unit, UnitStatus } from '../model.ts'
import { findRow } from '../structure/rows.ts'
import { isBad } from '../unit.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { openedProblem, reopen, restoreSkipped } from './retry.ts'

export function decideOpen(context: Context, command: CommandOf<'open'>) {
  const { units, runs } = stateOf(context)
  const unit = findRow(units, command.unit)
  if (!unit) return unknown('unit', command.unit, units)
  const problem = openedProblem(unit) ?? closedProblem(context, unit)
  if (problem) return problem
  const { by, reason } = command
  const base = findRow(runs, unit.run)!.tip
  emit(context, { type: 'unit.opened', unit: unit.id, base, by, reason })
  return fine
}

const openable: ReadonlySet<UnitStatus> = new Set(['ready', 'reviewing', 'blocked', 'failed'])

/** Why nobody may take the unit over now. */
function closedProblem(context: Context, unit: Unit): readonly Diagnostic[] | undefined {
  const state = stateOf(context)
  const { id, status, spec } = unit
  if (unit.stage !== null) return atWork(unit)
  if (!openable.has(status))
    return refuseWith('unit-status', `${id} is ${status}`, wayOut[status]?.(id))
  if (spec.kind !== 'change')
    return refuseWith('unit-kind', `${id} is a ${spec.kind}: there is nothing to do by hand`)
  if (unit.missing > 0)
    return refuseWith('unit-caused', `${id} failed before what it needs has landed`, `retry ${id}`)
  if (gateFor(state, unit)?.status === 'draft')
    return refuseWith('gate-closed', `the gate of ${id} is not armed`)
  const conflict = unit.holdsClaims ? undefined : conflictFor(state, unit.order, unit.claims)
  return (
    conflict &&
    refuseWith(
      'claim-held',
      `${conflict.wanted} overlaps ${conflict.held}, held by ${conflict.holder}`,
      `open it when ${conflict.holder} has landed`,
    )
  )
}

const atWork = ({ id, status }: Unit) =>
  refuseWith(
    'unit-at-work',
    `${id} is ${status}: a session or a judge is at work on it`,
    `wait until it has ended, or cancel ${id}`,
  )

const wayOut: { readonly [S in UnitStatus]?: (id: string) => string } = {
  landed: () => 'what landed is changed by another unit, or reverted',
  cancelled: id => `retry ${id} first`,
  skipped: id => `retry ${id}, or what it was skipped for, first`,
  pending: () => 'it is open to you when what it needs has landed',
  preparing: () => 'wait until its attempt has ended, or cancel it',
  judging: () => 'wait until it is judged',
  queued: () => 'wait until it has landed',
}

export function decideClose(context: Context, { unit: id, by, reason }: CommandOf<'close'>) {
  const unit = openUnit(context, id)
  if ('refused' in unit) return unit.refused
  emit(context, { type: 'unit.closed', unit: id, by, reason })
  return fine
}

/** What was skipped because the unit had failed waits for it again. */
export function decideSubmit(context: Context, command: CommandOf<'submit'>) {
  const unit = openUnit(context, command.unit)
  if ('refused' in unit) return unit.refused
  const { by, reason, tree } = command
  const { id, opened, attempt } = unit
  const wasBad = isBad(unit)
  if (wasBad) reopen(context, unit.run)
  const { base } = opened!
  emit(context, { type: 'unit.submitted', unit: id, attempt: attempt + 1, base, tree, by, reason })
  if (wasBad) restoreSkipped(context, unit, { by, reason })
  return fine
}

function openUnit(context: Context, id: string): Unit | { refused: readonly Diagnostic[] } {
  const { units } = stateOf(context)
  const unit = findRow(units, id)
  if (!unit) return { refused: unknown('unit', id, units) }
  if (unit.opened) return unit
  return { refused: refuseWith('unit-not-open', `nobody has ${id} open; it is ${unit.status}`) }
}

const rewindable: ReadonlySet<UnitStatus> = new Set([
  'pending',
  'ready',
  'blocked',
  'failed',
  'cancelled',
  'skipped',
])

export function decideRewind(context: Context, command: CommandOf<'rewind'>) {
  const { units } = stateOf(context)
  const unit = findRow(units, command.unit)
  if (!unit) return unknown('unit', command.unit, units)
  const problem = openedProblem(unit)
  if (problem) return problem
  if (unit.stage !== null) return atWork(unit)
  if (!rewindable.has(unit.status))
    return refuseWith('unit-status', `${unit.id} is ${unit.status}: no attempt comes after`)
  const { by, reason, tree } = command
  emit(context, { type: 'unit.rewound', unit: unit.id, tree, by, reason })
  return fine
}
