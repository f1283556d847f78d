// Removes what nobody wants any more. What is wanted is told by the caller, who reads it from the journal; what is held is seen
// in the leases. The plan is made first and is what a dry run prints; performing it looks at each lease again.

import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { folderBytes } from '../base/folder-bytes.ts'
import { lifeOf } from '../base/process-identity.ts'
import { ATTEMPT_REFS, attemptOf } from './attempt-ref.ts'
import { checkedOutRefs } from './checkouts.ts'
import { isLease, type Lease, readLease, standingOf, takeLease } from './lease.ts'
import { leftBehind } from './left-behind.ts'
import { occupantsOf } from './occupants.ts'
import type { Repository } from './open.ts'
import { removeWorkspace } from './pool.ts'
import { listRefs, moveRefs } from './refs.ts'
import { setupFolder } from './setup.ts'
import { readRecord } from './setup-record.ts'
import { listSlots, type Slot, trashFolder } from './slot.ts'
import { namesIn } from './succession.ts'
import { removeStubborn } from './sweep.ts'

/** Whether nobody wants a thing any more, and how that is known. */
export interface Settlement {
  readonly isSettled: boolean
  readonly reason: string
}

export interface CollectionFacts {
  /** By what a workspace was taken for. Asked only where its process is dead. */
  readonly workspace: (purpose: string) => Settlement
  /** By the name of an attempt, with the commit that keeps its tree. */
  readonly attempt: (attempt: string, commit: string) => Settlement
  /** By an integration line (`refs/heads/fixpoint/…`) and its tip. */
  readonly line: (ref: string, tip: string) => Settlement
  /** Whether the journal of this project was begun in the repository that had this git directory. */
  readonly began: (gitDirectory: string) => boolean
  /** How many free workspaces stay for the next attempts. */
  readonly keepFree: number
}

export interface Removal {
  readonly kind: 'workspace' | 'attempt' | 'line' | 'setup' | 'trash' | 'cache'
  readonly name: string
  readonly reason: string
  /** What this frees on disk. Files that something else shares count nothing, and what only git knows of is git's to free. */
  readonly bytes: number
  /** Where a ref was when it was judged. */
  readonly commit?: string
}

export interface Kept {
  readonly kind: Removal['kind']
  readonly name: string
  readonly reason: string
}

export interface CollectionPlan {
  readonly removals: readonly Removal[]
  /** What is there and stays, with the reason. */
  readonly kept: readonly Kept[]
}

interface Verdict extends Kept {
  readonly isRemoved: boolean
  readonly folder?: string
  readonly commit?: string
}

export async function planCollection(
  repository: Repository,
  facts: CollectionFacts,
): Promise<CollectionPlan> {
  const workspaces = workspaceVerdicts(repository, facts)
  const verdicts = [
    ...workspaces.map(each => each.verdict),
    ...(await attemptVerdicts(repository, facts)),
    ...(await lineVerdicts(repository, facts)),
    ...setupVerdicts(
      repository,
      workspaces.filter(each => !each.verdict.isRemoved).map(each => each.slot),
    ),
    ...trash(repository),
    ...oldCaches(repository, facts),
  ]
  return {
    removals: verdicts.filter(isRemoved).map(removalOf),
    kept: verdicts
      .filter(each => !isRemoved(each))
      .map(({ kind, name, reason }) => ({ kind, name, reason })),
  }
}

function removalOf({ kind, name, reason, folder, commit }: Verdict): Removal {
  const bytes = folder === undefined ? 0 : folderBytes(folder)
  return { kind, name, reason, bytes, ...(commit !== undefined && { commit }) }
}

const isRemoved = (verdict: Verdict) => verdict.isRemoved

interface JudgedSlot {
  readonly slot: Slot
  readonly verdict: Verdict
}

/** Of a workspace that was half deleted the numbered folder with its lease is left, and that is no workspace. */
function workspaceVerdicts(repository: Repository, facts: CollectionFacts): JudgedSlot[] {
  let spare = facts.keepFree
  return listSlots(repository)
    .filter(slot => namesIn(slot.folder).some(name => !isLease(name)))
    .map(slot => {
      const is = { kind: 'workspace', name: workspaceName(slot), folder: slot.folder } as const
      const { isSettled, reason } = standing(slot, readLease(slot.folder), facts)
      if (!isSettled) return { slot, verdict: { ...is, reason, isRemoved: false } }
      const isSpare = existsSync(slot.tree) && spare-- > 0
      return {
        slot,
        verdict: isSpare
          ? { ...is, reason: 'kept for the next attempts', isRemoved: false }
          : { ...is, reason, isRemoved: true },
      }
    })
}

const workspaceName = ({ number }: Slot) => `workspace ${number}`

function standing(
  { tree }: Pick<Slot, 'tree'>,
  lease: Lease | undefined,
  { workspace }: Pick<CollectionFacts, 'workspace'>,
): Settlement {
  const [occupant] = occupantsOf(tree)
  if (occupant !== undefined) return { isSettled: false, reason: `process ${occupant} runs in it` }
  const stands = standingOf(lease)
  if (!lease || stands === 'free') return { isSettled: true, reason: 'nobody holds it' }
  const { attempt, pid, host } = lease
  if (stands === 'held')
    return { isSettled: false, reason: `held for ${attempt} by process ${pid} on ${host}` }
  const { isSettled, reason } = workspace(attempt)
  return { isSettled, reason: `nobody works in it, and ${reason}` }
}

