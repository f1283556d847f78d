// Bounds a folder of kept things by their number: the oldest go. Harmless beside other processes that do the same.

import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from './order.ts'

export function forgetOldest(folder: string, limit: number): void {
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
