// The recorded symbols of a resource: how many were found, and where.

import type { StateEntry } from '../contract/state.ts'

type SymbolEntry = NonNullable<StateEntry['symbols']>[string]

export interface SymbolCounts {
  readonly found: number
  readonly all: number
  /** In code-unit order. */
  readonly missing: readonly string[]
}

/** `Store.put  method     lines 3-3 (src/store.ts)`, one line for each. */
export function symbolTable(symbols: readonly (readonly [string, SymbolEntry])[]): string[] {
  const width = Math.max(0, ...symbols.map(([name]) => name.length))
  return symbols.map(
    ([name, each]) => `${name.padEnd(width)}  ${each.kind.padEnd(9)}  ${placeText(each)}`,
  )
}

function placeText({ status, line, end_line: endLine, file }: SymbolEntry): string {
  if (status === 'missing') return '[MISSING]'
  return `${line === undefined ? '' : `lines ${line}-${endLine ?? line} `}(${file ?? 'no file'})`
}

export function symbolCounts(entry: StateEntry | undefined): SymbolCounts {
  const symbols = Object.entries(entry?.symbols ?? {})
  const missing = symbols.filter(([, each]) => each.status === 'missing').map(([name]) => name)
  return { found: symbols.length - missing.length, all: symbols.length, missing: missing.sort() }
}
