// The indexes say what the entities say: each is counted again from nothing and compared.

import type { Run, State, Unit } from '../model.ts'
import type { ClaimNode } from '../structure/claim-index.ts'
import { eachKey, type Keys } from '../structure/keys.ts'
import { findRow, placeOf, type Rows, rowAt, rowsOf } from '../structure/rows.ts'
import { isInLine, isTerminal, queueOf, slotOf } from '../unit.ts'

export function indexViolations(state: State): readonly string[] {
  const units = rowsOf(state.units)
  return [
    ...lostRows('unit', state.units),
    ...lostRows('run', state.runs),
    ...lostRows('gate', state.gates),
    ...lostRows('delivery', state.deliveries),
    ...queueViolations(state, units),
    ...slotViolations(state, units),
    ...differs(
      'K-95 busy',
      state.busy,
      units.filter(unit => unit.stage).map(unit => unit.order),
    ),
    ...differs(
      'K-95 resting',
      state.resting,
      units.filter(unit => unit.wait).map(unit => unit.order),
    ),
    ...claimViolations(state, units),
    ...rowsOf(state.runs).flatMap(run => runViolations(state, run)),
    ...gateViolations(state),
    ...units.flatMap(unit => missingViolations(state, unit)),
    ...errandViolations(state),
  ]
}

function lostRows(kind: string, rows: Rows<{ readonly id: string; readonly order: number }>) {
  const found: string[] = []
  for (const row of rowsOf(rows))
    if (placeOf(rows, row.id) !== row.order)
      found.push(`K-95 ${kind} ${row.id} is not at its place`)
  return found
}

function differs(name: string, keys: Keys, expected: readonly number[]): readonly string[] {
  const found = [...eachKey(keys)]
  const wanted = [...expected].sort((a, b) => a - b)
  const same = found.length === wanted.length && found.every((key, index) => key === wanted[index])
  return same ? [] : [`${name} holds ${found} and should hold ${wanted}`]
}

function queueViolations(state: State, units: readonly Unit[]): readonly string[] {
  return (['ready', 'work', 'judge'] as const).flatMap(queue => {
    const keys = units.filter(unit => queueOf(unit) === queue).map(unit => unit.key)
    return differs(`K-95 queue ${queue}`, state.queues[queue], keys)
  })
}

function slotViolations(state: State, units: readonly Unit[]): readonly string[] {
  const slots = { prepare: 0, work: 0, judge: 0 }
  for (const unit of units) {
    const slot = slotOf(unit)
    if (slot) slots[slot] += 1
  }
  return (['prepare', 'work', 'judge'] as const)
    .filter(slot => slots[slot] !== state.slots[slot])
    .map(slot => `K-20 ${slot} counts ${state.slots[slot]}, and ${slots[slot]} are taken`)
}

function claimViolations(state: State, units: readonly Unit[]): readonly string[] {
  const expected = units
    .filter(unit => unit.holdsClaims)
    .flatMap(unit =>
      [...unit.claims.write, ...unit.claims.read].map(
        claim => `/${claim.place.join('//')} ${unit.order}`,
      ),
    )
  const found = [...heldPlaces(state.claims, [])]
  return expected.sort().join() === found.sort().join() ? [] : ['K-95 the claim index is stale']
}

function* heldPlaces(node: ClaimNode, place: readonly string[]): Generator<string> {
  for (const order of node.holders) yield `/${place.join('//')} ${order}`
  for (const key in node.below) yield* heldPlaces(node.below[key]!, [...place, key.slice(1)])
}

function runViolations(state: State, run: Run): readonly string[] {
  const units = run.units.map(order => rowAt(state.units, order))
  const found: string[] = []
  if (run.open !== units.filter(unit => !isTerminal(unit)).length)
    found.push(`K-95 ${run.id} counts ${run.open} open units`)
  if (run.landed !== units.filter(unit => unit.status === 'landed').length)
    found.push(`K-95 ${run.id} counts ${run.landed} landed units`)
  const line = units.filter(isInLine).map(unit => unit.order)
  if ([...run.line].sort((a, b) => a - b).join() !== line.join())
    found.push(`K-95 the line of ${run.id} holds ${run.line} and should hold ${line}`)
  return found
}

function gateViolations(state: State): readonly string[] {
  return rowsOf(state.gates)
    .filter(gate => {
      const units = gate.units.map(order => rowAt(state.units, order))
      return gate.open !== units.filter(unit => !isTerminal(unit)).length
    })
    .map(gate => `K-95 ${gate.id} counts ${gate.open} open units`)
}

function missingViolations(state: State, unit: Unit): readonly string[] {
  const missing = unit.needs.filter(order => rowAt(state.units, order).status !== 'landed').length
  return missing === unit.missing ? [] : [`K-95 ${unit.id} misses ${missing}, not ${unit.missing}`]
}

function errandViolations(state: State): readonly string[] {
  const owners = [...rowsOf(state.runs), ...rowsOf(state.deliveries)]
  const expected = owners.filter(each => each.stage || each.wait).map(each => each.id)
  const same = expected.sort().join() === state.errands.join()
  const lost = state.errands.filter(
    id => !findRow(state.runs, id) && !findRow(state.deliveries, id),
  )
  return same && lost.length === 0 ? [] : [`K-95 errands are ${state.errands}`]
}
