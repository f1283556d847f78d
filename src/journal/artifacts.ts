// Large content as files named by their own hash: written whole or not at all, on the disk before the name is given out,
// and checked on every read. It never changes what stands in a file.

import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { refuse } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'

export interface Artifacts {
  /** Keeps the content and answers its hash. */
  put(content: string | Uint8Array): string
  /** The content under a hash; refuses what is missing or changed. */
  read(hash: string): Buffer
  has(hash: string): boolean
  remove(hash: string): void
  /** All hashes, sorted. */
  list(): readonly string[]
  /** What an artifact takes on disk, and when it was last put. */
  stat(hash: string): ArtifactStat | undefined
  /** Removes what nobody has put since; false where somebody has, or where it is gone. */
  removeUnlessPutSince(hash: string, instant: string): boolean
}

export interface ArtifactStat {
  readonly bytes: number
  /** By the clock of the file system. */
  readonly putAt: string
}

export function openArtifacts(folder: string, isReadOnly = false): Artifacts {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  const readable = {
    read: (hash: string) => read(pathOf(hash), hash),
    has: (hash: string) => existsSync(pathOf(hash)),
    list: () => list(folder),
    stat: (hash: string) => statOf(pathOf(hash)),
  }
  if (isReadOnly)
    return {
      ...readable,
      put: refuseWrite,
      remove: refuseWrite,
      removeUnlessPutSince: refuseWrite,
    }
  return {
    ...readable,
    put: content => put(pathOf, content),
    remove: hash => rmSync(pathOf(hash), { force: true }),
    removeUnlessPutSince: (hash, instant) => removeUnlessPutSince(pathOf(hash), instant),
  }
}

function refuseWrite(): never {
  return refuse('journal/read-only', 'the artifacts were opened for reading', {
    fix: 'open the journal for writing',
  })
}

/** Content that is there already is marked as put again, and written again only where it was damaged or is just being removed. */
function put(pathOf: (hash: string) => string, content: string | Uint8Array): string {
  const hash = sha256(content)
  const path = pathOf(hash)
  const isThere = touch(path) && sha256(readFileSync(path)) === hash
  if (!isThere) writeFileAtomic(path, content)
  return hash
}

function touch(path: string): boolean {
  const now = new Date()
  return ifThere(() => utimesSync(path, now, now)) !== 'gone'
}

function statOf(path: string): ArtifactStat | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats && { bytes: stats.size, putAt: stats.mtime.toISOString() }
}

/** Taken aside first: who puts it from then on writes it anew, and who did just before is seen. */
function removeUnlessPutSince(path: string, instant: string): boolean {
  const aside = `${path}.removing`
  if (isPutSince(path, instant)) return false
  if (ifThere(() => renameSync(path, aside)) === 'gone') return false
  const isWanted = isPutSince(aside, instant)
  if (isWanted) renameSync(aside, path)
  else rmSync(aside, { force: true })
  return !isWanted
}

const isPutSince = (path: string, instant: string) => (statOf(path)?.putAt ?? '') >= instant

function ifThere<T>(work: () => T): T | 'gone' {
  try {
    return work()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 'gone'
    throw cause
  }
}

function read(path: string, hash: string): Buffer {
  const content = readOrRefuse(path)
  if (sha256(content) !== hash)
    refuse('journal/artifact-altered', 'the artifact was changed after it was written', {
      at: { file: path },
      fix: 'restore it from a backup',
    })
  return content
}

function readOrRefuse(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    return refuse('journal/artifact-missing', 'the artifact cannot be read', {
      at: { file: path },
      fix: 'restore it from a backup',
      cause,
    })
  }
}

function list(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile() && /^[0-9a-f]{64}$/.test(each.name))
    .map(each => each.name)
    .sort()
}
