// Files that are always whole: a reader sees the old content or the new, also after a crash at any moment.

import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { lifeOf } from './process-identity.ts'

/**
 * Replaces a file: temporary file beside it, fsync, rename, fsync of the folder. What a link points at is replaced, never the
 * link; a device or a pipe is written to as it is.
 */
export function writeFileAtomic(named: string, content: string | Uint8Array): void {
  const kind = statSync(named, { throwIfNoEntry: false })
  if (kind && !kind.isFile()) return writeDurably(named, content, kind.isDirectory())
  const path = kind ? realpathSync(named) : named
  const temporary = temporaryName(path)
  try {
    writeDurably(temporary, content)
    renameSync(temporary, path)
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
  syncFolder(dirname(path))
}

/** Creates a file that must not exist yet; false when somebody else was first. */
export function createFileAtomic(path: string, content: string): boolean {
  const temporary = temporaryName(path)
  try {
    writeDurably(temporary, content)
    linkSync(temporary, path)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Removes what killed writers of this machine left beside `path` and its kin. Living writers keep theirs. */
export function sweepTemporaries(path: string): void {
  const folder = dirname(path)
  const prefix = hidden(basename(path))
  for (const name of readdirSync(folder)) {
    const writer = name.startsWith(prefix) ? temporaryPattern.exec(name) : null
    if (writer && lifeOf({ host: hostname(), pid: Number(writer[1]), started: '' }) === 'dead')
      rmSync(join(folder, name), { force: true })
  }
}

const machine = hostname().replace(/[^\w-]/g, '_')
const temporaryPattern = new RegExp(`\\.${machine}~(\\d+)-\\d+\\.tmp$`)
const hidden = (name: string) => (name.startsWith('.') ? name : `.${name}`)

let counter = 0

function temporaryName(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  return join(dirname(path), `${hidden(basename(path))}.${machine}~${process.pid}-${counter++}.tmp`)
}

function writeDurably(path: string, content: string | Uint8Array, isSynced = true): void {
  const file = openSync(path, 'w')
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    if (isSynced) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
