// What a unit's attempt changed, or what it landed, or what a whole run did: two commits, and where they come from. Refuses by name
// what is not there any more.

import { refuse } from '../../base/diagnostic.ts'
import { attemptId } from '../../engine/house.ts'
import type { Run, Unit } from '../../kernel/model.ts'
import { attemptRef } from '../../workspace/attempt-ref.ts'
import type { Repository } from '../../workspace/open.ts'
import { type FilePatch, patchBetween } from '../../workspace/patch.ts'
import { readRef } from '../../workspace/refs.ts'

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
}

/** What landed where it has, else what its last attempt left; or the attempt that is named. */
export async function changeOfUnit(
  repository: Repository,
  unit: Unit,
  attempt: number | undefined,
): Promise<Change> {
  const landed = attempt === undefined ? landedEnds(unit) : undefined
  return read(repository, landed ?? (await attemptEnds(repository, unit, attempt ?? unit.attempt)))
}

export const changeOfRun = (repository: Repository, { id, base, tip }: Run): Promise<Change> =>
  read(repository, { of: id, from: base, to: tip })

function landedEnds({ id, commit }: Unit): Ends | undefined {
  return commit === null ? undefined : { of: `${id} as it landed`, from: `${commit}^`, to: commit }
}

async function attemptEnds(repository: Repository, unit: Unit, attempt: number): Promise<Ends> {
  const name = attemptId(unit.id, attempt)
  const to = await readRef(repository, attemptRef(name))
  if (to !== undefined) return { of: `${unit.id} attempt ${attempt}`, from: `${to}^`, to }
  return refuse('diff/none', `there is no tree of ${name}`, { fix: whyNone(unit, attempt) })
}

function whyNone({ id, attempt: last, status, commit }: Unit, attempt: number): string {
  if (attempt > last) return last === 0 ? `${id} was not worked on yet` : `it had ${last} attempts`
  if (attempt === last && (status === 'preparing' || status === 'working'))
    return 'its agent is at work: a tree is taken when the session ends'
  const landed = commit === null ? '' : `; what landed is there: fixpoint diff ${id}`
  return `it left nothing, or gc removed it${landed}`
}

async function read(repository: Repository, ends: Ends): Promise<Change> {
  for (const commit of [ends.from, ends.to])
    if (!(await repository.objects.info(commit)))
      refuse('diff/gone', `commit ${commit} of ${ends.of} is not in this repository any more`, {
        fix: 'fetch it from where the branch was pushed to',
      })
  return { ...ends, files: await patchBetween(repository, ends.from, ends.to) }
}
