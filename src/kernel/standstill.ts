// Whether anything still moves by itself, over all runs of a project: what a unit of another run holds is freed by that unit alone, and where
// only a person moves it on, whoever waits for it waits for the person too. A view; nothing is decided by it.

import type { Run, Slot, State, Unit } from './model.ts'
import { eachKey, type Keys, nextKey } from './structure/keys.ts'
import { findRow, rowAt } from './structure/rows.ts'
import { isTerminal, slotOf } from './unit.ts'
import { type Reason, whyWaiting } from './why.ts'

/** Nothing of the project is under way or will be, until a person acts. */
export function isAtRest(state: State, now: string): boolean {
  if (state.errands.length > 0 || isAny(state.busy) || isAny(state.resting)) return false
  const seen = new Set<string>()
  return openRuns(state).every(run => standsStill(state, run, now, seen))
}

/** Nothing of an open run moves any more until a person acts, in this run or in another one. */
export const isRunParked = (state: State, run: Run, now: string): boolean =>
  run.status === 'open' &&
  run.stage === null &&
  !isDelivering(state, run) &&
  standsStill(state, run, now, new Set())

/** Under way, or waiting for its next try, which comes by itself. */
export const isDelivering = (state: State, { deliveries }: Run): boolean =>
  deliveries.some(each => findRow(state.deliveries, each)!.stage !== null)

/** The unit does not get on before a person acts. */
export const isStuck = (state: State, unit: Unit, now: string): boolean =>
  stands(state, unit, now, new Set())

/** Who is in the way of a unit that waits for this. */
export function inTheWay(state: State, reason: Reason): readonly Unit[] {
  switch (reason.kind) {
    case 'claim':
      return [findRow(state.units, reason.holder)!]
    case 'dependency':
    case 'batch':
      return reason.units.map(each => findRow(state.units, each)!)
    case 'line':
      return reason.behind.map(each => findRow(state.units, each)!)
    case 'limit':
      return holdersOf(state, reason.slot)
    default:
      return []
  }
}

const isAny = (keys: Keys) => nextKey(keys, -1) !== undefined

const openRuns = (state: State): readonly Run[] =>
  [...eachKey(state.openRuns)].map(each => rowAt(state.runs, each))

const unitsOf = (state: State, run: Run) => run.units.map(order => rowAt(state.units, order))

const holdersOf = (state: State, slot: Slot): readonly Unit[] =>
  openRuns(state).flatMap(run => unitsOf(state, run).filter(each => slotOf(each) === slot))

function standsStill(state: State, run: Run, now: string, seen: Set<string>): boolean {
  const open = unitsOf(state, run).filter(each => !isTerminal(each))
  return open.every(each => stands(state, each, now, seen))
}

/** Only a person moves on what waits for one of these. */
export const forPerson: ReadonlySet<Reason['kind']> = new Set([
  'human',
  'review',
  'open',
  'gate',
  'pause',
  'budget',
])

/** One that was seen before stands: the first that moves ends the search. */
function stands(state: State, unit: Unit, now: string, seen: Set<string>): boolean {
  if (unit.opened || seen.has(unit.id)) return true
  seen.add(unit.id)
  const reason = whyWaiting(state, unit, now)
  if (forPerson.has(reason.kind)) return true
  const ahead = inTheWay(state, reason)
  return ahead.length > 0 && ahead.every(each => stands(state, each, now, seen))
}
