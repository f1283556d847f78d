// The last entry seen, in a small file beside the database. SQLite silently drops the end of a truncated log;
// this file is how a journal that lost its end, or was rewritten, is told from one that never had more.
// It is written after each commit without an fsync of its own: it may lag behind the journal, and never runs ahead.

import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Head } from './model.ts'

/** Fixed width, so that overwriting it in place leaves no rest of the last one. */
const seqDigits = 16

export interface HeadFile {
  write(head: Head): void
  close(): void
}

export function openHeadFile(path: string): HeadFile {
  const file = openSync(path, 'a+')
  closeSync(file)
  const descriptor = openSync(path, 'r+')
  return {
    write: head => {
      writeSync(descriptor, render(head), 0)
    },
    close: () => closeSync(descriptor),
  }
}

export function render(head: Head): string {
  return `${String(head.seq).padStart(seqDigits, '0')} ${head.hash}\n`
}

/** Undefined where no entry was ever seen; 'damaged' where the file holds something else. */
export function readHeadFile(path: string): Head | 'damaged' | undefined {
  const text = readIfThere(path)
  if (text === '') return undefined
  const match = /^(\d{16}) ([0-9a-f]{64})\n$/.exec(text)
  return match ? { seq: Number(match[1]), hash: match[2]! } : 'damaged'
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw cause
  }
}
