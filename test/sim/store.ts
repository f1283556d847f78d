// A journal in memory that behaves as the real one: appends at an expected sequence, the effects table in the same transaction,
// and a crash between writing and acknowledging.

import { due } from '../../src/kernel/due.ts'
import type { Effect } from '../../src/kernel/effect.ts'
import type { Event } from '../../src/kernel/event.ts'
import type { State } from '../../src/kernel/model.ts'

export interface Store {
  readonly events: Event[]
  effects: ReadonlyMap<string, Effect>
}

export type Append = 'written' | 'conflict' | 'lost' | 'unacknowledged'

export const emptyStore = (): Store => ({ events: [], effects: new Map() })

/** `after` is the state that the events lead to; its effects replace the table in the same step. */
export function append(
  store: Store,
  expected: number,
  events: readonly Event[],
  after: State,
  fault: 'none' | 'before' | 'after',
): Append {
  if (store.events.length !== expected) return 'conflict'
  if (fault === 'before') return 'lost'
  store.events.push(...events)
  store.effects = new Map(due(after, after.at).effects.map(effect => [effect.id, effect]))
  return fault === 'after' ? 'unacknowledged' : 'written'
}
