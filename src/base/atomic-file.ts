// Files that are always whole: a reader sees the old content or the new, also after a crash at any moment.

import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Replaces a file: temporary file beside it, fsync, rename, fsync of the folder. */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
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

/** Temporary files that a killed writer left beside `path`. Call only while holding the lock of `path`. */
export function sweepTemporaries(path: string): void {
  const prefix = temporaryPrefix(path)
  for (const name of readdirSync(dirname(path)))
    if (name.startsWith(prefix) && name.endsWith('.tmp'))
      rmSync(join(dirname(path), name), { force: true })
}

let counter = 0

const temporaryPrefix = (path: string) => `.${basename(path)}.`

function temporaryName(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  return join(dirname(path), `${temporaryPrefix(path)}${process.pid}-${counter++}.tmp`)
}

function writeDurably(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w')
  try {
    const bytes = Buffer.from(content)
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    fsyncSync(file)
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
