// The table of effects as the kernel sees it: what is due becomes rows that a runner can take; what the kernel gave back is free again.

import type { EffectChanges, Effect as Row } from '../journal/model.ts'
import { due } from '../kernel/due.ts'
import type { Effect } from '../kernel/effect.ts'
import type { State } from '../kernel/model.ts'

export function effectRows(state: State, now: string): EffectChanges {
  const { effects } = due(state, now)
  return {
    replaceAll: effects.map(rowOf),
    release: effects.filter(each => each.lease === null).map(each => each.id),
  }
}

/** The lease is the row's own; the effect is asked for without one. */
function rowOf(effect: Effect, rank: number): Row {
  const { id, kind, labels } = effect
  return { id, kind, labels, rank, payload: { ...effect, lease: null } }
}
