// Giving one effect to one runner. Choosing it, the fencing token and the events about it are one transaction.

import assert from 'node:assert/strict'
import { appendBatch, isNew, type Writer } from './append.ts'
import { claimEffect, hasClaimable } from './effects-table.ts'
import { encodeBatch } from './encode.ts'
import type { AppendResult, Batch, Claimed, ClaimQuery, ClaimResult, Claims } from './model.ts'

export type RecordClaim = (claimed: Claimed) => Batch

export function claim(writer: Writer, query: ClaimQuery, record?: RecordClaim): ClaimResult {
  const { database } = writer
  if (!hasClaimable(database, query)) return { kind: 'none' }
  return database.transaction(
    () => claimUnderLock(writer, query, record),
    result => result.kind === 'claimed',
  )
}

/** What a decision makes due is claimed with it: one commit to the disk instead of one for each claim. Answers where all of it ends. */
export function claimAll(
  writer: Writer,
  result: AppendResult,
  { query, record }: Claims,
): AppendResult {
  if (!isNew(result)) return result
  let whole = result
  while (true) {
    const claimed = claimUnderLock(writer, query, record)
    if (claimed.kind === 'none') return whole
    assert(claimed.kind === 'claimed', 'nobody else writes in this transaction')
    const { last, hash } = claimed.appended!
    whole = { ...whole, last, hash }
  }
}

function claimUnderLock(writer: Writer, query: ClaimQuery, record?: RecordClaim): ClaimResult {
  const claimed = claimEffect(writer.database, query)
  if (!claimed) return { kind: 'none' }
  if (!record) return claimed
  const result = appendBatch(writer, encodeBatch(record(claimed), writer.artifacts))
  if (result.kind === 'conflict') return result
  assert(isNew(result), 'the batch of a claim is new, and names a lease that is held')
  return { ...claimed, appended: result }
}
