// A name that passes from holder to holder: each writes a file with the next number, and the highest number holds. Creating
// a file is the only step that must be exclusive, so two processes that follow the same dead holder cannot both win.

import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createFileAtomic } from '../base/atomic-file.ts'

export interface Succession {
  readonly folder: string
  /** Of the files: `lease` for `lease-1.json`, `lease-2.json`. */
  readonly name: string
}

export const fileOf = ({ folder, name }: Succession, number: number) =>
  join(folder, `${name}-${number}.json`)

/** The number of whoever holds it; 0 where nobody ever did. */
export function latestOf({ folder, name }: Succession): number {
  const numbers = namesIn(folder)
    .filter(file => file.startsWith(`${name}-`))
    .map(file => Number(/^-(\d+)\.json$/.exec(file.slice(name.length))?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

/** Follows number `previous`; undefined when somebody else was faster. */
export function follow(of: Succession, previous: number, text: string): number | undefined {
  const number = previous + 1
  if (!createFileAtomic(fileOf(of, number), text)) return undefined
  if (latestOf(of) !== number) {
    rmSync(fileOf(of, number), { force: true })
    return undefined
  }
  if (previous > 0) rmSync(fileOf(of, previous), { force: true })
  return number
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
