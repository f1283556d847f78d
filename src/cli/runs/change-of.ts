// What a unit's attempt changed, or what it landed, or what a whole run did: two commits, and where they come from. Refuses by name
// what is not there any more.

import { refuse } from '../../base/diagnostic.ts'
import { attemptId } from '../../engine/house.ts'
import type { Run, Unit } from '../../kernel/model.ts'
import { attemptRef } from '../../workspace/attempt-ref.ts'
import type { Repository } from '../../workspace/open.ts'
import { type FilePatch, patchBetween } from '../../workspace/patch.ts'
import { readRef } from '../../workspace/refs.ts'
import { refuseTreeless } from './gone.ts'

export interface Change {
  /** `r1/T01 attempt 2`, `r1/T01 as it landed`, `r1`. */
  readonly of: string
  readonly from: string
  readonly to: string
  readonly files: readonly FilePatch[]
}

interface Ends {
  readonly of: string
  readonly from: string
  readonly to: string
  readonly run: string
}

/** What landed where it has, else what its last attempt left; or the attempt that is named. */
export async function changeOfUnit(
  repository: Repository,
  unit: Unit,
  attempt: number | undefined,
  root: string,
): Promise<Change> {
  const landed = attempt === undefined ? landedEnds(unit) : undefined
  return read(
    repository,
    landed ?? (await attemptEnds(repository, root, unit, attempt ?? unit.attempt)),
  )
}

export const changeOfRun = (repository: Repository, { id, base, tip }: Run): Promise<Change> =>
  read(repository, { of: id, run: id, from: base, to: tip })

function landedEnds({ id, run, commit }: Unit): Ends | undefined {
  if (commit === null) return undefined
  return { of: `${id} as it landed`, run, from: `${commit}^`, to: commit }
}

async function attemptEnds(
  repository: Repository,
  root: string,
  unit: Unit,
  attempt: number,
): Promise<Ends> {
  const name = attemptId(unit.id, attempt)
  const to = await readRef(repository, attemptRef(name))
  if (to !== undefined)
    return { of: `${unit.id} attempt ${attempt}`, run: unit.run, from: `${to}^`, to }
  return refuseTreeless(repository, root, unit, attempt)
}

async function read(repository: Repository, { run, ...ends }: Ends): Promise<Change> {
  for (const commit of [ends.to, ends.from])
    if (!(await repository.objects.info(commit)))
      refuse('diff/gone', `commit ${commit.slice(0, 10)} of ${ends.of} is not in this repository`, {
        fix: `fetch it from where ${run} ran, or from where it was pushed to: git fetch REMOTE fixpoint/${run}`,
      })
  return { ...ends, files: await patchBetween(repository, ends.from, ends.to) }
}
