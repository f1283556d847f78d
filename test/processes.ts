// Real processes for tests: a mark by which they are found again, and a program that owns a container until it is killed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readProcessTable } from '../src/base/process-table.ts'

/** Called with a tier and a shell line: runs the line contained until somebody stops it. */
export const OWNER = join(import.meta.dirname, 'fixtures/processes/owner.ts')

/** A word that only processes of this test carry in their environment. */
let words = 0
export const newWord = () => `word-${process.pid}-${++words}`

export function livingWith(word: string): number[] {
  return readProcessTable()
    .filter(({ pid }) => environOf(pid).split('\0').includes(`TEST_WORD=${word}`))
    .map(({ pid }) => pid)
}

function environOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1')
  } catch {
    return '' // it is gone, which is what most tests wait for
  }
}

/** Long enough for a machine with much else to do. */
export const WAIT_MS = 30_000

export async function until(isTrue: () => boolean): Promise<boolean> {
  const end = performance.now() + WAIT_MS
  while (!isTrue() && performance.now() < end) await pause(20)
  return isTrue()
}
