// A codebase as facts: its files and the outline of each, made once and kept, so that a second reading parses only what changed.
// Yields to the event loop as it goes, and turns every unreadable file into a diagnostic.

import type { Diagnostic } from '../base/diagnostic.ts'
import { turns } from '../base/turns.ts'
import { apartIn } from './apart.ts'
import { type FactCache, isVerified, openCache, outlineKey, verifiedKey } from './cache.ts'
import { type DepthCache, openDepths } from './depth-cache.ts'
import { type FileIndex, type IndexedFile, indexFiles } from './file-index.ts'
import { markOfTree, type readGitTree, type TreeMark } from './git-tree.ts'
import { mayHaveChangedSince } from './limits.ts'
import type { Apart, Outline } from './model.ts'
import { type DeclaredAt, findDeclared } from './name-index.ts'
import { type OutlineOptions, outlined } from './one-file.ts'
import { hasScanner, noOutline } from './outline.ts'
import { decodeOutline, encodeOutline, isSameRecord, namesIn } from './outline-codec.ts'
import { isUnnamed } from './resolving/paths.ts'
import { openSigns, type SignCache } from './sign-cache.ts'
import {
  blobOf,
  contentId,
  isSource,
  readBeginning,
  readSource,
  type Source,
} from './source-file.ts'
import type { ReadTogether } from './together/together.ts'
import { unfolding } from './unfolding.ts'

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

export interface Codebase {
  readonly root: string
  /** Paths of all files, read or not, in order. */
  readonly files: readonly string[]
  /** Undefined for kinds of files that nothing reads, and for those that could not be read. */
  readonly outline: (path: string) => Outline | undefined
  /** Where a name, without its parents, is declared; by path, then by line. */
  readonly declared: (name: string) => readonly DeclaredAt[]
  readonly diagnostics: readonly Diagnostic[]
  /** Files that had to be parsed because no outline was kept. */
  readonly parsed: number
  /** When the youngest of the files that were read was changed. */
  readonly changedMs: number
}

/** The same, of which a file is read when somebody asks. */
export interface OpenedCodebase extends Codebase {
  /** Undefined where git does not tell what changed. */
  readonly mark: () => TreeMark | undefined
  readonly isGit: boolean
  /** Why a path or a glob of the spec is tracked and not read; undefined where it is read, or not there. */
  readonly apart: (path: string) => Apart | undefined
  /** The same id is the same outline; undefined for what is no file of the codebase. */
  readonly idOf: (path: string) => string | undefined
  /** The outline as it is where a grammar has confirmed it, also of a file that nobody names. */
  readonly confirmed: (path: string) => Outline | undefined
  /** The names that a file with this id declared; none where nothing read it, undefined where that is forgotten. */
  readonly namesOf: (path: string, id: string) => readonly string[] | undefined
  /** It has the outline that was kept under this id. */
  readonly isReadAlike: (path: string, id: string) => boolean
  /** Reads every file, and yields as it goes. */
  readonly readAll: () => Promise<void>
  readonly depths: DepthCache
  readonly signs: SignCache
  /** The id that is known without a look at the file; undefined for one that git does not know and nobody read yet. */
  readonly knownId: (path: string) => string | undefined
  /** The id of the depth of these bytes; undefined where the outline that was read is one of other bytes. */
  readonly depthId: (path: string, source: Source) => string | undefined
  /** Keeps what was read for the next time. */
  readonly keep: () => void
}

export async function readCodebase(root: string, options: ReadOptions = {}): Promise<Codebase> {
  const codebase = await openFacts(root, options)
  await codebase.readAll()
  codebase.keep()
  return codebase
}

export async function openFacts(root: string, options: ReadOptions): Promise<OpenedCodebase> {
  const beganMs = Date.now()
  const index = await indexFiles(root, options.tree)
  const isRead = (path: string) =>
    hasScanner(path) || isUnnamed(path) || options.isFallbackFile?.(path) === true
  const reading: Reading = {
    root,
    options,
    cache: openCache(options.cacheFolder, 'outlines', index.repository),
    depths: openDepths(options.cacheFolder, index.repository),
    signs: openSigns(options.cacheFolder, index.repository),
    isRead,
    sources: new Map(index.files.filter(each => isRead(each.path)).map(each => [each.path, each])),
    records: new Map(),
    kept: new Map(),
    ids: new Map(),
    diagnostics: [...index.diagnostics],
    beganMs,
    parsed: 0,
    changedMs: 0,
  }
  return codebaseOf(reading, index)
}

