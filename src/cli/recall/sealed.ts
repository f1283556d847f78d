// A text on disk that is whole or not there: it is put in place by a rename and carries the hash of itself. Losing one costs
// time, never a result.

import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { forgetOldest } from '../../base/forget-oldest.ts'
import { sha256 } from '../../base/hash.ts'
import { makeFolder } from '../../base/make-folder.ts'

const MOST_ENTRIES = 64

/** A hash in a line of its own, at the head of every file. */
const SUM_BYTES = 65

/** Two texts in one file, of which the second is not read before somebody asks. */
export interface SealedParts {
  readonly first: Buffer
  /** Undefined where it is damaged, or the file is another one meanwhile. */
  readonly second: () => Buffer | undefined
}

/** In front of the first text stand its size and the hash of the second, and the seal is about these too. */
const SIZE_BYTES = 10
const ABOUT_BYTES = SIZE_BYTES + 1 + SUM_BYTES

export function readSealedParts(path: string): SealedParts | undefined {
  const size = readBytes(path, SUM_BYTES + SIZE_BYTES)?.toString('latin1', SUM_BYTES)
  const bytes = readBytes(path, SUM_BYTES + ABOUT_BYTES + Number(size))
  const front = bytes && unsealed(bytes)
  if (!front) return undefined
  const sum = front.toString('latin1', SIZE_BYTES + 1, ABOUT_BYTES - 1)
  return {
    first: front.subarray(ABOUT_BYTES),
    second() {
      const rest = readBytes(path)?.subarray(bytes.length)
      return rest && sha256(rest) === sum ? rest : undefined
    },
  }
}

export function writeSealedParts(path: string, first: string, second: string): void {
  const size = String(Buffer.byteLength(first)).padStart(SIZE_BYTES)
  write(path, sealed(`${size} ${sha256(second)}\n${first}`) + second)
}

const sealed = (body: string) => `${sha256(body)}\n${body}`

function unsealed(bytes: Buffer): Buffer | undefined {
  const body = bytes.subarray(SUM_BYTES)
  return sha256(body) === bytes.toString('latin1', 0, SUM_BYTES - 1) ? body : undefined
}

/** As many of its first bytes as are wanted, if it has them; all without a number. */
function readBytes(path: string, mostBytes?: number): Buffer | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    if (mostBytes === undefined) return readFileSync(file)
    const bytes = Buffer.allocUnsafe(Math.min(mostBytes, fstatSync(file).size))
    return bytes.subarray(0, readSync(file, bytes))
  } catch {
    return undefined // absent: it is worked out again
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function write(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    makeFolder(dirname(path))
    writeFileSync(temporary, content)
    renameSync(temporary, path)
    forgetOldest(dirname(path), MOST_ENTRIES)
  } catch {
    // Nothing to keep it in: the next run works it out again. A half-written temporary goes with the oldest.
  }
}
