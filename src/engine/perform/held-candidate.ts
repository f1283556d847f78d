// Holds the candidate of a unit by a ref of its own until it lands, so that git never tidies away what is being proved. A later candidate of
// the unit takes its place; one that never lands is there until garbage collection finds its unit over, like what its attempts left.

import type { Unit } from '../../kernel/model.ts'
import { attemptRef, keepCommit } from '../../workspace/attempt-ref.ts'
import { type RefMove, readRef } from '../../workspace/refs.ts'
import type { House } from '../house.ts'

const heldAs = (unit: string) => `${unit}#candidate`

export const holdCandidate = ({ repository }: House, unit: string, commit: string) =>
  keepCommit(repository, heldAs(unit), commit)

/** For the very transaction that lands them. */
export async function letGo(
  { repository }: House,
  units: readonly Unit[],
): Promise<readonly RefMove[]> {
  const moves: RefMove[] = []
  for (const { id } of units) {
    const ref = attemptRef(heldAs(id))
    const from = await readRef(repository, ref)
    if (from !== undefined) moves.push({ ref, from, to: undefined })
  }
  return moves
}

/** Somebody removed the refs that held it, and git has tidied up. */
export const isGone = async ({ repository }: House, commit: string): Promise<boolean> =>
  (await repository.objects.info(commit)) === undefined
