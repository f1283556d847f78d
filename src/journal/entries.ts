// From rows to verified entries: place, link, payload. Damage is found here and named with its place; nothing is repaired.

import { type Diagnostic, DiagnosticError, error } from '../base/diagnostic.ts'
import type { Artifacts } from './artifacts.ts'
import { genesisHash, linkHash, payloadHash } from './chain.ts'
import type { Database } from './database.ts'
import type { Entry, JournalEvent } from './model.ts'
import { wayBack } from './way-back.ts'

export interface EntryRow {
  readonly seq: number
  readonly type: string
  readonly at: string
  readonly batch: string
  readonly part: number
  /** Null when it lies in the artifact named by its hash. */
  readonly payload: string | null
  readonly payload_hash: string
  readonly hash: string
  readonly erased_by: number | null
}

export interface Source {
  readonly database: Database
  readonly artifacts: Artifacts
  readonly project: string
}

/** The next entry to read, and what it must link to. */
export interface Cursor {
  readonly seq: number
  readonly previous: string
}

export interface Page<Event extends JournalEvent> {
  readonly entries: readonly Entry<Event>[]
  readonly next: Cursor
  /** Why reading ended before the end. */
  readonly damage?: Diagnostic
}

/** Bounds of one page: memory while reading, and how long a reader keeps the log from being checkpointed. */
const pageEntries = 1_000
const pageChars = 16_000_000

/** The first entry links to the name of the project. */
export function startOf(source: Source): Cursor {
  return { seq: 1, previous: genesisHash(source.project) }
}

/** Where reading from `seq` starts; undefined where the journal does not reach that far. */
export function startAt(source: Source, seq: number): Cursor | undefined {
  if (seq <= 1) return startOf(source)
  const before = source.database.first<{ hash: string }>('hashAt', seq - 1)
  if (before) return { seq, previous: before.hash }
  const isInside = source.database.first('entryAt', seq) !== undefined
  if (isInside) damaged('journal/gap', `entry ${seq - 1} is missing`)
  return undefined
}

function readPage<Event extends JournalEvent>(
  source: Source,
  from: Cursor,
  to: number,
): Page<Event> {
  const entries: Entry<Event>[] = []
  let next = from
  let chars = 0
  try {
    for (const row of source.database.each<EntryRow>('entriesFrom', from.seq, to)) {
      const text = verify(source, row, next)
      entries.push(toEntry(row, text, next.previous))
      next = { seq: row.seq + 1, previous: row.hash }
      chars += text.length
      if (entries.length >= pageEntries || chars >= pageChars) break
    }
  } catch (failure) {
    return { entries, next, damage: toDamage(source, next, failure) }
  }
  return { entries, next }
}

/** All pages up to the present end, or up to the damage. */
export function* pages<Event extends JournalEvent>(
  source: Source,
  from: Cursor,
  to: number,
): Generator<Page<Event>> {
  let cursor = from
  while (true) {
    const page = readPage<Event>(source, cursor, to)
    if (page.entries.length > 0 || page.damage) yield page
    if (page.damage || page.entries.length === 0) return
    cursor = page.next
  }
}

function toEntry<Event extends JournalEvent>(
  row: EntryRow,
  text: string,
  previous: string,
): Entry<Event> {
  return {
    seq: row.seq,
    event: JSON.parse(text) as Event,
    batch: row.batch,
    hash: row.hash,
    previous,
    ...(row.erased_by !== null && { erasedBy: row.erased_by }),
  }
}

/** Answers the payload's text. */
function verify(source: Source, row: EntryRow, expected: Cursor): string {
  if (row.seq !== expected.seq)
    damaged('journal/gap', `entry ${expected.seq} is missing; the next one is ${row.seq}`)
  const { seq, type, at, batch, part } = row
  const link = { seq, type, at, batch, part, payloadHash: row.payload_hash }
  if (linkHash(expected.previous, link) !== row.hash)
    damaged('journal/chain', `entry ${seq} does not link to the one before it`)
  if (row.erased_by !== null) return verifyErased(source, row, row.erased_by)
  return verifyPayload(source, row)
}

function verifyPayload(source: Source, row: EntryRow): string {
  if (row.payload === null) return source.artifacts.read(row.payload_hash).toString('utf8')
  if (payloadHash(row.payload) !== row.payload_hash)
    damaged('journal/altered', `the payload of entry ${row.seq} was changed after it was written`)
  return row.payload
}

/** A payload may differ from its hash only where a later entry says what was put in its place. */
function verifyErased(source: Source, row: EntryRow, erasedBy: number): string {
  const text = row.payload ?? ''
  const record = source.database.first<EntryRow>('entryAt', erasedBy)
  const erasure = record && (JSON.parse(verifyPayload(source, record)) as ErasureEvent)
  const isRecorded =
    erasedBy > row.seq &&
    erasure?.type === erasureType &&
    erasure.seq === row.seq &&
    erasure.replacementHash === payloadHash(text)
  if (!isRecorded)
    damaged('journal/altered', `entry ${row.seq} was erased without a record of the erasure`)
  return text
}

/** The journal's own event, appended for every erasure. Folds of the project skip it. */
export const erasureType = 'journal.erased'

export interface ErasureEvent extends JournalEvent {
  readonly type: typeof erasureType
  readonly seq: number
  readonly author: string
  readonly reason: string
  readonly replacementHash: string
}

function damaged(code: string, message: string): never {
  throw new DiagnosticError([error(code, message)])
}

/** Says where it is and what is left. A failing disk or a locked file is no damage and passes through. */
function toDamage(source: Source, at: Cursor, failure: unknown): Diagnostic {
  const found = causeOf(failure)
  if (!found) throw failure
  const rest = at.seq === 1 ? 'no entry before it' : `entries 1 to ${at.seq - 1} are readable`
  const place = found.message.includes(`entry ${at.seq} `) ? '' : `entry ${at.seq}: `
  return error(found.code, `${place}${found.message}; ${rest}`, {
    at: found.at ?? { file: source.database.file },
    fix: wayBack,
  })
}

function causeOf(failure: unknown): Diagnostic | undefined {
  if (failure instanceof SyntaxError) return error('journal/altered', failure.message)
  const found = failure instanceof DiagnosticError ? failure.diagnostics[0] : undefined
  return found && damageCodes.has(found.code) ? found : undefined
}

const damageCodes = new Set([
  'journal/altered',
  'journal/artifact-altered',
  'journal/artifact-missing',
  'journal/chain',
  'journal/corrupt',
  'journal/gap',
])
