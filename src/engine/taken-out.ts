// What was delivered to a target and what a person took out of it again by moving the branch back. The line of the run still has it, so whatever
// that line delivers next would bring it back. Only looks, and moves no ref.

import type { Unit } from '../kernel/model.ts'
import { findRow, rowAt } from '../kernel/structure/rows.ts'
import { holds } from '../workspace/branches.ts'
import { readRef } from '../workspace/refs.ts'
import { cameOtherwise } from './came-otherwise.ts'
import type { House } from './house.ts'

export interface TakenOut {
  readonly target: string
  readonly units: readonly Unit[]
}

/** Undefined where the target has all that it got of this run, by whichever commits. */
export async function takenOut(house: House, id: string): Promise<TakenOut | undefined> {
  const { state, repository } = house
  const run = findRow(state().runs, id)!
  const { target } = run.policy
  const tip = target && (await readRef(repository, `refs/heads/${target}`))
  const delivered = run.deliveries
    .map(each => findRow(state().deliveries, each)!)
    .findLast(({ how, status }) => how === 'ff' && status === 'merged')
  if (!tip || !delivered || (await holds(repository.git, tip, delivered.tip))) return undefined
  const units: Unit[] = []
  for (const unit of run.units.map(each => rowAt(state().units, each)).filter(isLanding)) {
    const was = (commit: string, of: string) => holds(repository.git, of, commit)
    if (!(await was(unit.commit!, delivered.tip)) || (await was(unit.commit!, tip))) continue
    if ((await cameOtherwise(house, unit)) === undefined) units.push(unit)
  }
  return units.length === 0 ? undefined : { target, units }
}

const isLanding = ({ status, commit, spec }: Unit): boolean =>
  status === 'landed' && commit !== null && !spec.reverts && !spec.brings
