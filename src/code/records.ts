// The outline of each file as it is kept: found by the content of the file, or made when it is asked for first.

import type { Diagnostic } from '../base/diagnostic.ts'
import { type FactCache, isVerified, outlineKey, verifiedKey } from './cache.ts'
import type { DepthCache } from './depth-cache.ts'
import type { IndexedFile } from './file-index.ts'
import type { readGitTree } from './git-tree.ts'
import { mayHaveChangedSince } from './limits.ts'
import type { Outline } from './model.ts'
import { type OutlineOptions, outlined } from './one-file.ts'
import { hasScanner, noOutline } from './outline.ts'
import { decodeOutline, encodeOutline, isSameRecord, namesIn } from './outline-codec.ts'
import { isUnnamed } from './resolving/paths.ts'
import type { SignCache } from './sign-cache.ts'
import {
  blobOf,
  contentId,
  isSource,
  readBeginning,
  readSource,
  type Source,
} from './source-file.ts'
import type { ReadTogether } from './together/together.ts'

export interface ReadOptions extends OutlineOptions {
  /** What git says of the tree, where it has been asked already. */
  readonly tree?: ReturnType<typeof readGitTree> | undefined
  /** Where outlines are kept; without it nothing is kept. */
  readonly cacheFolder?: string | undefined
  /** Kinds of files beside those with a scanner that the fallback reads. */
  readonly isFallbackFile?: ((path: string) => boolean) | undefined
  /** What beside the analyser has a say in the outline of a file; '' for nothing. */
  readonly versionOf?: ((path: string) => string) | undefined
  /** Reads many files on several threads, where that is faster. */
  readonly together?: ReadTogether | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface Progress {
  readonly done: number
  readonly total: number
}

export interface Reading {
  readonly root: string
  readonly options: ReadOptions
  readonly cache: FactCache
  readonly depths: DepthCache
  readonly signs: SignCache
  readonly isRead: (path: string) => boolean
  /** Files of kinds that something here reads. */
  readonly sources: ReadonlyMap<string, IndexedFile>
  /** Encoded outlines by path, of the files that were read so far; undefined for those that could not be. */
  readonly records: Map<string, Uint8Array | undefined>
  /** The same by cache key. */
  readonly kept: Map<string, Uint8Array>
  /** Their keys by path. */
  readonly ids: Map<string, string>
  readonly diagnostics: Diagnostic[]
  readonly beganMs: number
  parsed: number
  changedMs: number
}

/** Read already, or kept from before. What git does not know the content of has to be looked at for that. */
export function isKnown(reading: Reading, { path, blob }: IndexedFile): boolean {
  const { records, root } = reading
  if (records.has(path)) return true
  if (blob !== '') return find(reading, path, blob)
  const source = readSource(root, path)
  return isSource(source) && find(reading, path, blobOf(source.bytes))
}

function find(reading: Reading, path: string, id: string): boolean {
  const record = takeKept(reading, path, id)
  if (record) reading.records.set(path, record)
  return record !== undefined
}

/** Made, or found among what was kept, when it is asked for first. */
export function recordOf(reading: Reading, path: string): Uint8Array | undefined {
  const { records, sources } = reading
  if (records.has(path)) return records.get(path)
  const file = sources.get(path)
  const record = file && readOne(reading, file)
  if (file) records.set(path, record)
  return record
}

function readOne(reading: Reading, { path, blob }: IndexedFile): Uint8Array | undefined {
  const found = blob === '' ? undefined : takeKept(reading, path, blob)
  if (found) return found
  if (isLookedInto(reading, path) && !beginsAsScript(reading, path, blob)) return nothing
  const source = sourceOf(reading, path)
  if (source === undefined) return undefined
  const { bytes, changedMs } = source
  reading.changedMs = Math.max(reading.changedMs, changedMs)
  const known = contentId(blob, source, reading.beganMs)
  const other = known === blob ? undefined : takeKept(reading, path, known)
  if (other) return other
  const record = encodeOutline(outlined(reading.options, path, bytes))
  reading.parsed++
  keepRecord(reading, path, known, record)
  return record
}

/** Made at most once for a content, and kept beside the plain one. */
export function confirmed(reading: Reading, path: string): Outline | undefined {
  const { options, cache, kept, ids } = reading
  const record = recordOf(reading, path)
  const plain = ids.get(path)
  if (!record || plain === undefined || isVerified(plain, path))
    return record && decodeOutline(record)
  const key = verifiedKey(plain)
  const known = kept.get(key) ?? cache.find(key)
  if (known) return decodeOutline(known)
  const source = sourceOf(reading, path)
  if (!source) return undefined
  const outline = outlined({ ...options, verifies: () => true }, path, source.bytes)
  kept.set(key, encodeOutline(outline))
  reading.parsed++
  return outline
}

const nothing = encodeOutline(noOutline)

/** Only its first line tells whether anything reads such a file. */
export const isLookedInto = ({ options }: Reading, path: string) =>
  isUnnamed(path) && options.isFallbackFile?.(path) !== true

/** What is no script is not read further, and where git knows its content not looked at again. */
function beginsAsScript(reading: Reading, path: string, blob: string): boolean {
  const read = readBeginning(reading.root, path)
  if (!read || read.isScript) return read !== undefined
  reading.changedMs = Math.max(reading.changedMs, read.changedMs)
  if (blob !== '' && !mayHaveChangedSince(read.changedMs, reading.beganMs))
    keepRecord(reading, path, blob, nothing)
  return false
}

function sourceOf({ root, diagnostics }: Reading, path: string): Source | undefined {
  const read = readSource(root, path)
  if (isSource(read)) return read
  diagnostics.push(read)
  return undefined
}

function keyOf({ options }: Reading, path: string, blob: string): string {
  const version = options.versionOf?.(path) ?? ''
  const key = outlineKey(path, version === '' ? blob : `${blob}:${version}`)
  return options.verifies?.(path) ? verifiedKey(key) : key
}

function takeKept(reading: Reading, path: string, blob: string): Uint8Array | undefined {
  const record = reading.cache.find(keyOf(reading, path, blob))
  if (record) keepRecord(reading, path, blob, record)
  return record
}

export function keepRecord(reading: Reading, path: string, id: string, record: Uint8Array): void {
  const key = keyOf(reading, path, id)
  reading.kept.set(key, record)
  reading.ids.set(path, key)
}

/** A kind of file that nothing reads: without an extension, and no script; a header of another language. */
export const isUnread = (reading: Reading, path: string) =>
  !hasScanner(path) && isSameRecord(nothing, recordOf(reading, path))

export function depthId(reading: Reading, file: IndexedFile | undefined, source: Source) {
  if (!file) return undefined
  const id = keyOf(reading, file.path, contentId(file.blob, source, reading.beganMs))
  return (reading.ids.get(file.path) ?? id) === id ? id : undefined
}

export const knownId = (reading: Reading, file: IndexedFile | undefined) =>
  file &&
  (reading.ids.get(file.path) ??
    (file.blob === '' ? undefined : keyOf(reading, file.path, file.blob)))

/** What git does not know the content of is read. */
export function idOf(reading: Reading, file: IndexedFile | undefined): string | undefined {
  if (!file) return undefined
  if (file.blob !== '') return keyOf(reading, file.path, file.blob)
  // Whoever asks for its outline says why it cannot be read.
  const read = readSource(reading.root, file.path)
  return isSource(read) ? keyOf(reading, file.path, blobOf(read.bytes)) : undefined
}

export function namesOf({ cache, isRead }: Reading, path: string, id: string) {
  const record = cache.find(id)
  if (record) return namesIn(record)
  return isRead(path) ? undefined : []
}