interface Reading {
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

async function readAll(reading: Reading): Promise<void> {
  const { sources, options } = reading
  const turn = turns()
  if (options.together) await readMissing(reading, options.together, turn)
  let done = 0
  for (const path of sources.keys()) {
    recordOf(reading, path)
    done++
    if (await turn()) options.onProgress?.({ done, total: sources.size })
  }
}

/** What nothing is kept of is read on several threads, where there is enough of it; whoever asks alone reads the rest. */
async function readMissing(
  reading: Reading,
  together: ReadTogether,
  turn: () => Promise<boolean>,
): Promise<void> {
  const { sources, records, diagnostics, beganMs, options } = reading
  const missing: IndexedFile[] = []
  for (const file of sources.values()) {
    if (!isLookedInto(reading, file.path) && !isKnown(reading, file)) missing.push(file)
    await turn()
  }
  const done = sources.size - missing.length
  const found = await together(missing, beganMs, read =>
    options.onProgress?.({ done: done + read, total: sources.size }),
  )
  for (const { path } of missing) {
    const each = found.get(path)
    if (!each) continue
    records.set(path, each.record)
    if (each.diagnostic) diagnostics.push(each.diagnostic)
    if (!each.record) continue
    reading.changedMs = Math.max(reading.changedMs, each.changedMs)
    reading.parsed++
    keepRecord(reading, path, each.id, each.record)
  }
}

/** Read already, or kept from before. What git does not know the content of has to be looked at for that. */
function isKnown(reading: Reading, { path, blob }: IndexedFile): boolean {
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
function recordOf(reading: Reading, path: string): Uint8Array | undefined {
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
function confirmed(reading: Reading, path: string): Outline | undefined {
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
const isLookedInto = ({ options }: Reading, path: string) =>
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

function keepRecord(reading: Reading, path: string, id: string, record: Uint8Array): void {
  const key = keyOf(reading, path, id)
  reading.kept.set(key, record)
  reading.ids.set(path, key)
}

function codebaseOf(reading: Reading, { files, tree, apart }: FileIndex): OpenedCodebase {
  const { root, diagnostics, sources } = reading
  const paths = [...sources.keys()]
  const byPath = new Map(files.map(each => [each.path, each]))
  const unfolded = unfolding()
  let declared: ((name: string) => readonly DeclaredAt[]) | undefined
  return {
    root,
    files: files.map(each => each.path),
    isGit: tree !== undefined,
    apart: apartIn(apart),
    mark: () => tree && markOfTree(tree),
    diagnostics,
    outline: path =>
      isUnread(reading, path) ? undefined : unfolded(path, recordOf(reading, path)),
    declared: name => {
      declared ??= findDeclared(
        paths,
        paths.map(path => recordOf(reading, path)),
      )
      return declared(name)
    },
    idOf: path => idOf(reading, byPath.get(path)),
    confirmed: path => confirmed(reading, path),
    knownId: path => knownId(reading, byPath.get(path)),
    depthId: (path, source) => depthId(reading, byPath.get(path), source),
    namesOf: (path, id) => namesOf(reading, path, id),
    isReadAlike: (path, id) =>
      !isUnread(reading, path) && isSameRecord(reading.cache.find(id), recordOf(reading, path)),
    readAll: () => readAll(reading),
    depths: reading.depths,
    signs: reading.signs,
    keep: () => {
      if (reading.parsed > 0) diagnostics.push(...reading.cache.keep(reading.kept))
      diagnostics.push(...reading.depths.keep(), ...reading.signs.keep())
    },
    get parsed() {
      return reading.parsed
    },
    get changedMs() {
      return reading.changedMs
    },
  }
}

/** Without an extension, and no script: a kind of file that nothing reads. */
const isUnread = (reading: Reading, path: string) =>
  isLookedInto(reading, path) && isSameRecord(nothing, recordOf(reading, path))

function depthId(reading: Reading, file: IndexedFile | undefined, source: Source) {
  if (!file) return undefined
  const id = keyOf(reading, file.path, contentId(file.blob, source, reading.beganMs))
  return (reading.ids.get(file.path) ?? id) === id ? id : undefined
}

const knownId = (reading: Reading, file: IndexedFile | undefined) =>
  file &&
  (reading.ids.get(file.path) ??
    (file.blob === '' ? undefined : keyOf(reading, file.path, file.blob)))

/** What git does not know the content of is read. */
function idOf(reading: Reading, file: IndexedFile | undefined): string | undefined {
  if (!file) return undefined
  if (file.blob !== '') return keyOf(reading, file.path, file.blob)
  // Whoever asks for its outline says why it cannot be read.
  const read = readSource(reading.root, file.path)
  return isSource(read) ? keyOf(reading, file.path, blobOf(read.bytes)) : undefined
}

function namesOf({ cache, isRead }: Reading, path: string, id: string) {
  const record = cache.find(id)
  if (record) return namesIn(record)
  return isRead(path) ? undefined : []
}
