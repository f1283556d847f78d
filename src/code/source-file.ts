// The bytes of one file of a tree, and the id of its content. Reads no more than that, and says why it cannot.

import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type Diagnostic, warning } from '../base/diagnostic.ts'
import { LARGEST_BYTES, mayHaveChangedSince } from './limits.ts'

export interface Source {
  readonly bytes: Uint8Array
  readonly changedMs: number
}

export const isSource = (read: Source | Diagnostic): read is Source => 'bytes' in read

/** Read again and again; an outline holds nothing of it. */
let shared = Buffer.allocUnsafe(1 << 20)

/** The bytes are good until the next file is read. */
export function readSource(root: string, path: string): Source | Diagnostic {
  let file: number | undefined
  try {
    // Not joined: these paths are plain already, and to normalise each would be a hundredth of a cold reading.
    file = openSync(`${root}/${path}`, 'r')
    const { size, mtimeMs } = fstatSync(file)
    if (size > LARGEST_BYTES) return tooLarge(path, size)
    if (size > shared.length) shared = Buffer.allocUnsafe(size * 2)
    return { bytes: shared.subarray(0, readSync(file, shared, 0, size, 0)), changedMs: mtimeMs }
  } catch (cause) {
    return unreadable(path, cause)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Of a file, whether it begins as a script does, by its first bytes; undefined where it cannot be read. */
export function readBeginning(
  root: string,
  path: string,
): { readonly isScript: boolean; readonly changedMs: number } | undefined {
  let file: number | undefined
  try {
    file = openSync(`${root}/${path}`, 'r')
    const bytes = Buffer.alloc(2)
    readSync(file, bytes, 0, 2, 0)
    return { isScript: bytes.toString('latin1') === '#!', changedMs: fstatSync(file).mtimeMs }
  } catch {
    return undefined // Whoever names it says why it cannot be read.
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** What git said before may be said of an older content. */
export function contentId(blob: string, { bytes, changedMs }: Source, beganMs: number): string {
  return blob !== '' && !mayHaveChangedSince(changedMs, beganMs) ? blob : blobOf(bytes)
}

/** The id that git would give these bytes, so that a file is found again once it is committed. */
export function blobOf(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

function tooLarge(path: string, size: number): Diagnostic {
  return warning('code/too-large', `${size} bytes are more than any source: it is not read`, {
    at: { file: path },
    fix: `ignore it in .gitignore, or split it below ${LARGEST_BYTES} bytes`,
  })
}

function unreadable(path: string, cause: unknown): Diagnostic {
  const isGone = (cause as NodeJS.ErrnoException).code === 'ENOENT'
  const reason = cause instanceof Error ? cause.message : String(cause)
  return isGone
    ? warning('code/gone', 'the file went away while the code was being read', {
        at: { file: path },
        fix: 'run it again',
      })
    : warning('code/unreadable', `cannot be read: ${reason}`, { at: { file: path } })
}
