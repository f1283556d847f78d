// The only way a state is written: under its lock, from what is stored now, and not at all when nothing changed.

import { refuse } from '../base/diagnostic.ts'
import type { KnownTexts } from './known.ts'
import { type LockRequest, withLock } from './lock.ts'
import { emptyState, readState, renderState, type State } from './read.ts'
import type { Store, Versioned } from './store.ts'

/** A state by the name it has in its store. */
export interface StateHandle {
  readonly store: Store
  readonly name: string
  /** How messages call it. */
  readonly label: string
  /** Without it every text is looked at. */
  readonly known?: KnownTexts | undefined
}

export type Change = (state: State, version: string | undefined) => State

export interface Update {
  readonly before: State | undefined
  readonly after: State
  readonly isWritten: boolean
  /** What was written in place of which version, of none where nothing was stored. */
  readonly written?: { readonly text: string; readonly replaced: string | undefined }
}

export async function loadState(handle: StateHandle): Promise<State | undefined> {
  const stored = await handle.store.read(handle.name)
  return stored && readStored(stored, handle)
}

/** A text is known once it is just what would be written: then it says the same without a look at every value. */
function readStored({ text }: Versioned, { label, known }: StateHandle): State {
  if (known?.has(text)) return JSON.parse(text) as State
  const state = readState(text, label)
  if (known && renderState(state) === text) known.note(text)
  return state
}

/**
 * Changes the stored state and raises its serial by one. `change` answers the very same state when there is nothing to do; it is told
 * which version is stored, if one is.
 */
export function updateState(
  handle: StateHandle,
  request: LockRequest,
  newLineage: () => string,
  change: Change,
): Promise<Update> {
  return storeState(handle, request, (current, version) => {
    const before = current ?? emptyState(newLineage())
    const after = change(before, version)
    if (after === before) return undefined
    const lineage = after.lineage ?? newLineage()
    return { ...after, lineage, serial: before.serial + 1, last_updated: request.at }
  })
}

/** Puts what `choose` answers in place of what is stored, as it is; nothing when it answers nothing new. */
export function storeState(
  handle: StateHandle,
  request: LockRequest,
  choose: (current: State | undefined, version: string | undefined) => State | undefined,
): Promise<Update> {
  return withLock(handle.store, handle.name, request, async () => {
    const stored = await handle.store.read(handle.name)
    const before = stored && readStored(stored, handle)
    const after = choose(before, stored?.version)
    if (after === undefined || after === before)
      return { before, after: before ?? emptyState(''), isWritten: false }
    const text = renderState(after)
    if (!(await handle.store.swap(handle.name, text, stored?.version)))
      refuse('state/moved', 'the state was changed by something that does not hold its lock', {
        at: { file: handle.label },
        fix: 'run the command again',
      })
    handle.known?.note(text)
    return { before, after, isWritten: true, written: { text, replaced: stored?.version } }
  })
}
