// Replacing one entity in a draft, and keeping every index that speaks of it. The only place where indexes are written.

import { joined } from '../line.ts'
import type { Delivery, Gate, Run, Unit } from '../model.ts'
import { addClaim, removeClaim } from '../structure/claim-index.ts'
import type { Draft } from '../structure/draft.ts'
import { insertKey, type Keys, removeKey } from '../structure/keys.ts'
import { findRow, setRow } from '../structure/rows.ts'
import { isInLine, isTerminal, queueOf, slotOf } from '../unit.ts'

export function changeUnit(draft: Draft, unit: Unit, patch: Partial<Unit>): Unit {
  const next = { ...unit, ...patch }
  draft.state.units = setRow(draft, draft.state.units, unit.order, next)
  reseat(draft, unit, next)
  return next
}

export function changeRun(draft: Draft, run: Run, patch: Partial<Run>): void {
  const next = { ...run, ...patch }
  draft.state.runs = setRow(draft, draft.state.runs, run.order, next)
  if (run.status !== next.status) {
    const edit = next.status === 'open' ? insertKey : removeKey
    draft.state.openRuns = edit(draft, draft.state.openRuns, run.order)
  }
  listErrand(draft, next)
}

export function changeGate(draft: Draft, gate: Gate, patch: Partial<Gate>): void {
  draft.state.gates = setRow(draft, draft.state.gates, gate.order, { ...gate, ...patch })
}

export function changeDelivery(draft: Draft, delivery: Delivery, patch: Partial<Delivery>): void {
  const next = { ...delivery, ...patch }
  draft.state.deliveries = setRow(draft, draft.state.deliveries, delivery.order, next)
  listErrand(draft, next)
}

/** Takes the unit out of where it was and puts it where it now belongs. */
function reseat(draft: Draft, before: Unit | null, after: Unit): void {
  reseatQueue(draft, before, after)
  reseatSlot(draft, before, after)
  reseatClaims(draft, before, after)
  const { state } = draft
  state.busy = listed(draft, state.busy, before?.stage != null, after.stage !== null, after.order)
  const [rested, rests] = [before?.wait != null, after.wait !== null]
  state.resting = listed(draft, state.resting, rested, rests, after.order)
  if (before !== null) recount(draft, before, after)
}

function reseatQueue(draft: Draft, before: Unit | null, after: Unit): void {
  const [from, to] = [before === null ? null : queueOf(before), queueOf(after)]
  if (from === to) return
  const queues = { ...draft.state.queues }
  if (from !== null) queues[from] = removeKey(draft, queues[from], after.key)
  if (to !== null) queues[to] = insertKey(draft, queues[to], after.key)
  draft.state.queues = queues
}

function reseatSlot(draft: Draft, before: Unit | null, after: Unit): void {
  const [from, to] = [before === null ? null : slotOf(before), slotOf(after)]
  if (from === to) return
  const slots = { ...draft.state.slots }
  if (from !== null) slots[from] -= 1
  if (to !== null) slots[to] += 1
  draft.state.slots = slots
}

function reseatClaims(draft: Draft, before: Unit | null, after: Unit): void {
  if (before?.holdsClaims === after.holdsClaims && before.claims === after.claims) return
  if (before?.holdsClaims) editClaims(draft, before, removeClaim)
  if (after.holdsClaims) editClaims(draft, after, addClaim)
}

function editClaims(draft: Draft, unit: Unit, edit: typeof addClaim): void {
  for (const claim of unit.claims.write)
    draft.state.claims = edit(draft, draft.state.claims, claim, unit.order)
  for (const claim of unit.claims.read)
    draft.state.claims = edit(draft, draft.state.claims, claim, unit.order)
}

function listed(draft: Draft, keys: Keys, was: boolean, is: boolean, key: number): Keys {
  if (was === is) return keys
  return is ? insertKey(draft, keys, key) : removeKey(draft, keys, key)
}

/** Counters and the landing line of the run and the gate. */
function recount(draft: Draft, before: Unit, after: Unit): void {
  const opened = Number(!isTerminal(after)) - Number(!isTerminal(before))
  const landed = Number(after.status === 'landed') - Number(before.status === 'landed')
  const joins = Number(isInLine(after)) - Number(isInLine(before))
  if (opened === 0 && landed === 0 && joins === 0) return
  const run = findRow(draft.state.runs, after.run)!
  changeRun(draft, run, {
    open: run.open + opened,
    landed: run.landed + landed,
    line:
      joins === 0 ? run.line : joins > 0 ? joined(draft.state, run, after) : without(run, after),
  })
  if (opened !== 0) recountGate(draft, after, opened)
}

const without = ({ line }: Run, { order }: Unit): readonly number[] =>
  line.filter(each => each !== order)

function recountGate(draft: Draft, unit: Unit, opened: number): void {
  const gate = gateOf(draft, unit)
  if (gate) changeGate(draft, gate, { open: gate.open + opened })
}

export function gateOf(draft: Draft, unit: Unit): Gate | undefined {
  return unit.spec.gate === undefined ? undefined : findRow(draft.state.gates, unit.spec.gate)
}

/** Runs and deliveries that have an effect outstanding, or a time to wait for, stand in one short sorted list. */
function listErrand(draft: Draft, owner: Run | Delivery): void {
  const { state } = draft
  const isListed = state.errands.includes(owner.id)
  const belongs = owner.stage !== null || owner.wait !== null
  if (isListed === belongs) return
  state.errands = belongs
    ? [...state.errands, owner.id].sort()
    : state.errands.filter(each => each !== owner.id)
}
