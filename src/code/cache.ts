// Facts of files that were made before, on disk, for all worktrees of a repository and all processes at once.
// Segments are immutable files, named by their content and put in place by rename: a reader sees a whole one or none.
// Nothing in here is needed: whatever is missing, damaged or made by another version is simply not there.

import { createHash } from 'node:crypto'
import {
  closeSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, warning } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import { makeFolder } from '../base/make-folder.ts'
import { ANALYSER_VERSION } from './outline.ts'
import { encodeFront, segmentPieces } from './segment.ts'
import { openSegment, type SegmentFile } from './segment-file.ts'

export interface FactCache {
  /** The encoded facts of a file with this key, if they are there and undamaged. */
  readonly find: (key: string) => Uint8Array | undefined
  /** Writes what was not there yet. */
  readonly keep: (records: ReadonlyMap<string, Uint8Array>) => readonly Diagnostic[]
}

/** Segments of one repository before they are merged into one. */
const MOST_SEGMENTS = 12
/** Bytes that the segments of one repository may take; beyond, only what was used last stays. */
const MOST_BYTES = 512 * 1024 * 1024

/** What a file is found by: the same content at the same path gives the same outline. */
export function outlineKey(path: string, blob: string): string {
  return `${blob}:${path}`
}

const VERIFIED = ':verified'

/** The same of an outline that a grammar has confirmed, which is kept apart from the plain one. */
export const verifiedKey = (key: string) => `${key}${VERIFIED}`

/** `key` is one of this path. */
export const isVerified = (key: string, path: string) => key.endsWith(`:${path}${VERIFIED}`)

/** `repository` tells repositories apart: every worktree of one gives the same. Without a folder nothing is kept. */
export function openCache(
  folder: string | undefined,
  kind: 'outlines' | 'depths' | 'signs',
  repository: string,
): FactCache {
  if (folder === undefined) return { find: () => undefined, keep: () => [] }
  const home = join(folder, kind, `v${ANALYSER_VERSION}`, sha256(repository).slice(0, 16))
  // Nearly everything stands in the largest, and the others are what an edit has left.
  const segments = segmentsIn(home)
    .map(name => ({ name, file: openSegment(join(home, name)) }))
    .sort((one, other) => (other.file?.count ?? 0) - (one.file?.count ?? 0))
  const find = (key: string) => {
    for (const { file } of segments) {
      const record = file?.find(key)
      if (record) return record
    }
    return undefined
  }
  return { find, keep: records => keep({ home, segments, find }, records) }
}

interface Opened {
  readonly home: string
  /** Without a file where it cannot be read. */
  readonly segments: readonly { readonly name: string; readonly file: SegmentFile | undefined }[]
  readonly find: FactCache['find']
}

function segmentsIn(home: string): readonly string[] {
  try {
    return readdirSync(home)
      .filter(name => name.endsWith('.segment'))
      .sort()
  } catch {
    return [] // There is no cache yet.
  }
}

function keep(
  { home, segments, find }: Opened,
  records: ReadonlyMap<string, Uint8Array>,
): readonly Diagnostic[] {
  const fresh = [...records].filter(([key]) => find(key) === undefined)
  if (fresh.length === 0) return []
  try {
    makeFolder(home)
    const names = segments.map(each => each.name)
    const isCrowded = names.length + 1 > MOST_SEGMENTS || bytesOf(home, names) > MOST_BYTES
    if (isCrowded) merge({ home, segments, find }, records)
    else writeSegment(home, fresh)
    return []
  } catch (cause) {
    return [unwritable(home, cause)]
  }
}

/** One segment in place of many: what this run used, and as much of the rest as fits. */
function merge({ home, segments }: Opened, records: ReadonlyMap<string, Uint8Array>): void {
  const kept = new Map(records)
  let sizeBytes = [...records.values()].reduce((sum, each) => sum + each.length, 0)
  for (const [key, record] of segments.flatMap(({ file }) => [...(file?.entries() ?? [])])) {
    if (kept.has(key) || sizeBytes + record.length > MOST_BYTES / 2) continue
    kept.set(key, record)
    sizeBytes += record.length
  }
  const merged = writeSegment(home, [...kept])
  for (const { name } of segments) if (name !== merged) rmSync(join(home, name), { force: true })
}

function writeSegment(home: string, records: readonly (readonly [string, Uint8Array])[]): string {
  const front = encodeFront(records)
  const temporary = join(home, `.${sha256(front).slice(0, 32)}.${process.pid}.tmp`)
  try {
    const name = `${writePieces(temporary, segmentPieces(front, records)).slice(0, 32)}.segment`
    renameSync(temporary, join(home, name))
    return name
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
}

/** Bytes that are put together before they are written. */
const WRITTEN_AT_ONCE = 1 << 20

/** Answers the hash of what it wrote. */
function writePieces(path: string, pieces: Iterable<Uint8Array>): string {
  const hash = createHash('sha256')
  const file = openSync(path, 'w')
  try {
    let waiting: Uint8Array[] = []
    let sizeBytes = 0
    const write = () => {
      const bytes = Buffer.concat(waiting)
      hash.update(bytes)
      writeFileSync(file, bytes)
      waiting = []
      sizeBytes = 0
    }
    for (const piece of pieces) {
      waiting.push(piece)
      sizeBytes += piece.length
      if (sizeBytes >= WRITTEN_AT_ONCE) write()
    }
    write()
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

function bytesOf(home: string, segments: readonly string[]): number {
  return segments.reduce(
    (sum, name) => sum + (statSync(join(home, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

function unwritable(home: string, cause: unknown): Diagnostic {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return warning('code/cache-unwritable', `the cache cannot be written: ${reason}`, {
    at: { file: home },
    fix: 'free some space or set FIXPOINT_CACHE_DIR; the next run reads every file again',
  })
}
