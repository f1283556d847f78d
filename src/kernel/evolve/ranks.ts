// The critical path: how long the way from each unit to the end of its graph is.

/** For each of the new units, its own weight and the heaviest way through what needs it. Older units do not count. */
export function ranks(
  weights: readonly number[],
  needs: readonly (readonly number[])[],
  first: number,
): number[] {
  const rank = [...weights]
  const waiting = weights.map(() => 0)
  for (const each of needs) for (const need of each) if (need >= first) waiting[need - first]! += 1
  const free = waiting.flatMap((count, index) => (count === 0 ? [index] : []))
  for (let index = free.pop(); index !== undefined; index = free.pop())
    for (const need of needs[index]!) {
      const at = need - first
      if (at < 0) continue
      rank[at] = Math.max(rank[at]!, weights[at]! + rank[index]!)
      waiting[at]! -= 1
      if (waiting[at] === 0) free.push(at)
    }
  return rank
}
