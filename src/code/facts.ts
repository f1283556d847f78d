// A codebase as facts: its files and the outline of each, made once and kept, so that a second reading parses only what changed.
// Yields to the event loop as it goes, and turns every unreadable file into a diagnostic.

import type { Diagnostic } from '../base/diagnostic.ts'
import { turns } from '../base/turns.ts'
import { apartIn } from './apart.ts'
import { openCache } from './cache.ts'
import { type DepthCache, openDepths } from './depth-cache.ts'
import { type FileIndex, type IndexedFile, indexFiles } from './file-index.ts'
import { markOfTree, type TreeMark } from './git-tree.ts'
import type { Apart, Outline } from './model.ts'
import { type DeclaredAt, findDeclared } from './name-index.ts'
import { hasScanner } from './outline.ts'
import { isSameRecord } from './outline-codec.ts'
import {
  confirmed,
  depthId,
  idOf,
  isKnown,
  isLookedInto,
  isUnread,
  keepRecord,
  knownId,
  namesOf,
  type Reading,
  type ReadOptions,
  recordOf,
} from './records.ts'
import { isUnnamed } from './resolving/paths.ts'
import { openSigns, type SignCache } from './sign-cache.ts'
import type { Source } from './source-file.ts'
import type { ReadTogether } from './together/together.ts'
import { unfolding } from './unfolding.ts'

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
