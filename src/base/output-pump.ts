// Carries what a process prints to whoever listens, no faster than they listen.

import type { Readable } from 'node:stream'
import { SilenceWatch } from './silence-watch.ts'

export interface OutputStreams {
  readonly stdout: Readable
  readonly stderr: Readable
}

export type Listener = (bytes: Uint8Array, from: keyof OutputStreams) => void | Promise<void>

export interface OutputPump {
  /** Ends when both streams have ended and the last byte is taken; fails when the listener fails. */
  readonly finished: Promise<unknown>
  readonly limitSilence: (limitMs: number, onSilence: () => void) => void
  /** For when the process is dead: takes what is still there, and closes streams that stay open without a word. */
  readonly drain: () => Promise<void>
}

/** How long a stream may stay open in silence after everything that could write to it should be dead. */
const DRAIN_MS = 500

export function pumpOutput({ stdout, stderr }: OutputStreams, listener: Listener): OutputPump {
  const watch = new SilenceWatch()
  const finished = Promise.all([
    pump(stdout, bytes => watch.during(() => listener(bytes, 'stdout'))),
    pump(stderr, bytes => watch.during(() => listener(bytes, 'stderr'))),
  ])
  const close = () => {
    stdout.destroy()
    stderr.destroy()
  }
  const drain = async () => {
    watch.limit(DRAIN_MS, close)
    try {
      await finished
    } finally {
      watch.stop()
      close()
    }
  }
  return { finished, limitSilence: (ms, onSilence) => watch.limit(ms, onSilence), drain }
}

/** One piece at a time: the stream rests, and the writer with it, until the piece is taken. */
function pump(stream: Readable, take: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let last = Promise.resolve()
    stream.on('data', (bytes: Uint8Array) => {
      stream.pause()
      last = take(bytes)
      last.then(() => stream.resume(), reject)
    })
    // A pipe that breaks has nothing more to say; how the process ended is told by its exit.
    stream.on('error', () => undefined)
    stream.on('close', () => last.then(resolve, reject))
  })
}
