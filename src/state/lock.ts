// The lock of a state: who holds it, since when and for what. Waits within a bound; takes over only from the dead.

import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { DiagnosticError, error, refuse } from '../base/diagnostic.ts'
import { lifeOf, ownIdentity } from '../base/process-identity.ts'
import type { Store, Versioned } from './store.ts'

const lockSchema = z.looseObject({
  id: z.string(),
  user: z.string(),
  host: z.string(),
  pid: z.number(),
  started: z.string(),
  at: z.string(),
  purpose: z.string(),
})

export type LockInfo = z.infer<typeof lockSchema>

export interface LockRequest {
  readonly id: string
  readonly user: string
  readonly at: string
  readonly purpose: string
  readonly timeoutMs: number
}

const FIRST_PAUSE_MS = 5
const LONGEST_PAUSE_MS = 100

export const lockName = (stateName: string) => `.${stateName}.lock`

/** Does something while holding the lock, and gives it back whatever happens. */
export async function withLock<T>(
  store: Store,
  stateName: string,
  request: LockRequest,
  work: () => Promise<T>,
): Promise<T> {
  const name = lockName(stateName)
  const text = lockText(request)
  await acquire(store, name, text, request.timeoutMs)
  try {
    return await work()
  } finally {
    const held = await store.read(name)
    if (held?.text === text) await store.remove(name, held.version)
  }
}

function lockText({ id, user, at, purpose }: LockRequest): string {
  return `${JSON.stringify({ id, user, ...ownIdentity(), at, purpose } satisfies LockInfo, null, 2)}\n`
}

async function acquire(store: Store, name: string, text: string, timeoutMs: number): Promise<void> {
  let waitedMs = 0
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    if (await store.swap(name, text, undefined)) return
    const held = await store.read(name)
    if (!held || (await reclaim(store, name, held))) continue
    if (waitedMs >= timeoutMs) throw lockHeld(store, name, held, timeoutMs)
    await pause(Math.min(pauseMs, timeoutMs - waitedMs))
    waitedMs += pauseMs
  }
}

async function reclaim(store: Store, name: string, held: Versioned): Promise<boolean> {
  const info = readLock(held.text)
  return info !== undefined && lifeOf(info) === 'dead' && (await store.remove(name, held.version))
}

/** Who holds the lock now; undefined where nobody does. A lock that nobody can read is refused with its place. */
export async function readHolder(store: Store, stateName: string): Promise<LockInfo | undefined> {
  const name = lockName(stateName)
  const held = await store.read(name)
  if (!held) return undefined
  return (
    readLock(held.text) ??
    refuse('state/locked', unknownHolder.message, {
      at: { file: `${store.place}/${name}` },
      fix: unknownHolder.fix,
    })
  )
}

const unknownHolder = {
  message: 'the state is locked by something unknown',
  fix: 'look at the file, then remove it',
}

function readLock(text: string): LockInfo | undefined {
  try {
    return z.parse(lockSchema, JSON.parse(text))
  } catch {
    return undefined // not a lock of ours: nobody can tell whether its holder lives, so it is never taken over
  }
}

function lockHeld(store: Store, name: string, held: Versioned, timeoutMs: number): DiagnosticError {
  const info = readLock(held.text)
  const at = { file: `${store.place}/${name}` }
  if (!info)
    return new DiagnosticError([
      error('state/locked', unknownHolder.message, { at, fix: unknownHolder.fix }),
    ])
  const who = `${info.user}@${info.host} (process ${info.pid}) for ${info.purpose} since ${info.at}`
  const waited = timeoutMs > 0 ? `, waited ${timeoutMs / 1000} s` : ''
  return new DiagnosticError([
    error('state/locked', `the state is locked by ${who}${waited}`, {
      at,
      fix: `wait with --lock-timeout 60s, or if that process is gone: fixpoint force-unlock ${info.id}`,
    }),
  ])
}

/** Removes a lock by its id, whoever holds it. */
export async function forceUnlock(store: Store, stateName: string, id: string): Promise<LockInfo> {
  const name = lockName(stateName)
  const held = await store.read(name)
  if (!held)
    return refuse('state/not-locked', 'the state is not locked', {
      at: { file: `${store.place}/${name}` },
    })
  const info = readLock(held.text)
  if (info?.id !== id)
    return refuse('state/lock-id', `the lock has another id than ${id}`, {
      at: { file: `${store.place}/${name}` },
      fix:
        info &&
        `its holder is ${info.user}@${info.host}, process ${info.pid}; its id is ${info.id}`,
    })
  await store.remove(name, held.version)
  return info
}
