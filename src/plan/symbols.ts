// How many of a resource's recorded symbols were found.

import type { StateEntry } from '../contract/state.ts'

export interface SymbolCounts {
  readonly found: number
  readonly all: number
  /** In code-unit order. */
  readonly missing: readonly string[]
}

export function symbolCounts(entry: StateEntry | undefined): SymbolCounts {
  const symbols = Object.entries(entry?.symbols ?? {})
  const missing = symbols.filter(([, each]) => each.status === 'missing').map(([name]) => name)
  return { found: symbols.length - missing.length, all: symbols.length, missing: missing.sort() }
}
