// Hands out workspaces: folders outside the user's checkout, each equal to a base commit, held by one process for one attempt.
// Creating files is what a workspace costs, so a folder that was given back is used again, but never before its reset is proved.

import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { refuse } from '../base/diagnostic.ts'
import { lifeOf } from '../base/process-identity.ts'
import { settingsAsVariables } from './git.ts'
import {
  isHeld,
  isLease,
  type Lease,
  moveLease,
  readLease,
  standingOf,
  takeLease,
} from './lease.ts'
import { occupantsOf } from './occupants.ts'
import type { Repository } from './open.ts'
import { resetSlot } from './reset.ts'
import { keptOutputs } from './setup-record.ts'
import { listSlots, type Slot, slotAt, trashFolder } from './slot.ts'
import { namesIn } from './succession.ts'
import { removeStubborn } from './sweep.ts'

export interface Workspace {
  /** `<slot>.<fence>`: no two workspaces of a repository ever share it. */
  readonly id: string
  /** The folder that the agent works in. */
  readonly path: string
  readonly attempt: string
  readonly base: string
  readonly baseTree: string
  readonly slot: Slot
  readonly lease: Lease
  /** For every process started inside: hooks that a tool installs there do not run. */
  readonly environment: Readonly<Record<string, string>>
}

export interface WorkspaceRequest {
  readonly attempt: string
  /** A commit that a ref keeps alive. */
  readonly base: string
  readonly identity: { readonly name: string; readonly email: string }
  readonly sparse?: readonly string[] | undefined
}

const MAX_TRIES = 3

export async function acquireWorkspace(
  repository: Repository,
  request: WorkspaceRequest,
): Promise<Workspace> {
  const baseTree = await repository.objects.treeOf(request.base)
  let trouble: unknown
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const taken = takeSlot(repository, request)
    try {
      await prepare(repository, taken.slot, { ...request, baseTree })
      return handOut(taken, baseTree)
    } catch (cause) {
      trouble = cause
      await removeWorkspace(repository, taken)
    }
  }
  throw trouble
}

async function prepare(
  repository: Repository,
  slot: Slot,
  { base, baseTree, identity, sparse }: WorkspaceRequest & { readonly baseTree: string },
): Promise<void> {
  const keeps = await keptOutputs(slot)
  await resetSlot(repository, slot, { base, baseTree, identity, sparse, keeps })
}

interface Taken {
  readonly slot: Slot
  readonly lease: Lease
}

/** A free folder that stands at the same base, else any free one, else one that nobody ever had. */
function takeSlot(repository: Repository, request: WorkspaceRequest): Taken {
  const slots = listSlots(repository).map(slot => ({ slot, lease: readLease(slot.folder) }))
  const free = slots.filter(each => standingOf(each.lease) === 'free')
  const near = ({ lease }: (typeof free)[number]) => (lease?.base === request.base ? 0 : 1)
  for (const { slot, lease } of free.sort((a, b) => near(a) - near(b))) {
    const taken = occupantsOf(slot.tree).length === 0 && takeLease(slot.folder, lease, request)
    if (taken) return { slot, lease: taken }
  }
  for (let number = (slots.at(-1)?.slot.number ?? 0) + 1; ; number++) {
    const slot = slotAt(repository, number)
    // Of a pool that was removed, somebody may still write to the old path.
    const isFree = occupantsOf(slot.tree).length === 0
    const lease = isFree && takeLease(slot.folder, undefined, request)
    if (lease) return { slot, lease }
  }
}

/** From here on what lies in it belongs to the attempt. */
function handOut({ slot, lease: prepared }: Taken, baseTree: string): Workspace {
  const lease = moveLease(prepared, 'working')
  if (!lease) throw new Error(`${slot.folder} was taken over while it was prepared`)
  return workspaceOf({ slot, lease }, baseTree)
}

function workspaceOf({ slot, lease }: Taken, baseTree: string): Workspace {
  return {
    id: `${slot.number}.${lease.fence}`,
    path: slot.tree,
    attempt: lease.attempt,
    base: lease.base,
    baseTree,
    slot,
    lease,
    environment: settingsAsVariables({ 'core.hooksPath': join(slot.folder, 'no-hooks') }),
  }
}

/** Takes over the workspace of an attempt whose process died or left, as it was left: its tree may still be wanted. */
export async function adoptWorkspace(
  repository: Repository,
  attempt: string,
): Promise<Workspace | undefined> {
  for (const slot of listSlots(repository)) {
    const lease = readLease(slot.folder)
    if (lease?.attempt !== attempt || standingOf(lease) !== 'orphaned') continue
    const taken = takeLease(slot.folder, lease, { ...lease, stage: 'working' })
    if (taken)
      return workspaceOf({ slot, lease: taken }, await repository.objects.treeOf(lease.base))
  }
  return undefined
}

/** Every living hold on a workspace for this attempt: somebody is in there, or about to be. */
export const holdsFor = (repository: Repository, attempt: string): readonly Lease[] =>
  listSlots(repository)
    .flatMap(slot => readLease(slot.folder) ?? [])
    .filter(lease => lease.attempt === attempt && standingOf(lease) === 'held')

/** Gives it back to the pool. Its contents stay until the next attempt takes it. */
export function releaseWorkspace({ lease }: Workspace): void {
  moveLease(lease, 'released')
}

/** Puts it down as it is: only who asks for it by what it is held for takes it up again. */
export function leaveWorkspace({ lease }: Workspace): void {
  moveLease(lease, 'left')
}

/** Deletes its contents and frees its place. Harmless when it was lost or is gone. */
export async function removeWorkspace(
  repository: Repository,
  { slot, lease }: Pick<Workspace, 'slot' | 'lease'>,
): Promise<void> {
  if (!isHeld(lease)) return
  await discard(repository, slot, lease)
  moveLease(lease, 'released')
}

/** Out of sight in one step each, then deleted; a crash between leaves it in the trash. The numbered folder with its lease stays, so that fences never start again. */
async function discard(repository: Repository, slot: Slot, { fence }: Lease): Promise<void> {
  const doomed = join(trashFolder(repository), `${slot.number}.${fence}.${process.pid}`)
  mkdirSync(doomed, { recursive: true })
  for (const name of readdirSync(slot.folder))
    if (!isLease(name)) renameSync(join(slot.folder, name), join(doomed, name))
  await removeStubborn(doomed)
}

/** Deletes what removals of dead processes left half done. */
export async function clearTrash(repository: Repository): Promise<void> {
  const trash = trashFolder(repository)
  for (const name of namesIn(trash)) {
    const remover = { host: hostname(), pid: Number(name.split('.').at(-1)), started: '' }
    if (lifeOf(remover) === 'dead') await removeStubborn(join(trash, name))
  }
}

/** A workspace is only worth anything to who still holds it. */
export function assertHeld({ lease, id, path }: Workspace): void {
  if (isHeld(lease)) return
  if (!existsSync(path))
    refuse('workspace/gone', `workspace ${id} was removed while it was in use: ${path}`, {
      fix: 'while a run goes on, leave the cache to fixpoint gc',
    })
  else
    refuse('workspace/lost', `workspace ${id} was taken over by another process`, {
      fix: 'start the attempt again',
    })
}
