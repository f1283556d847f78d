// Long work in turns, so that the event loop never waits long for it: signals are heard, timers fire, progress is drawn.

/** A question to be asked after each small piece of work: true where a turn was over and others have had theirs. */
export function turns(turnMs: number): () => Promise<boolean> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < turnMs) return false
    await new Promise(resolve => setImmediate(resolve))
    began = performance.now()
    return true
  }
}
