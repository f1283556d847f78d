// The links that follow a call in its chain. Knows no framework.

import type { Call, Link } from './calls.ts'

/** By where they begin: a long file registers often. */
const chains = new WeakMap<readonly Call[], ReadonlyMap<number, readonly Call[]>>()

/** `->only(['show'])` behind `Route::apiResource('photos')`. */
export function chainedAfter({ start, links }: Call, calls: readonly Call[]): readonly Link[] {
  const known = chains.get(calls) ?? Map.groupBy(calls, each => each.start)
  chains.set(calls, known)
  const longest = known.get(start)?.find(each => each.links.length > links.length)
  return longest ? longest.links.slice(links.length) : []
}
