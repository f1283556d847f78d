// Large content as files named by their own hash: written whole or not at all, on the disk before the name is given out,
// and checked on every read. It never changes a file.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
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
}

export function openArtifacts(folder: string, isReadOnly = false): Artifacts {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  const readable = {
    read: (hash: string) => read(pathOf(hash), hash),
    has: (hash: string) => existsSync(pathOf(hash)),
    list: () => list(folder),
  }
  if (isReadOnly) return { ...readable, put: refuseWrite, remove: refuseWrite }
  return {
    ...readable,
    put: content => put(pathOf, content),
    remove: hash => rmSync(pathOf(hash), { force: true }),
  }
}

function refuseWrite(): never {
  return refuse('journal/read-only', 'the artifacts were opened for reading', {
    fix: 'open the journal for writing',
  })
}

/** Content that is there already is written again only where it was damaged. */
function put(pathOf: (hash: string) => string, content: string | Uint8Array): string {
  const hash = sha256(content)
  const path = pathOf(hash)
  if (!existsSync(path) || sha256(readFileSync(path)) !== hash) writeFileAtomic(path, content)
  return hash
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
