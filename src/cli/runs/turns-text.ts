// The turns of a unit that were kept, in a line.

import type { Turn } from '../../engine/turns.ts'

/** `attempt 1: 1, 2, 3; attempt 2: 1`. */
export function turnsText(turns: readonly Turn[]): string {
  return [...Map.groupBy(turns, each => each.attempt)]
    .map(([attempt, found]) => `attempt ${attempt}: ${found.map(each => each.turn).join(', ')}`)
    .join('; ')
}
