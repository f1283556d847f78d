// What attempts said, in chunks, per attempt, append-only and never folded. A chunk survives the death of the process;
// a power cut may lose the last ones. What must not be stored was redacted by the caller.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Database } from './database.ts'
import { layoutOf } from './layout.ts'
import { migrate, type Shape } from './migrate.ts'
import { transcriptMigrations, transcriptsId } from './migrations.ts'

export interface Chunk {
  readonly at: string
  /** What spoke: `stdout`, `stderr`, `message`, `tool` … */
  readonly channel: string
  readonly text: string
}

export type StoredChunk = Chunk & { readonly part: number }

export interface TranscriptSummary {
  readonly attempt: string
  readonly chunks: number
  readonly lastAt: string
  /** Of its texts. */
  readonly bytes: number
}

export interface RemovedTranscript {
  readonly at: string
  /** Who removed it, and by what rule. */
  readonly why: string
}

export interface Transcripts {
  /** All of them or none; answers the part of the last one. */
  append(attempt: string, chunks: readonly Chunk[]): Promise<number>
  /** Pages of chunks from `part` to the present end. */
  read(attempt: string, part?: number): AsyncIterable<readonly StoredChunk[]>
  list(): Promise<readonly TranscriptSummary[]>
  /** Removes a whole transcript, its bytes included; that it was there, and why it is not any more, stays known. */
  remove(attempt: string, removal: RemovedTranscript): Promise<void>
  removal(attempt: string): Promise<RemovedTranscript | undefined>
  /** Remembers why something else of attempts is not here: their trees, or every transcript from before a time. */
  recordAbsence(what: string, absence: RemovedTranscript): Promise<void>
  absence(what: string): Promise<RemovedTranscript | undefined>
  /** Gives the room of what was removed back to the disk; writers wait meanwhile. */
  compact(): Promise<void>
  close(): Promise<void>
}

const pageChunks = 500
const pageChars = 4_000_000

const shape: Shape = { id: transcriptsId, migrations: transcriptMigrations }

export function openTranscripts(folder: string): Transcripts {
  const { transcripts: file } = layoutOf(folder)
  mkdirSync(dirname(file), { recursive: true })
  const database = new Database(file, { durability: 'NORMAL' })
  migrate(database, shape)
  return {
    append: async (attempt, chunks) => append(database, attempt, chunks),
    read: (attempt, part = 1) => read(database, attempt, part),
    list: async () =>
      database.all<TranscriptSummary>('transcriptAttempts').map(row => ({ ...row })),
    remove: async (attempt, removal) => remove(database, attempt, removal),
    removal: async attempt => {
      const row = database.first<RemovedTranscript>('removalOf', attempt)
      return row && { ...row }
    },
    recordAbsence: async (what, { at, why }) => {
      database.run('recordAbsence', what, at, why)
    },
    absence: async what => {
      const row = database.first<RemovedTranscript>('absenceOf', what)
      return row && { ...row }
    },
    compact: async () => {
      database.script('VACUUM')
      database.first('truncateLog')
    },
    close: async () => database.close(),
  }
}

function append(database: Database, attempt: string, chunks: readonly Chunk[]): number {
  return database.transaction(() => {
    let last = 0
    for (const { at, channel, text } of chunks) {
      const values = [attempt, at, channel, text, attempt]
      last = database.first<{ part: number }>('insertChunk', ...values)!.part
    }
    return last
  })
}

async function* read(
  database: Database,
  attempt: string,
  part: number,
): AsyncGenerator<readonly StoredChunk[]> {
  let next = part
  while (true) {
    const page = readPage(database, attempt, next)
    if (page.length === 0) return
    yield page
    next = page.at(-1)!.part + 1
  }
}

function readPage(database: Database, attempt: string, part: number): readonly StoredChunk[] {
  const page: StoredChunk[] = []
  let chars = 0
  for (const row of database.each<StoredChunk>('chunksFrom', attempt, part)) {
    page.push({ ...row })
    chars += row.text.length
    if (page.length >= pageChunks || chars >= pageChars) break
  }
  return page
}

function remove(database: Database, attempt: string, { at, why }: RemovedTranscript): void {
  database.script('PRAGMA secure_delete = ON')
  database.transaction(() => {
    database.run('removeTranscript', attempt)
    database.run('recordRemoval', attempt, at, why)
  })
  database.first('truncateLog')
}
