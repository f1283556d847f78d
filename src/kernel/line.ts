// The order of a landing line: first come, first served; but what is landing cannot be overtaken any more, wherever it stood.
// And what a batch of it waits for.

import type { Run, State, Unit } from './model.ts'
import { rowAt } from './structure/rows.ts'
import { isComputed } from './unit.ts'

export function lineOrder(state: State, run: Run): readonly number[] {
  const isLanding = (order: number) => rowAt(state.units, order).status === 'landing'
  if (!run.line.some(isLanding)) return run.line
  return [...run.line.filter(isLanding), ...run.line.filter(order => !isLanding(order))]
}

/**
 * The line with one unit more: at its end; or, where it batches, in the order of declaration among those of which nothing is built yet, so
 * that the same branches make the same commits.
 */
export function joined(state: State, run: Run, unit: Unit): readonly number[] {
  const isBehind = (order: number) =>
    order > unit.order && rowAt(state.units, order).candidate === null
  const at = batchOf(run) > 1 ? run.line.findIndex(isBehind) : -1
  return at < 0 ? [...run.line, unit.order] : run.line.toSpliced(at, 0, unit.order)
}

export const batchOf = ({ policy }: Run): number => policy.batch ?? 1

/** Units that git computes and that will queue in a moment: a batch waits for them. */
export function comingUnits(state: State, run: Run): readonly Unit[] {
  if (state.isPaused || run.isPaused) return []
  return run.units
    .map(order => rowAt(state.units, order))
    .filter(unit => isComputed(unit) && onItsWay.has(unit.status))
    .filter(unit => unit.wait === null && !unit.isPaused)
}

const onItsWay: ReadonlySet<Unit['status']> = new Set(['preparing', 'working', 'judging'])
