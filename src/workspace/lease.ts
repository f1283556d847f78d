// Which process holds which workspace, and for which attempt. A lease outlives its process, so that what a dead one left is still known.

import * as z from 'zod/mini'
import { lifeOf, ownIdentity } from '../base/process-identity.ts'
import { follow, latestOf, readEntry, type Succession } from './succession.ts'

const leaseSchema = z.object({
  host: z.string(),
  pid: z.number(),
  started: z.string(),
  /** The attempt it is held for. */
  attempt: z.string(),
  base: z.string(),
  /**
   * Preparing: nobody has worked in it yet, so nothing in it is worth keeping. Left: its holder went away on purpose, and who asks for it by
   * what it is held for finds it as it is.
   */
  stage: z.enum(['preparing', 'working', 'left', 'released']),
})

type LeaseText = z.infer<typeof leaseSchema>

export interface Lease extends LeaseText {
  readonly folder: string
  /** Grows with every holder; a write under an older number is a write by somebody who lost it. */
  readonly fence: number
}

export type Standing = 'free' | 'held' | 'orphaned'

const leasesIn = (folder: string): Succession => ({ folder, name: 'lease' })

export const isLease = (name: string) => /^lease-\d+$/.test(name)

/** The latest lease of a workspace's folder; undefined where nobody ever held it. */
export function readLease(folder: string): Lease | undefined {
  const fence = latestOf(leasesIn(folder))
  if (fence === 0) return undefined
  const text = readEntry(leasesIn(folder), fence)
  return text === undefined ? undefined : { ...decode(text, folder), folder, fence }
}

/** Orphaned: its holder died or left while somebody may have worked in it, so what lies in it may still be wanted. */
export function standingOf(lease: Lease | undefined): Standing {
  if (!lease || lease.stage === 'released') return 'free'
  if (lease.stage === 'left') return 'orphaned'
  if (lifeOf(lease) !== 'dead') return 'held'
  return lease.stage === 'preparing' ? 'free' : 'orphaned'
}

interface LeaseRequest {
  readonly attempt: string
  readonly base: string
  readonly stage?: LeaseText['stage']
}

/** Follows `previous`; undefined when somebody else was faster. */
export function takeLease(
  folder: string,
  previous: Lease | undefined,
  { attempt, base, stage = 'preparing' }: LeaseRequest,
): Lease | undefined {
  const text: LeaseText = { ...ownIdentity(), attempt, base, stage }
  const fence = follow(leasesIn(folder), previous?.fence ?? 0, JSON.stringify(text))
  return fence === undefined ? undefined : { ...text, folder, fence }
}

/** From one stage to the next, under a new fence; undefined when the lease was lost meanwhile. */
export function moveLease(lease: Lease, stage: LeaseText['stage']): Lease | undefined {
  if (!isHeld(lease)) return undefined
  const { folder, fence, ...text } = { ...lease, stage }
  const next = follow(leasesIn(folder), fence, JSON.stringify(text))
  return next === undefined ? undefined : { ...text, folder, fence: next }
}

/** Fences start again where the cache was removed, so the attempt counts too. */
export function isHeld({ folder, fence, attempt }: Lease): boolean {
  const now = readLease(folder)
  return now?.fence === fence && now.attempt === attempt && now.stage !== 'released'
}

function decode(text: string, folder: string): LeaseText {
  try {
    return z.parse(leaseSchema, JSON.parse(text))
  } catch (cause) {
    throw new Error(`${folder} holds a lease that nobody can read; remove the folder`, { cause })
  }
}
