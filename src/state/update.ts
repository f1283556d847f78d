// The only way a state is written: under its lock, from what is stored now, one serial further, and not at all when nothing changed.

import { refuse } from '../base/diagnostic.ts'
import { type LockRequest, withLock } from './lock.ts'
import { emptyState, readState, renderState, type State } from './read.ts'
import type { Store } from './store.ts'

/** A state by the name it has in its store. */
export interface StateHandle {
  readonly store: Store
  readonly name: string
  /** How messages call it. */
  readonly label: string
}

export interface Update {
  readonly before: State
  readonly after: State
  readonly isWritten: boolean
}

export async function loadState(handle: StateHandle): Promise<State | undefined> {
  const stored = await handle.store.read(handle.name)
  return stored && readState(stored.text, handle.label)
}

export function updateState(
  handle: StateHandle,
  request: LockRequest,
  newLineage: () => string,
  change: (state: State) => State,
): Promise<Update> {
  return withLock(handle.store, handle.name, request, async () => {
    const stored = await handle.store.read(handle.name)
    const before = stored ? readState(stored.text, handle.label) : emptyState(newLineage())
    const changed = change(before)
    if (changed === before && stored) return { before, after: before, isWritten: false }
    const after = {
      ...changed,
      lineage: changed.lineage ?? newLineage(),
      serial: changed === before ? before.serial : before.serial + 1,
      last_updated: request.at,
    }
    if (!(await handle.store.swap(handle.name, renderState(after), stored?.version)))
      refuse('state/moved', 'the state was changed by something that does not hold its lock', {
        at: { file: handle.label },
        fix: 'run the command again',
      })
    return { before, after, isWritten: true }
  })
}
