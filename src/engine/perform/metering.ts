// Tells the kernel how long a session has worked: while it works, so that a budget can end it in good order, and once more at its end.
// By a clock that only runs forward, whatever happens to the time of day.

import type { Circumstances } from '../ports.ts'

export interface Metering {
  readonly meter: Circumstances['meter']
  /** What the nearest budget leaves, and how many sessions draw on it; undefined where nothing bounds it. */
  readonly left: () => { readonly timeMs: number; readonly sharers: number } | undefined
}

/** The longest and the shortest that the time of a session goes untold. */
const MOST_MS = 60_000
const LEAST_MS = 250

/** Answers how to end it; what went wrong while it metered is thrown there. */
export function meterSession({ meter, left }: Metering): () => Promise<void> {
  const begin = performance.now()
  const tell = () => meter({ timeMs: Math.round(performance.now() - begin), tokens: 0, cost: 0 })
  let timer: NodeJS.Timeout
  let telling: Promise<void> = Promise.resolve()
  const wait = () => {
    timer = setTimeout(() => {
      telling = tell()
      telling.then(wait, () => undefined)
    }, untilNext(left()))
  }
  wait()
  return async () => {
    clearTimeout(timer)
    await telling
    clearTimeout(timer)
    await tell()
  }
}

/** Sessions that draw on one budget know of each other only what was told: together they overrun it by little. */
function untilNext(left: ReturnType<Metering['left']>): number {
  if (left === undefined || left.timeMs === 0) return MOST_MS
  return Math.min(MOST_MS, Math.max(LEAST_MS, left.timeMs / Math.max(1, left.sharers)))
}
