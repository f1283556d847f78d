// The sum that git keeps at the end of its index: the same sum is the same index, so that git need not be asked what stands in it.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const SUM_BYTES = 20

/** Undefined where there is none: without an index, and where git is told to save the time. */
export function sumOfIndex(path: string): string | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const sum = Buffer.alloc(SUM_BYTES)
    const isRead = readSync(file, sum, 0, SUM_BYTES, fstatSync(file).size - SUM_BYTES) === SUM_BYTES
    return isRead && sum.some(each => each !== 0) ? sum.toString('hex') : undefined
  } catch {
    return undefined // no index yet, or not to be read: git says what is tracked
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
