// Writes what an attempt says to its transcript, up to a bound: an agent that prints for ever fills no disk.

import type { Transcripts } from '../../journal/transcripts.ts'

/** Of one attempt. */
const MOST_CHARS = 16_000_000

export interface TranscriptWriter {
  readonly write: (channel: string, text: string) => Promise<void>
}

export function transcriptOf(
  transcripts: Transcripts,
  attempt: string,
  now: () => string,
): TranscriptWriter {
  let left = MOST_CHARS
  const append = (channel: string, text: string) =>
    transcripts.append(attempt, [{ at: now(), channel, text }])
  return {
    write: async (channel, text) => {
      if (left <= 0) return
      left -= text.length
      await append(channel, left > 0 ? text : text.slice(0, text.length + left))
      if (left <= 0) await append('note', `… more than ${MOST_CHARS} characters are not kept …\n`)
    },
  }
}
