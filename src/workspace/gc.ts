// Removes what nobody wants any more. What is wanted is told by the caller, who reads it from the journal; what is held is seen
// in the leases. The plan is made first and is what a dry run prints; performing it looks at each lease again.

import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { lifeOf } from '../base/process-identity.ts'
import { ATTEMPT_REFS, attemptOf } from './attempt-ref.ts'
import { checkedOutRefs } from './checkouts.ts'
import { type Lease, readLease, type Standing, standingOf, takeLease } from './lease.ts'
import { occupantsOf } from './occupants.ts'
import type { Repository } from './open.ts'
import { removeWorkspace } from './pool.ts'
import { listRefs, moveRefs } from './refs.ts'
import { setupFolder } from './setup.ts'
import { readRecord } from './setup-record.ts'
import { listSlots, type Slot, trashFolder } from './slot.ts'
import { namesIn } from './succession.ts'
import { removeStubborn } from './sweep.ts'

export interface CollectionFacts {
  /** Attempts that landed, were archived or are expired: their trees and workspaces are not wanted. */
  readonly settledAttempts: ReadonlySet<string>
  /** Integration lines (`refs/heads/fixpoint/…`) that were delivered or given up. */
  readonly settledLines: ReadonlySet<string>
  /** How many free workspaces stay for the next attempts. */
  readonly keepFree: number
}

export interface Removal {
  readonly kind: 'workspace' | 'attempt' | 'line' | 'setup' | 'trash'
  readonly name: string
  readonly reason: string
}

export interface Kept {
  readonly name: string
  readonly reason: string
}

export interface CollectionPlan {
  readonly removals: readonly Removal[]
  /** What is there and stays, with the reason. */
  readonly kept: readonly Kept[]
}

interface Verdict extends Removal {
  readonly isRemoved: boolean
}

export async function planCollection(
  repository: Repository,
  facts: CollectionFacts,
): Promise<CollectionPlan> {
  const workspaces = workspaceVerdicts(repository, facts)
  const refs = [
    ...(await attemptVerdicts(repository, facts)),
    ...(await lineVerdicts(repository, facts)),
  ]
  const verdicts = [...workspaces, ...refs, ...setupVerdicts(repository), ...trash(repository)]
  const [removed, kept] = [verdicts.filter(isRemoved), verdicts.filter(each => !isRemoved(each))]
  return {
    removals: removed.map(({ kind, name, reason }) => ({ kind, name, reason })),
    kept: kept.map(({ name, reason }) => ({ name, reason })),
  }
}

const isRemoved = (verdict: Verdict) => verdict.isRemoved

function workspaceVerdicts(repository: Repository, facts: CollectionFacts): Verdict[] {
  let spare = facts.keepFree
  return listSlots(repository)
    .filter(slot => existsSync(slot.tree))
    .map(slot => {
      const name = workspaceName(slot)
      const reason = reasonToKeep(slot, readLease(slot.folder), facts.settledAttempts)
      if (reason) return { kind: 'workspace', name, reason, isRemoved: false }
      if (spare-- > 0)
        return { kind: 'workspace', name, reason: 'kept for the next attempts', isRemoved: false }
      return { kind: 'workspace', name, reason: 'nobody holds it', isRemoved: true }
    })
}

const workspaceName = ({ number }: Slot) => `workspace ${number}`

const standingReasons: Readonly<Record<Standing, (lease: Lease) => string>> = {
  free: () => '',
  held: ({ attempt, pid, host }) => `held for ${attempt} by process ${pid} on ${host}`,
  orphaned: ({ attempt }) => `its process died, and attempt ${attempt} is not settled`,
}

function reasonToKeep(
  { tree }: Slot,
  lease: Lease | undefined,
  settled: ReadonlySet<string>,
): string | undefined {
  const [occupant] = occupantsOf(tree)
  if (occupant !== undefined) return `process ${occupant} runs in it`
  const standing = standingOf(lease)
  if (!lease || standing === 'free') return undefined
  if (standing === 'orphaned' && settled.has(lease.attempt)) return undefined
  return standingReasons[standing](lease)
}

async function attemptVerdicts(
  repository: Repository,
  { settledAttempts }: CollectionFacts,
): Promise<Verdict[]> {
  return (await listRefs(repository, ATTEMPT_REFS)).map(({ ref }) =>
    refVerdict('attempt', ref, settledAttempts.has(attemptOf(ref))),
  )
}

async function lineVerdicts(
  repository: Repository,
  { settledLines }: CollectionFacts,
): Promise<Verdict[]> {
  const checkedOut = checkedOutRefs(repository.facts)
  return (await listRefs(repository, 'refs/heads/fixpoint')).map(({ ref }) =>
    checkedOut.has(ref)
      ? { kind: 'line', name: ref, reason: 'checked out', isRemoved: false }
      : refVerdict('line', ref, settledLines.has(ref)),
  )
}

const refVerdict = (kind: 'attempt' | 'line', name: string, isSettled: boolean): Verdict => ({
  kind,
  name,
  reason: isSettled ? 'settled' : 'not settled',
  isRemoved: isSettled,
})

/** A stored result is wanted while some workspace has it. */
function setupVerdicts(repository: Repository): Verdict[] {
  const used = new Set(listSlots(repository).map(slot => readRecord(slot.folder)?.key))
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
  { kind, name }: Removal,
  facts: CollectionFacts,
): Promise<boolean> {
  if (kind === 'workspace') return removeSlot(repository, name, facts)
  if (kind === 'setup') return removeFolder(join(setupFolder(repository), name))
  if (kind === 'trash') return removeFolder(join(trashFolder(repository), name))
  const found = (await listRefs(repository, name)).find(({ ref }) => ref === name)
  if (!found) return false
  return (await moveRefs(repository, [{ ref: name, from: found.id, to: undefined }])) === 'moved'
}

async function removeFolder(path: string): Promise<boolean> {
  await removeStubborn(path)
  return true
}

/** Takes the lease as an attempt would, so nobody is handed what is being deleted. */
async function removeSlot(
  repository: Repository,
  name: string,
  { settledAttempts }: CollectionFacts,
): Promise<boolean> {
  const slot = listSlots(repository).find(each => workspaceName(each) === name)
  const lease = slot && readLease(slot.folder)
  if (!slot || reasonToKeep(slot, lease, settledAttempts)) return false
  const taken = takeLease(slot.folder, lease, { attempt: 'gc', base: lease?.base ?? '' })
  if (!taken) return false
  await removeWorkspace(repository, { slot, lease: taken })
  return true
}
