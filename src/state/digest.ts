// The digest of some files: what a mark was made about, and what a verdict was read from.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../base/hash.ts'

/** Undefined for no files. A file that is not there counts as such, so that its coming is a change. */
export function digestOf(root: string, files: readonly string[]): string | undefined {
  if (files.length === 0) return undefined
  return sha256(
    [...files]
      .sort()
      .map(file => `${file}\0${contentDigest(join(root, file))}\n`)
      .join(''),
  )
}

function contentDigest(path: string): string {
  try {
    return sha256(readFileSync(path))
  } catch {
    return 'absent' // not there or not readable: both change when it becomes so
  }
}
