// Long work in turns, so that the event loop never waits long for it: signals are heard, timers fire, progress is drawn.

import { elapsedMs } from './clock.ts'

/** How long others wait at most. */
const TURN_MS = 50

/** A question to be asked after each small piece of work: true where a turn was over and others have had theirs. */
export function turns(turnMs = TURN_MS): () => Promise<boolean> {
  let began = elapsedMs()
  return async () => {
    if (elapsedMs() - began < turnMs) return false
    await new Promise(resolve => setImmediate(resolve))
    began = elapsedMs()
    return true
  }
}

/** What waits for something else goes on beside the rest, as with `Promise.all`. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result | Promise<Result>,
): Promise<Result[]> {
  const turn = turns()
  const results: Promise<Result>[] = []
  for (const item of items) {
    const result = (async () => work(item))()
    // It is told below, when all have begun; until then nobody listens.
    result.catch(() => {})
    results.push(result)
    await turn()
  }
  return Promise.all(results)
}
