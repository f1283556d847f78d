// Files that are kept to save time and may be lost: written whole or not at all, the oldest forgotten, a damaged one as good as none.

import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { compareText } from '../base/order.ts'

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

function forgetOldest(folder: string, limit: number): void {
  const names = readdirSync(folder)
  if (names.length <= limit) return
  const ages = names.map(name => ({ name, at: ageOf(join(folder, name)) }))
  ages.sort((a, b) => a.at - b.at || compareText(a.name, b.name))
  for (const { name } of ages.slice(0, names.length - limit))
    rmSync(join(folder, name), { force: true })
}

/** Another process may have forgotten it already. */
function ageOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
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
