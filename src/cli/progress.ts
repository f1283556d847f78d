// What is going on, for a person who waits: on a terminal one line that is written over, once it has taken a second, and wiped away
// at the end. Elsewhere nothing, so that logs stay short.

import { elapsedMs } from '../base/clock.ts'
import type { Progress } from '../code/records.ts'
import type { Sink } from './world.ts'

export interface ProgressLine {
  readonly show: (progress: Progress) => void
  readonly wipe: () => void
}

const PATIENCE_MS = 1000

/** `clock` counts milliseconds from anywhere. */
export function progressLine(stderr: Sink, clock: () => number = elapsedMs): ProgressLine {
  const began = clock()
  let width = 0
  return {
    show({ done, total }) {
      if (!stderr.isTTY || clock() - began < PATIENCE_MS) return
      const line = `Reading ${done} of ${total} files`
      void stderr.raw(`\r${line.padEnd(width)}`)
      width = line.length
    },
    wipe() {
      if (width > 0) void stderr.raw(`\r${' '.repeat(width)}\r`)
      width = 0
    },
  }
}
