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

interface BatchRow {
  readonly first: number | null
  readonly last: number | null
}

/** Call inside a transaction that is kept only where `isNew` agrees. */
export function appendBatch(writer: Writer, batch: EncodedBatch): AppendResult {
  const { database } = writer
  const head = readHead(writer)
  const obstacle = obstacleTo(database, batch, head)
  if (obstacle) return findBatch(database, batch.id) ?? obstacle
  const last = insertEntries(database, batch, head)
  if (!last) return findBatch(database, batch.id)!
  if (batch.effects) changeEffects(database, batch.effects)
  const { seq, hash } = last
  return { kind: 'appended', first: head.seq + 1, last: seq, hash, isRepeated: false }
}

export function isNew(result: AppendResult): result is Appended {
  return result.kind === 'appended' && !result.isRepeated
}

export function findBatch(database: Database, id: string): Appended | undefined {
  const { first, last } = database.first<BatchRow>('batchRange', id)!
  if (first === null || last === null) return undefined
  const { hash } = database.first<{ hash: string }>('hashAt', last)!
  return { kind: 'appended', first, last, hash, isRepeated: true }
}

export function readHead(writer: Pick<Writer, 'database' | 'project'>): Head {
  return writer.database.first<Head>('head') ?? { seq: 0, hash: genesisHash(writer.project) }
}

function obstacleTo(database: Database, batch: EncodedBatch, head: Head): AppendResult | undefined {
  if (batch.lease && !isHeld(database, batch.lease)) return { kind: 'fenced' }
  return head.seq === batch.expectedSeq ? undefined : { kind: 'conflict', seq: head.seq }
}

/** Undefined where the batch's id is taken, which the index of batches says without being asked first. */
function insertEntries(database: Database, batch: EncodedBatch, head: Head): Head | undefined {
  let { seq, hash } = head
  for (const [part, event] of batch.encoded.entries()) {
    const { type, at, payload, payloadHash } = event
    seq += 1
    hash = linkHash(hash, { seq, type, at, batch: batch.id, part, payloadHash })
    const values = [seq, type, at, batch.id, part, payload, payloadHash, hash, null]
    if (database.run('insertEntry', ...values) === 0) return undefined
  }
  return { seq, hash }
}
