// The table of effects: work that is due, and who holds it. A projection of the kernel's `due` that can be rebuilt;
// only leases and fencing tokens are its own. Runs inside the caller's transaction.

import assert from 'node:assert/strict'
import type { Database } from './database.ts'
import type {
  Claimed,
  ClaimQuery,
  Effect,
  EffectChanges,
  HeldEffect,
  Holding,
  Lease,
} from './model.ts'

interface EffectRow {
  readonly id: string
  readonly kind: string
  readonly labels: string
  readonly rank: number
  readonly payload: string
  readonly fence: number
  readonly holder: string | null
  readonly expires_ms: number | null
}

export function changeEffects(database: Database, changes: EffectChanges): void {
  if (changes.replaceAll) replaceAll(database, changes.replaceAll)
  for (const effect of changes.upsert ?? []) upsert(database, effect)
  for (const id of changes.remove ?? []) database.run('removeEffect', id)
  for (const id of changes.release ?? []) database.run('releaseEffect', id)
}

export function readEffects(database: Database): readonly HeldEffect[] {
  return database.all<EffectRow>('allEffects').map(row => {
    const lease = holdingOf(row)
    return { ...effectOf(row), ...(lease && { lease }) }
  })
}

export function isHeld(database: Database, lease: Lease): boolean {
  return database.first('isHeld', lease.effect, lease.fence) !== undefined
}

/** A look without the write lock, so that runners with nothing to do disturb nobody. */
export function hasClaimable(database: Database, query: ClaimQuery): boolean {
  return findClaimable(database, query) !== undefined
}

/** The fence comes from one counter, so that an effect that was removed and asked for again never repeats one. */
export function claimEffect(database: Database, query: ClaimQuery): Claimed | undefined {
  const row = findClaimable(database, query)
  if (!row) return undefined
  const { fence } = database.first<{ fence: number }>('nextFence')!
  const { holder, expiresAt } = query
  database.run('claimEffect', holder, instant(expiresAt), fence, row.id)
  const lost = holdingOf(row)
  return {
    kind: 'claimed',
    effect: effectOf(row),
    lease: { effect: row.id, fence, holder, expiresAt },
    ...(lost && { lost }),
  }
}

export function beat(database: Database, lease: Lease, expiresAt: string): boolean {
  return database.run('heartbeat', instant(expiresAt), lease.effect, lease.fence) === 1
}

function findClaimable(database: Database, query: ClaimQuery): EffectRow | undefined {
  const kinds = JSON.stringify(query.kinds)
  return database.first<EffectRow>(
    'claimable',
    instant(query.now),
    kinds,
    JSON.stringify(query.labels),
  )
}

function replaceAll(database: Database, effects: readonly Effect[]): void {
  database.run('removeOtherEffects', JSON.stringify(effects.map(each => each.id)))
  for (const effect of effects) upsert(database, effect)
}

function upsert(database: Database, effect: Effect): void {
  const { id, kind, labels, rank, payload } = effect
  database.run('upsertEffect', id, kind, JSON.stringify(labels), rank, JSON.stringify(payload))
}

function effectOf(row: EffectRow): Effect {
  return {
    id: row.id,
    kind: row.kind,
    labels: JSON.parse(row.labels) as string[],
    rank: row.rank,
    payload: JSON.parse(row.payload) as unknown,
  }
}

function holdingOf(row: EffectRow): Holding | undefined {
  if (row.holder === null || row.expires_ms === null) return undefined
  const expiresAt = new Date(row.expires_ms).toISOString()
  return { effect: row.id, fence: row.fence, holder: row.holder, expiresAt }
}

function instant(iso: string): number {
  const ms = Date.parse(iso)
  assert(!Number.isNaN(ms), `a time is written in ISO form, not as ${iso}`)
  return ms
}
