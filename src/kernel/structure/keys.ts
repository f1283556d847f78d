// A sorted set of numbers in small chunks: the ready queue, the busy set, and whatever else is walked in order while it changes.

import { type Draft, ownArray } from './draft.ts'

export type Keys = readonly (readonly number[])[]

const chunkMost = 64

/** The least key greater than `after`, or undefined. */
export function nextKey(keys: Keys, after: number): number | undefined {
  for (let at = Math.max(0, chunkFor(keys, after)); at < keys.length; at++) {
    const chunk = keys[at]!
    const place = placeIn(chunk, after)
    const found = chunk[chunk[place] === after ? place + 1 : place]
    if (found !== undefined) return found
  }
  return undefined
}

export function* eachKey(keys: Keys): Generator<number> {
  for (const chunk of keys) yield* chunk
}

export function insertKey(draft: Draft, keys: Keys, key: number): Keys {
  const root = ownArray(draft, keys)
  const at = chunkFor(root, key)
  if (at < 0) return insertFirst(draft, root, key)
  const chunk = ownArray(draft, root[at]!)
  root[at] = chunk
  const place = placeIn(chunk, key)
  if (chunk[place] === key) return root
  chunk.splice(place, 0, key)
  if (chunk.length > chunkMost) {
    const upper = chunk.splice(chunkMost / 2)
    draft.owned.add(upper)
    root.splice(at + 1, 0, upper)
  }
  return root
}

function insertFirst(draft: Draft, root: (readonly number[])[], key: number): Keys {
  if (root.length === 0) {
    const chunk = [key]
    draft.owned.add(chunk)
    root.push(chunk)
    return root
  }
  const chunk = ownArray(draft, root[0]!)
  chunk.unshift(key)
  root[0] = chunk
  return root
}

export function removeKey(draft: Draft, keys: Keys, key: number): Keys {
  const at = chunkFor(keys, key)
  const found = keys[at]
  if (found === undefined) return keys
  const place = placeIn(found, key)
  if (found[place] !== key) return keys
  const root = ownArray(draft, keys)
  if (found.length === 1) {
    root.splice(at, 1)
    return root
  }
  const chunk = ownArray(draft, found)
  chunk.splice(place, 1)
  root[at] = chunk
  return root
}

/** The last chunk that begins at or before the key, or -1. */
function chunkFor(keys: Keys, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]![0]! <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where the key is, or would be. */
function placeIn(chunk: readonly number[], key: number): number {
  let low = 0
  let high = chunk.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (chunk[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}
