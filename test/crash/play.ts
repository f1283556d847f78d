// Plays many cases at once, as many as there are workers, and tells of each as it ends.

import { type CaseResult, playCase } from './case.ts'
import type { Moment } from './moment.ts'

export async function playAll(
  moments: readonly Moment[],
  workers: number,
  onResult: (result: CaseResult) => void = () => undefined,
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = []
  const rest = moments.values()
  const work = async () => {
    // Workers share the one iterator: each takes what is next.
    for (const moment of rest) {
      const result = await playCase(moment)
      results.push(result)
      onResult(result)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return results
}

/** `journal-append 170, lease 108`: the size of the matrix. */
export function sizesText(moments: readonly Moment[]): string {
  const groups = Map.groupBy(moments, each => `${each.scenario}:${each.kind}`)
  return [...groups].map(([kind, ofKind]) => `  ${kind} ${ofKind.length}`).join('\n')
}
