// What was delivered to a target and what a person took out of it again by moving the branch back. The line of the run still has it, so whatever
// that line delivers next would bring it back. Only looks, and moves no ref.

import type { State, Unit } from '../kernel/model.ts'
import { findRow, rowAt } from '../kernel/structure/rows.ts'
import { holds, tipOf } from '../workspace/branches.ts'
import { cameOtherwise, type Sight } from './came-otherwise.ts'

export interface TakenOut {
  readonly target: string
  readonly units: readonly Unit[]
}

/** Undefined where the target has all that it got of this run, by whichever commits. */
export async function takenOut(sight: Sight, id: string): Promise<TakenOut | undefined> {
  const { git, refs, state } = sight
  const run = findRow(state.runs, id)!
  const { target } = run.policy
  const tip = target && (await tipOf(refs, target))
  const delivered = run.deliveries
    .map(each => findRow(state.deliveries, each)!)
    .findLast(({ how, status }) => how === 'ff' && status === 'merged')
  if (!tip || !delivered || (await holds(git, tip, delivered.tip))) return undefined
  const units: Unit[] = []
  for (const unit of run.units.map(each => rowAt(state.units, each)).filter(isLanding)) {
    const was = (commit: string, of: string) => holds(git, of, commit)
    if (!(await was(unit.commit!, delivered.tip)) || (await was(unit.commit!, tip))) continue
    if ((await cameOtherwise(sight, unit)) === undefined) units.push(unit)
  }
  return units.length === 0 ? undefined : { target, units }
}

export const takenOutText = ({ target, units }: TakenOut): string => {
  const [names, were] = [units.map(each => each.id).join(', '), units.length === 1 ? 'was' : 'were']
  return `${names} ${were} delivered to ${target} and taken out of it by hand since`
}

/** What its line has of the target: the commit it began with, or what came in from there last. */
export function restsOn(state: State, id: string): string {
  const run = findRow(state.runs, id)!
  const brought = run.units
    .map(each => rowAt(state.units, each))
    .flatMap(({ status, spec }) => (status === 'landed' && spec.brings ? [spec.brings] : []))
  return brought.at(-1) ?? run.base
}

const isLanding = ({ status, commit, spec }: Unit): boolean =>
  status === 'landed' && commit !== null && !spec.reverts && !spec.brings
