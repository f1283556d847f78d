// Many files read on several threads at once, where that is faster than one: trees are slow, scanners are not. Each thread takes the
// next few files when it is done with the last; the thread that asked only waits, so that it hears signals and draws progress.

import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Diagnostic } from '../../base/diagnostic.ts'
import type { IndexedFile } from '../file-index.ts'

/** What a thread needs to know to read files as everybody else does. */
export interface Surroundings {
  readonly root: string
  readonly cacheFolder: string | undefined
  /** What the spec names: paths and globs whose syntax a grammar confirms. */
  readonly named: readonly string[]
}

/** One file as a thread has read it: of which content, and what it declares; or why it could not be read. */
export interface Reading {
  readonly path: string
  readonly id: string
  readonly record: Uint8Array | undefined
  readonly changedMs: number
  readonly diagnostic: Diagnostic | undefined
}

/** What was read, by path. What is not in it is for whoever asked to read: alone they are as fast, or a thread has failed with it. */
export type ReadTogether = (
  files: readonly IndexedFile[],
  beganMs: number,
  onRead: (count: number) => void,
) => Promise<ReadonlyMap<string, Reading>>

export interface TogetherOptions extends Surroundings {
  /** How many threads at most; 0 leaves it to the machine. */
  readonly parallelism: number
  /** A tree of this file has to be built. */
  readonly isSlow: (path: string) => boolean
}

/** Below, a thread costs more to start than it saves: a megabyte takes seconds by trees, and a fiftieth of one by scanners. */
const SLOW_ENOUGH_BYTES = 384 * 1024
const ENOUGH_BYTES = 100 * 1024 * 1024

const MOST_THREADS = 8
const FILES_AT_ONCE = 32

export function threadsFor(parallelism: number): number {
  return parallelism === 0 ? Math.min(MOST_THREADS, availableParallelism()) : parallelism
}

/** Undefined where there is only one thread to read with. */
export function readTogether(options: TogetherOptions): ReadTogether | undefined {
  const threads = threadsFor(options.parallelism)
  if (threads < 2) return undefined
  return async (files, beganMs, onRead) => {
    if (!isWorthIt(files, options)) return new Map()
    const { root, cacheFolder, named } = options
    const work = batchesOf(files)
    const found = new Map<string, Reading>()
    const hands = Array.from({ length: Math.min(threads, work.length) }, () =>
      handOf({ root, cacheFolder, named, beganMs }),
    )
    const busy = hands.map(async hand => {
      for (let batch = work.pop(); batch !== undefined; batch = work.pop()) {
        const read = await hand.read(batch)
        if (read === undefined) return
        for (const each of read) found.set(each.path, each)
        onRead(found.size)
      }
    })
    await Promise.all(busy).finally(() => Promise.all(hands.map(each => each.end())))
    return found
  }
}

function isWorthIt(files: readonly IndexedFile[], { root, isSlow }: TogetherOptions): boolean {
  let slowBytes = 0
  let allBytes = 0
  for (const { path } of files) {
    const { size = 0 } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {}
    allBytes += size
    if (isSlow(path)) slowBytes += size
    if (slowBytes >= SLOW_ENOUGH_BYTES || allBytes >= ENOUGH_BYTES) return true
  }
  return false
}

/** In the order in which they are popped off: the first files first. */
function batchesOf(files: readonly IndexedFile[]): (readonly IndexedFile[])[] {
  const batches: (readonly IndexedFile[])[] = []
  for (let at = 0; at < files.length; at += FILES_AT_ONCE)
    batches.push(files.slice(at, at + FILES_AT_ONCE))
  return batches.reverse()
}

export interface Orders extends Surroundings {
  readonly beganMs: number
}

interface Hand {
  /** Undefined where the thread has ended: what it was given is read by whoever asked, who meets the trouble too. */
  readonly read: (files: readonly IndexedFile[]) => Promise<readonly Reading[] | undefined>
  readonly end: () => Promise<unknown>
}

function handOf(orders: Orders): Hand {
  const file = import.meta.url.endsWith('.ts') ? './hand.ts' : './hand.js'
  const worker = new Worker(new URL(file, import.meta.url), { workerData: orders })
  let answer: (read: readonly Reading[] | undefined) => void = () => {}
  let hasEnded = false
  worker.on('message', (read: readonly Reading[]) => answer(read))
  // An error is followed by the exit; the files are read again in this thread, which then fails by itself.
  worker.on('error', () => {})
  worker.on('exit', () => {
    hasEnded = true
    answer(undefined)
  })
  return {
    read: files =>
      new Promise(resolve => {
        answer = resolve
        if (hasEnded) resolve(undefined)
        else worker.postMessage(files)
      }),
    end: () => worker.terminate(),
  }
}
