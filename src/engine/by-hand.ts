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
  holdsFor,
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

/** A second workspace would be a second truth: one of the two is lost when the other is handed back. `except` is the one of who asks. */
export function refuseInside(
  { repository }: House,
  { id, opened }: Unit,
  except?: Workspace,
): void {
  const holds = holdsFor(repository, handPurpose(id))
  const other = holds.find(each => each.folder !== except?.slot.folder)
  if (!other) return
  const whose = opened ? `, which ${opened.by} has open` : ''
  const who = `process ${other.pid} on ${other.host}`
  refuse('open/inside', `somebody is in the workspace of ${id}${whose} (${who})`, {
    fix: opened
      ? `leave the shell or the editor there, or give it up: fixpoint open ${id} --drop`
      : 'leave the shell or the editor there',
  })
}

/** The workspace of an opened unit: as it was left, or a new one; never one beside that of somebody who is inside. */
export async function enterWorkspace(
  house: House,
  unit: Unit,
  signal: AbortSignal,
): Promise<HandWorkspace> {
  const left = await adoptWorkspace(house.repository, handPurpose(unit.id))
  if (left) return { workspace: left, start: 'as-left' }
  const { base } = unit.opened!
  await refuseWithoutBase(house, unit, base)
  const workspace = await acquireWorkspace(house.repository, {
    attempt: handPurpose(unit.id),
    base,
    identity: personOf(house.manners),
  })
  try {
    refuseInside(house, unit, workspace)
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

/** The journal may have come here from another clone, and its commits did not. */
async function refuseWithoutBase(
  { repository }: House,
  { id, run }: Unit,
  base: string,
): Promise<void> {
  if (await repository.objects.info(base)) return
  refuse(
    'open/base',
    `${id} is worked on at commit ${base.slice(0, 10)} of ${run}, which is not in this repository`,
    {
      fix: `fetch it from where ${run} ran, or from where it was pushed to: git fetch REMOTE fixpoint/${run}`,
    },
  )
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
  const known = unit.kept ?? (unit.status === 'reviewing' ? unit.tree : null)
  if (known === null) return readRef(repository, attemptRef(attemptId(unit.id, unit.attempt)))
  return (await repository.objects.info(known)) ? known : undefined
}

/** The workspace that was left; undefined where it is gone. */
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
  const taken = await changesIn(house, unit, workspace)
  if (taken.withheld.length > 0)
    refuse('open/submodule', `submodules were changed: ${taken.withheld.join(', ')}`, {
      fix: `put them back in ${workspace.path}; no commit of this repository can hold that`,
    })
  if (taken.unfiltered.length > 0)
    refuse('open/filtered', `git stores through a filter: ${taken.unfiltered.join(', ')}`, {
      fix: `put them back in ${workspace.path}, where no filter runs, and change them in your checkout`,
    })
  if (!(await isChanged(house, unit, taken))) return undefined
  const tree = await keep(house, attemptId(unit.id, unit.attempt + 1), taken)
  return { tree, paths: taken.changes.map(each => fromProject(house, each.path)) }
}

/** Whether anything was made there, for whom it is too late to hand it back. Keeps nothing: the next attempt may be another's by now. */
export async function hasHandMade(
  house: House,
  unit: Unit,
  workspace: Workspace,
): Promise<boolean> {
  return isChanged(house, unit, await changesIn(house, unit, workspace))
}

async function isChanged({ repository }: House, { id }: Unit, taken: ChangeSet): Promise<boolean> {
  const laid = await readRef(repository, attemptRef(handPurpose(id)))
  return (
    taken.tree !== (laid === undefined ? taken.baseTree : await repository.objects.treeOf(laid))
  )
}

function changesIn(house: House, unit: Unit, workspace: Workspace): Promise<ChangeSet> {
  const claimed = claimedFromTop(house, orderOf(house, unit))
  return takeChangeSet(house.repository, workspace, { claimed })
}

function keep(house: House, attempt: string, set: ChangeSet): Promise<string> {
  const [author, atSeconds] = [personOf(house.manners), secondsOf(house.now())]
  return keepAttempt(house.repository, set, { attempt, author, atSeconds })
}
