// What each entity may look like, and what no two of them may do at once.

import { overlap } from '../claims.ts'
import type { EffectKind } from '../effect.ts'
import type { State, Unit, UnitStatus } from '../model.ts'
import { findRow, rowAt, rowsOf } from '../structure/rows.ts'
import { isBad, isComputed } from '../unit.ts'

export function shapeViolations(state: State): readonly string[] {
  const units = rowsOf(state.units)
  return [
    ...units.flatMap(unit => unitViolations(state, unit)),
    ...overlapViolations(units.filter(unit => unit.holdsClaims)),
    ...leaseViolations(state, units),
    ...rowsOf(state.runs)
      .filter(run => run.status === 'finished' && run.open > 0)
      .map(run => `K-63 ${run.id} is finished with ${run.open} open units`),
  ]
}

const stages: { readonly [S in UnitStatus]?: readonly EffectKind[] } = {
  preparing: ['prepare'],
  working: ['work'],
  judging: ['judge'],
  reviewing: ['review'],
  queued: ['build', 'prove'],
  landing: ['land'],
}

const holding: ReadonlySet<UnitStatus> = new Set([
  'preparing',
  'working',
  'judging',
  'reviewing',
  'queued',
  'landing',
])

function unitViolations(state: State, unit: Unit): readonly string[] {
  const { id, status, stage } = unit
  const found: string[] = []
  if (stage && !stages[status]?.includes(stage.kind))
    found.push(`K-2 ${id} is ${status} and has ${stage.kind} outstanding`)
  if ((status === 'working' || status === 'landing') && stage === null && unit.aboard === null)
    found.push(`K-5 ${id} is ${status} with nothing outstanding`)
  if (unit.aboard !== null && !isCarried(state, unit))
    found.push(`K-68 ${id} is ${status} aboard of ${unit.aboard}, which does not land`)
  if (holding.has(status) && !unit.holdsClaims)
    found.push(`K-13 ${id} is ${status} without its claims`)
  if (unit.opened && (stage !== null || !unit.holdsClaims))
    found.push(`K-49 ${id} is open to ${unit.opened.by} without its claims, or at work`)
  if (unit.holdsClaims && !holding.has(status) && status !== 'ready' && !unit.opened)
    found.push(`K-14 ${id} is ${status} and still holds claims`)
  if (unit.spent > unit.spec.attempts) found.push(`K-31 ${id} consumed ${unit.spent} attempts`)
  if (status === 'blocked' && unit.brief === null)
    found.push(`K-37 ${id} is blocked without a brief`)
  if (status !== 'pending' && !isBad(unit) && unit.missing > 0)
    found.push(`K-10 ${id} is ${status} before what it needs has landed`)
  return [...found, ...causeViolations(state, unit)]
}

function isCarried(state: State, { aboard, status }: Unit): boolean {
  const carrier = findRow(state.units, aboard!)
  return status === 'landing' && carrier?.status === 'landing' && carrier.stage !== null
}

function causeViolations(state: State, unit: Unit): readonly string[] {
  if (unit.cause === null) return []
  const cause = findRow(state.units, unit.cause)
  if (unit.status !== 'skipped') return [`K-40 ${unit.id} is ${unit.status} and has a cause`]
  return cause && reaches(state, unit, cause.order)
    ? []
    : [`K-40 ${unit.id} does not need its cause`]
}

function reaches(state: State, unit: Unit, order: number): boolean {
  const seen = new Set<number>()
  const todo = [...unit.needs]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next === order) return true
    if (seen.has(next)) continue
    seen.add(next)
    todo.push(...rowAt(state.units, next).needs)
  }
  return false
}

function overlapViolations(holders: readonly Unit[]): readonly string[] {
  const found: string[] = []
  holders.forEach((one, index) => {
    for (const other of holders.slice(index + 1)) {
      const pair =
        isComputed(one) && isComputed(other) ? undefined : overlap(one.claims, other.claims)
      if (pair) found.push(`K-12 ${one.id} and ${other.id} both hold ${pair[0].text}`)
    }
  })
  return found
}

function leaseViolations(state: State, units: readonly Unit[]): readonly string[] {
  const owners = [...units, ...rowsOf(state.runs), ...rowsOf(state.deliveries)]
  const fences = owners.flatMap(each => each.stage?.lease?.fence ?? [])
  if (state.driver) fences.push(state.driver.fence)
  const found: string[] = []
  if (new Set(fences).size !== fences.length) found.push('K-85 two leases share a fence')
  if (fences.some(fence => fence > state.fence)) found.push('K-85 a fence was never given out')
  return found
}
