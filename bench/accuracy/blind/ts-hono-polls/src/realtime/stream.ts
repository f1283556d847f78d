import { streamSSE } from 'hono/streaming'
import { subscribe } from './hub'

export function tallyStream(c, pollId: string) {
  return streamSSE(c, async stream => {
    const stop = subscribe(pollId, tally => {
      void stream.writeSSE({ event: 'tally', data: JSON.stringify(tally) })
    })
    stream.onAbort(stop)
    while (!stream.aborted) {
      await stream.sleep(15_000
    }
  })
}
