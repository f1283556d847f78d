// The first state of a project: no entries, a lineage of its own. Never touches a state that is there.

import { emptyState, renderState } from './read.ts'
import type { StateHandle } from './update.ts'

/** Answers whether it was written; creating is atomic, so no lock is needed. */
export function beginState(
  { store, name }: StateHandle,
  lineage: string,
  now: string,
): Promise<boolean> {
  const first = { ...emptyState(lineage), last_updated: now }
  return store.swap(name, renderState(first), undefined)
}
