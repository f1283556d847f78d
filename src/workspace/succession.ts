// A name that passes from holder to holder: each makes an entry with the next number, and the highest number holds. Making
// an entry is the only step that must be exclusive, so two processes that follow the same dead holder cannot both win.
// An entry is a symbolic link whose target is its text: it appears whole or not at all, in one call of the system.

import { mkdirSync, readdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'

export interface Succession {
  readonly folder: string
  /** Of the entries: `lease` for `lease-1`, `lease-2`. */
  readonly name: string
}

/** Longer than any text that is written, shorter than what a link can hold anywhere. */
const MAX_TEXT_BYTES = 1000

const entryOf = ({ folder, name }: Succession, number: number) => join(folder, `${name}-${number}`)

/** What its maker wrote; undefined when the entry was followed and removed meanwhile. */
export function readEntry(of: Succession, number: number): string | undefined {
  try {
    return readlinkSync(entryOf(of, number))
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw cause
  }
}

/** The number of whoever holds it; 0 where nobody ever did. */
export function latestOf({ folder, name }: Succession): number {
  const numbers = namesIn(folder)
    .filter(file => file.startsWith(`${name}-`))
    .map(file => Number(/^-(\d+)$/.exec(file.slice(name.length))?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

/** Follows number `previous`; undefined when somebody else was faster. */
export function follow(of: Succession, previous: number, text: string): number | undefined {
  const number = previous + 1
  if (!makeEntry(of, number, text)) return undefined
  if (latestOf(of) !== number) {
    removeEntry(of, number)
    return undefined
  }
  if (previous > 0) removeEntry(of, previous)
  return number
}

function makeEntry(of: Succession, number: number, text: string): boolean {
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES) throw new Error(`too long for an entry: ${text}`)
  mkdirSync(of.folder, { recursive: true })
  try {
    symlinkSync(text, entryOf(of, number))
    return true
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw cause
  }
}

function removeEntry(of: Succession, number: number): void {
  try {
    unlinkSync(entryOf(of, number))
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause
  }
}

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return []
    throw cause
  }
}
