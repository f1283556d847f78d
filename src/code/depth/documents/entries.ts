// What every structured document comes down to: a key with the keys above it, its scalar value, and its line.

import type { Named, SyntaxProblem } from '../../model.ts'

export interface Entry {
  readonly path: readonly string[]
  /** '' for anything that is not a scalar. */
  readonly value: string
  readonly line: number
}

/** Nobody declares keys that lie deeper. */
export const deepestKey = 32

export interface Entries {
  readonly entries: readonly Entry[]
  readonly problems: readonly SyntaxProblem[]
}

/** Keys dotted, each once, by first line; members of lists count as members of the list's key. */
export function dottedKeys(entries: readonly Entry[]): readonly Named[] {
  const first = new Map<string, number>()
  for (const { path, line } of entries) {
    const name = path.join('.')
    if (!first.has(name)) first.set(name, line)
  }
  return [...first].map(([name, line]) => ({ name, line }))
}

/** Line of an offset, for offsets that only grow. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = text.indexOf('\n')
  return offset => {
    while (at >= 0 && at < offset) {
      line++
      at = text.indexOf('\n', at + 1)
    }
    return line
  }
}