async function attemptVerdicts(
  repository: Repository,
  { attempt }: CollectionFacts,
): Promise<Verdict[]> {
  return (await listRefs(repository, ATTEMPT_REFS)).map(({ ref, id }) =>
    refVerdict('attempt', ref, id, attempt(attemptOf(ref), id)),
  )
}

async function lineVerdicts(repository: Repository, { line }: CollectionFacts): Promise<Verdict[]> {
  const checkedOut = checkedOutRefs(repository.facts)
  return (await listRefs(repository, 'refs/heads/fixpoint')).map(({ ref, id }) =>
    checkedOut.has(ref)
      ? { kind: 'line', name: ref, reason: 'checked out', isRemoved: false }
      : refVerdict('line', ref, id, line(ref, id)),
  )
}

const refVerdict = (
  kind: 'attempt' | 'line',
  name: string,
  commit: string,
  { isSettled, reason }: Settlement,
): Verdict => ({ kind, name, reason, isRemoved: isSettled, commit })

/** A stored result is wanted while a workspace that stays has it. */
function setupVerdicts(repository: Repository, staying: readonly Slot[]): Verdict[] {
  const used = new Set(staying.map(slot => readRecord(slot.folder)?.key))
  return namesIn(setupFolder(repository))
    .sort()
    .map(name => {
      const maker = Number(/^\.(?:new|probe)-(\d+)-/.exec(name)?.[1])
      const isUsed = maker ? isAlive(maker) : used.has(name)
      const reason = maker ? 'being made' : 'a workspace has it'
      return {
        kind: 'setup',
        name,
        reason: isUsed ? reason : 'no workspace has it',
        isRemoved: !isUsed,
        folder: join(setupFolder(repository), name),
      }
    })
}

const isAlive = (pid: number) => lifeOf({ host: hostname(), pid, started: '' }) !== 'dead'

const trash = (repository: Repository): Verdict[] =>
  namesIn(trashFolder(repository))
    .sort()
    .map(name => ({
      kind: 'trash',
      name,
      reason: 'left by a removal that was interrupted',
      isRemoved: true,
      folder: join(trashFolder(repository), name),
    }))

const oldCaches = (repository: Repository, { began }: CollectionFacts): Verdict[] =>
  leftBehind(repository, began).map(({ isRemovable, ...each }) => ({
    kind: 'cache',
    ...each,
    isRemoved: isRemovable,
  }))

/** Performs a plan; answers what it removed, which is less only where somebody took something meanwhile. */
export async function collect(
  repository: Repository,
  plan: CollectionPlan,
  facts: CollectionFacts,
): Promise<readonly Removal[]> {
  const done: Removal[] = []
  for (const removal of plan.removals)
    if (await remove(repository, removal, facts)) done.push(removal)
  return done
}

async function remove(
  repository: Repository,
  { kind, name, commit }: Removal,
  facts: CollectionFacts,
): Promise<boolean> {
  if (kind === 'workspace') return removeSlot(repository, name, facts)
  if (kind === 'setup') return removeSetup(repository, name)
  if (kind === 'cache') return removeCache(repository, name, facts)
  if (kind === 'trash') return removeFolder(join(trashFolder(repository), name))
  const found = await listRefs(repository, name)
  if (!found.some(({ ref, id }) => ref === name && id === commit)) return false
  return (await moveRefs(repository, [{ ref: name, from: commit, to: undefined }])) === 'moved'
}

/** A workspace may have taken it since the plan was made. */
async function removeSetup(repository: Repository, name: string): Promise<boolean> {
  const verdict = setupVerdicts(repository, listSlots(repository)).find(each => each.name === name)
  if (!verdict?.isRemoved) return false
  return removeAtOnce(repository, join(setupFolder(repository), name), `setup-${name}`)
}

/** Somebody may have put a repository there since the plan was made, whose cache it is then. */
async function removeCache(
  repository: Repository,
  name: string,
  facts: CollectionFacts,
): Promise<boolean> {
  const verdict = oldCaches(repository, facts).find(each => each.name === name)
  if (!verdict?.isRemoved) return false
  return removeAtOnce(repository, verdict.folder!, `cache-${name}`)
}

/** Gone in one step, so that who is taking it sees that it went. */
async function removeAtOnce(
  repository: Repository,
  folder: string,
  name: string,
): Promise<boolean> {
  const doomed = join(trashFolder(repository), `${name}.${process.pid}`)
  mkdirSync(trashFolder(repository), { recursive: true })
  renameSync(folder, doomed)
  return removeFolder(doomed)
}

async function removeFolder(path: string): Promise<boolean> {
  await removeStubborn(path)
  return true
}

/** Takes the lease as an attempt would, so nobody is handed what is being deleted. */
async function removeSlot(
  repository: Repository,
  name: string,
  facts: CollectionFacts,
): Promise<boolean> {
  const slot = listSlots(repository).find(each => workspaceName(each) === name)
  const lease = slot && readLease(slot.folder)
  if (!slot || !standing(slot, lease, facts).isSettled) return false
  const taken = takeLease(slot.folder, lease, { attempt: 'gc', base: lease?.base ?? '' })
  if (!taken) return false
  await removeWorkspace(repository, { slot, lease: taken })
  return true
}
