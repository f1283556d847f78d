// A migration goes forth and back. What it does on its way back is no fact about the tables that are there.

import type { Declaration, Named } from '../model.ts'

const wayBack = /^(down|downgrade|rollback|revert|undo)$/i

/** Only what does not stand in a function for the way back. */
export function onTheWayForth(
  found: readonly Named[],
  declarations: readonly Declaration[],
  owners: Int32Array,
): readonly Named[] {
  return found.filter(({ line }) => {
    for (let at = owners[line] ?? -1; at >= 0; at = declarations[at]!.parent)
      if (wayBack.test(declarations[at]!.name.split('.').at(-1)!)) return false
    return true
  })
}
