// A text on disk that is whole or not there: it is put in place by a rename and carries the hash of itself. Losing one costs
// time, never a result.

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { forgetOldest } from '../../base/forget-oldest.ts'
import { sha256 } from '../../base/hash.ts'
import { makeFolder } from '../../base/make-folder.ts'

const MOST_ENTRIES = 64

export function readSealed(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path)
    const body = bytes.subarray(65)
    return sha256(body) === bytes.toString('latin1', 0, 64) ? body : undefined
  } catch {
    return undefined // absent: it is worked out again
  }
}

export function writeSealed(path: string, body: string): void {
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
