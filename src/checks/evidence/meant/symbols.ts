// The declarations of a file as handlers of routes and commands are judged by them.

import type { Codebase } from '../../../code/codebase.ts'
import { type CodeSymbol, symbolsOf } from '../../../evidence/facts.ts'
import { withDrawn } from '../routes/drawn.ts'

const known = new WeakMap<Codebase, Map<string, readonly CodeSymbol[]>>()

/** Every declaration of a file; one that only refuses counts as a stub. Made once for a codebase. */
export function symbolsIn(path: string, codebase: Codebase): readonly CodeSymbol[] {
  const files = known.get(codebase) ?? new Map<string, readonly CodeSymbol[]>()
  known.set(codebase, files)
  const symbols = files.get(path) ?? readSymbols(path, codebase)
  files.set(path, symbols)
  return symbols
}

function readSymbols(path: string, codebase: Codebase): readonly CodeSymbol[] {
  const read = codebase.outline(path)
  if (!read) return []
  const outline = withDrawn(read, path, codebase)
  const refusals = new Set(codebase.depth(path).refusals)
  const declarations = outline.declarations.map((each, index) =>
    refusals.has(index) ? { ...each, isStub: true } : each,
  )
  return symbolsOf([
    {
      path,
      condition: 'present',
      outline: { ...outline, declarations },
      depth: undefined,
      problems: undefined,
      routes: [],
    },
  ])
}
