// A unit in the hands of a person: a workspace of its own with what its attempts have kept, left lying between two visits, and what was
// made in it taken as the tree of an attempt. Decides nothing: whether the unit may be opened is for the kernel.

import { refuse } from '../base/diagnostic.ts'
import type { Unit } from '../kernel/model.ts'
import { attemptRef, keepAttempt } from '../workspace/attempt-ref.ts'
import { type ChangeSet, takeChangeSet } from '../workspace/change-set.ts'
import { givenBy } from '../workspace/environment.ts'
import {
  acquireWorkspace,
  adoptWorkspace,
  releaseWorkspace,
  type Workspace,
} from '../workspace/pool.ts'
import { portBlock } from '../workspace/ports.ts'
import { readRef } from '../workspace/refs.ts'
import { attemptId, type House, orderOf, personOf, secondsOf } from './house.ts'
import { layKeptTree } from './perform/kept-tree.ts'
import { makeAbleToRun } from './perform/setup.ts'
import { claimedFromTop, fromProject, projectIn } from './project-folder.ts'

/** What the workspace is held for, and the attempt under which what was laid in it is kept. */
export const handPurpose = (unit: string) => `${unit}#by-hand`

/** `fresh`: what was kept does not go together with what has landed since, or nothing was kept. */
export interface HandWorkspace {
  readonly workspace: Workspace
  readonly start: 'kept' | 'fresh' | 'as-left'
}

/** The workspace of an opened unit: as it was left, or a new one. */
export async function enterWorkspace(
  house: House,
  unit: Unit,
  signal: AbortSignal,
): Promise<HandWorkspace> {
  const left = await adoptWorkspace(house.repository, handPurpose(unit.id))
  if (left) return { workspace: left, start: 'as-left' }
  const workspace = await acquireWorkspace(house.repository, {
    attempt: handPurpose(unit.id),
    base: unit.opened!.base,
    identity: personOf(house.manners),
  })
  try {
    await makeAbleToRun(house, workspace, orderOf(house, unit), signal)
    const from = await keptBy(house, unit)
    const laid = from === undefined ? 'fresh' : await layKeptTree(house, workspace, from)
    await keep(house, handPurpose(unit.id), await changesIn(house, unit, workspace))
    return { workspace, start: laid === 'laid' ? 'kept' : 'fresh' }
  } catch (cause) {
    releaseWorkspace(workspace)
    throw cause
  }
}

/** Where a person works in it, and what it adds to the environment that is theirs: ports of its own among it. */
export async function placeOfHand(
  house: House,
  unit: Unit,
  workspace: Workspace,
): Promise<{ readonly folder: string; readonly environment: Readonly<Record<string, string>> }> {
  const ports = await portBlock(house.repository, workspace, orderOf(house, unit).ports)
  return {
    folder: projectIn(house, workspace),
    environment: { ...givenBy(workspace, ports), FIXPOINT_UNIT: unit.id },
  }
}

/** What the next attempt would go on from, else what is under review, else what the last attempt left. */
async function keptBy({ repository }: House, unit: Unit): Promise<string | undefined> {
  if (unit.kept !== null) return unit.kept
  if (unit.status === 'reviewing' && unit.tree !== null) return unit.tree
  return readRef(repository, attemptRef(attemptId(unit.id, unit.attempt)))
}

/** The workspace that was left; undefined where it is gone, or somebody is in it. */
export const findWorkspace = ({ repository }: House, { id }: Unit) =>
  adoptWorkspace(repository, handPurpose(id))

export interface HandMade {
  /** A commit on the base of the workspace. */
  readonly tree: string
  /** As the project names them. */
  readonly paths: readonly string[]
}

/** What the person changed since the workspace was handed to them; undefined where that is nothing. */
export async function takeHandMade(
  house: House,
  unit: Unit,
  workspace: Workspace,
): Promise<HandMade | undefined> {
  const { repository } = house
  const taken = await changesIn(house, unit, workspace)
  if (taken.withheld.length > 0)
    refuse('open/submodule', `submodules were changed: ${taken.withheld.join(', ')}`, {
      fix: `put them back in ${workspace.path}; no commit of this repository can hold that`,
    })
  const laid = await readRef(repository, attemptRef(handPurpose(unit.id)))
  const start = laid === undefined ? taken.baseTree : await repository.objects.treeOf(laid)
  if (taken.tree === start) return undefined
  const tree = await keep(house, attemptId(unit.id, unit.attempt + 1), taken)
  return { tree, paths: taken.changes.map(each => fromProject(house, each.path)) }
}

function changesIn(house: House, unit: Unit, workspace: Workspace): Promise<ChangeSet> {
  const claimed = claimedFromTop(house, orderOf(house, unit))
  return takeChangeSet(house.repository, workspace, { claimed })
}

function keep(house: House, attempt: string, set: ChangeSet): Promise<string> {
  const [author, atSeconds] = [personOf(house.manners), secondsOf(house.now())]
  return keepAttempt(house.repository, set, { attempt, author, atSeconds })
}
