// A state under change. What the draft has copied it owns and may write to; everything else is shared with older states
// and never touched. One `evolve` copies a path of a few arrays; a `fold` of many events copies each of them once.

import type { State } from '../model.ts'

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export interface Draft {
  readonly state: Mutable<State>
  readonly owned: Set<object>
}

export function openDraft(state: State): Draft {
  return { state: { ...state }, owned: new Set() }
}

/** The array itself where the draft owns it, else a copy that it owns from now on. */
export function ownArray<T>(draft: Draft, array: readonly T[]): T[] {
  if (draft.owned.has(array)) return array as T[]
  const copy = array.slice()
  draft.owned.add(copy)
  return copy
}

export function ownObject<T extends object>(draft: Draft, object: T): Mutable<T> {
  if (draft.owned.has(object)) return object
  const copy = { ...object }
  draft.owned.add(copy)
  return copy
}
