// One view on disk together with everything that it was made from. An entry is whole or nothing: it is put in place by a rename
// and carries the hash of itself. Losing one costs time, never a result.

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { forgetOldest } from '../../base/forget-oldest.ts'
import { sha256 } from '../../base/hash.ts'
import { makeFolder } from '../../base/make-folder.ts'
import type { View } from '../command.ts'

export interface Entry {
  /** The digest of the code, as git tells it. */
  readonly tree: string
  /** Hashes of files by absolute path; null for one that must not be there. */
  readonly files: Readonly<Record<string, string | null>>
  /** What marks were held against. */
  readonly marks: readonly { readonly files: readonly string[]; readonly digest: string | null }[]
  /** Declared paths that would be refused if they were folders. */
  readonly noFolders: readonly string[]
  readonly view: View
}

const MOST_ENTRIES = 64

export function readEntry(path: string): Entry | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    const [sum, body] = [text.slice(0, 64), text.slice(65)]
    return sha256(body) === sum ? (JSON.parse(body) as Entry) : undefined
  } catch {
    return undefined // absent or damaged: it is worked out again
  }
}

export function writeEntry(path: string, entry: Entry): void {
  const body = JSON.stringify(entry)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    makeFolder(dirname(path))
    writeFileSync(temporary, `${sha256(body)}\n${body}`)
    renameSync(temporary, path)
    forgetOldest(dirname(path), MOST_ENTRIES)
  } catch {
    // Nothing to keep it in: the next run works it out again. A half-written temporary goes with the oldest.
  }
}
