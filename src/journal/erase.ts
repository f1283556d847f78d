// Takes a leaked payload out of the journal: out of the table, the write-ahead log, the snapshots and the artifacts.
// The entry keeps its place and hash, and an entry of its own records who did it and why.
// Effects and transcripts that carry the same text belong to their writers.

import assert from 'node:assert/strict'
import { refuse } from '../base/diagnostic.ts'
import { appendBatch, isNew, readHead, type Writer } from './append.ts'
import { payloadHash, payloadText } from './chain.ts'
import { encodeBatch } from './encode.ts'
import { type EntryRow, type ErasureEvent, erasureType } from './entries.ts'
import type { Erased, Erasure, JournalEvent } from './model.ts'

export function erase(writer: Writer, erasure: Erasure): Erased {
  const { database, artifacts } = writer
  database.script('PRAGMA secure_delete = ON')
  const row = readErasable(writer, erasure.seq)
  const replacement = replacementFor(row, erasure)
  const erased = database.transaction(() => record(writer, erasure, row, replacement))
  if (erased.alsoAt.length === 0) artifacts.remove(row.payload_hash)
  truncateLog(writer)
  return erased
}

/** Erased entries whose artifact a crash left behind. */
export function unfinishedErasures(writer: Writer): readonly number[] {
  const { database, artifacts } = writer
  const rows = database.all<EntryRow>('erasedHashes')
  return rows
    .filter(row => artifacts.has(row.payload_hash) && !isShared(writer, row))
    .map(row => row.seq)
}

function isShared(writer: Writer, row: EntryRow): boolean {
  return writer.database.first('samePayload', row.payload_hash) !== undefined
}

function readErasable(writer: Writer, seq: number): EntryRow {
  const row = writer.database.first<EntryRow>('entryAt', seq)
  const at = { file: writer.database.file }
  if (!row) return refuse('journal/no-entry', `there is no entry ${seq}`, { at })
  if (row.type === erasureType)
    return refuse('journal/erasure-kept', `entry ${seq} records an erasure and stays`, { at })
  return row
}

function replacementFor(row: EntryRow, erasure: Erasure): string {
  const event: JournalEvent = erasure.replacement ?? { type: row.type, at: row.at }
  assert(event.type === row.type && event.at === row.at, 'a replacement keeps type and time')
  return payloadText(event)
}

function record(writer: Writer, erasure: Erasure, row: EntryRow, replacement: string): Erased {
  const seq = recordErasure(writer, erasure, replacement)
  writer.database.run('dropSnapshots')
  const same = writer.database.all<{ seq: number }>('samePayload', row.payload_hash)
  return { seq, alsoAt: same.map(each => each.seq) }
}

/** Puts the replacement in place and appends the entry that says so; answers where that lies. */
export function recordErasure(writer: Writer, erasure: Erasure, replacement: string): number {
  const head = readHead(writer)
  const { seq, author, reason, at } = erasure
  const replacementHash = payloadHash(replacement)
  const event: ErasureEvent = { type: erasureType, at, seq, author, reason, replacementHash }
  const batch = { id: `${erasureType}:${head.seq + 1}`, expectedSeq: head.seq, events: [event] }
  const appended = appendBatch(writer, encodeBatch(batch, writer.artifacts))
  assert(isNew(appended), 'an erasure is appended at the head')
  writer.database.run('erasePayload', replacement, appended.first, seq)
  return appended.first
}

/** The log still holds the old pages. */
function truncateLog(writer: Writer): void {
  const answer = writer.database.first<{ busy: number }>('truncateLog')
  if (answer?.busy !== 0)
    refuse(
      'journal/erasure-unfinished',
      'the payload is erased, but a reader keeps its old copy in the write-ahead log',
      {
        at: { file: `${writer.database.file}-wal` },
        fix: 'erase it again when the reader has ended',
      },
    )
}
