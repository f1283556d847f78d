// A document on disk that is whole or not there: it is put in place by a rename and carries the hash of itself. Losing one costs
// time, never a result.

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { forgetOldest } from '../../base/forget-oldest.ts'
import { sha256 } from '../../base/hash.ts'
import { makeFolder } from '../../base/make-folder.ts'

const MOST_ENTRIES = 64

export function readSealed(path: string): unknown {
  try {
    const text = readFileSync(path, 'utf8')
    const [sum, body] = [text.slice(0, 64), text.slice(65)]
    return sha256(body) === sum ? JSON.parse(body) : undefined
  } catch {
    return undefined // absent or damaged: it is worked out again
  }
}

export function writeSealed(path: string, document: unknown): void {
  const body = JSON.stringify(document)
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
