// Which process holds which workspace. Each holder writes a file with the next number, and the highest number holds:
// creating a name is the only step that must be exclusive, so two processes that take over from the same dead one cannot both win.

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { createFileAtomic, writeFileAtomic } from '../base/atomic-file.ts'
import { lifeOf, ownIdentity } from '../base/process-identity.ts'

const leaseSchema = z.object({
  host: z.string(),
  pid: z.number(),
  started: z.string(),
  /** The attempt it is held for. */
  attempt: z.string(),
  base: z.string(),
  isReleased: z.boolean(),
})

type LeaseText = z.infer<typeof leaseSchema>

export interface Lease extends LeaseText {
  readonly folder: string
  /** Grows with every holder; a write under an older number is a write by somebody who lost it. */
  readonly fence: number
}

export type Standing = 'free' | 'held' | 'orphaned'

const namePattern = /^lease-(\d+)\.json$/

/** Also the temporary files that a lease is written through. */
export const isLeaseFile = (name: string) => /^\.?lease-/.test(name)

const fileOf = (folder: string, fence: number) => join(folder, `lease-${fence}.json`)

/** The latest lease of a workspace's folder; undefined where nobody ever held it. */
export function readLease(folder: string): Lease | undefined {
  const fence = highestFence(folder)
  if (fence === 0) return undefined
  const text = readText(fileOf(folder, fence))
  return text && { ...text, folder, fence }
}

/** Orphaned: its holder died before it gave the workspace back, so what lies in it may still be wanted. */
export function standingOf(lease: Lease | undefined): Standing {
  if (!lease || lease.isReleased) return 'free'
  return lifeOf(lease) === 'dead' ? 'orphaned' : 'held'
}

/** Follows `previous`; undefined when somebody else was faster. */
export function takeLease(
  folder: string,
  previous: Lease | undefined,
  { attempt, base }: { readonly attempt: string; readonly base: string },
): Lease | undefined {
  const fence = (previous?.fence ?? 0) + 1
  const text: LeaseText = { ...ownIdentity(), attempt, base, isReleased: false }
  const file = fileOf(folder, fence)
  if (!createFileAtomic(file, JSON.stringify(text))) return undefined
  if (highestFence(folder) !== fence) {
    rmSync(file, { force: true })
    return undefined
  }
  if (previous) rmSync(fileOf(folder, previous.fence), { force: true })
  return { ...text, folder, fence }
}

/** Does nothing when the lease was lost meanwhile. */
export function releaseLease(lease: Lease): void {
  if (!isHeld(lease)) return
  const { folder, fence, ...text } = lease
  writeFileAtomic(fileOf(folder, fence), JSON.stringify({ ...text, isReleased: true }))
}

export function isHeld(lease: Lease): boolean {
  const now = readLease(lease.folder)
  return now?.fence === lease.fence && !now.isReleased
}

function highestFence(folder: string): number {
  const numbers = namesIn(folder).map(name => Number(namePattern.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}

function readText(file: string): LeaseText | undefined {
  try {
    return z.parse(leaseSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`${file} is not a lease; look at it, then remove it`, { cause })
  }
}
