// A migration goes forth and back. What it does on its way back is no fact about the tables that are there.

import type { Declaration, Named } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

const wayBack = /^(down|downgrade|rollback|revert|undo)$/i

interface Lines {
  readonly first: number
  readonly last: number
}

/** Sequel and Rails write the way back as a block: `down do … end`, `dir.down { … }`. */
export function wayBackBlocks(root: Tree, language: string): readonly Lines[] {
  if (language !== 'ruby') return []
  const rule = {
    kind: 'call',
    all: [
      { has: { field: 'method', regex: '^(down|revert)$' } },
      { has: { field: 'block', regex: '' } },
    ],
  }
  return root.findAll({ rule }).map(each => {
    const { start, end } = each.range()
    return { first: start.line + 1, last: end.line + 1 }
  })
}

/** Only what stands neither in a function for the way back nor in such a block. */
export function onTheWayForth(
  found: readonly Named[],
  declarations: readonly Declaration[],
  owners: Int32Array,
  back: readonly Lines[] = [],
): readonly Named[] {
  return found.filter(({ line }) => {
    if (back.some(({ first, last }) => first <= line && line <= last)) return false
    for (let at = owners[line] ?? -1; at >= 0; at = declarations[at]!.parent)
      if (wayBack.test(declarations[at]!.name.split('.').at(-1)!)) return false
    return true
  })
}
