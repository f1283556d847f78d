// Files that are kept to save time and may be lost: written whole or not at all, the oldest forgotten, a damaged one as good as none.

import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { forgetOldest } from '../base/forget-oldest.ts'

/** Failing to store costs time and nothing else: a full disk or a read-only checkout still gets its answer. */
export function keepFile(path: string, content: string, limit: number): void {
  try {
    writeFileAtomic(path, content)
    forgetOldest(dirname(path), limit)
  } catch {
    // Nothing to keep it in: it is computed again next time.
  }
}

export function keptText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // absent or unreadable: it is computed again
  }
}

/** Undefined too where it is no JSON: damaged is as good as none. */
export function keptJson(path: string): unknown {
  const text = keptText(path)
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
