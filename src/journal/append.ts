// One decision, all or nothing: the batch's repetition, its lease and its expected place are checked and its entries,
// effects and leases written under one lock. A lost race answers with a value.

import type { Artifacts } from './artifacts.ts'
import { genesisHash, linkHash } from './chain.ts'
import type { Database } from './database.ts'
import { changeEffects, isHeld } from './effects-table.ts'
import type { EncodedBatch } from './encode.ts'
import type { Appended, AppendResult, Head } from './model.ts'

export interface Writer {
  readonly database: Database
  readonly artifacts: Artifacts
  readonly project: string
}

/** Call inside a transaction that is kept only where `isNew` agrees. */
export function appendBatch(writer: Writer, batch: EncodedBatch): AppendResult {
  const { database } = writer
  const known = findBatch(database, batch.id)
  if (known) return known
  if (batch.lease && !isHeld(database, batch.lease)) return { kind: 'fenced' }
  const head = readHead(writer)
  if (head.seq !== batch.expectedSeq) return { kind: 'conflict', seq: head.seq }
  insertEntries(database, batch, head)
  if (batch.effects) changeEffects(database, batch.effects)
  const last = head.seq + batch.encoded.length
  return { kind: 'appended', first: head.seq + 1, last, isRepeated: false }
}

export function isNew(result: AppendResult): result is Appended {
  return result.kind === 'appended' && !result.isRepeated
}

export function findBatch(database: Database, id: string): Appended | undefined {
  const { first, last } = database.first<{ first: number | null; last: number | null }>(
    'batchRange',
    id,
  )!
  return first === null || last === null
    ? undefined
    : { kind: 'appended', first, last, isRepeated: true }
}

export function readHead(writer: Pick<Writer, 'database' | 'project'>): Head {
  return writer.database.first<Head>('head') ?? { seq: 0, hash: genesisHash(writer.project) }
}

function insertEntries(database: Database, batch: EncodedBatch, head: Head): void {
  let { seq, hash } = head
  for (const [part, event] of batch.encoded.entries()) {
    const { type, at, payload, payloadHash } = event
    seq += 1
    hash = linkHash(hash, { seq, type, at, batch: batch.id, part, payloadHash })
    database.run('insertEntry', seq, type, at, batch.id, part, payload, payloadHash, hash, null)
  }
}
