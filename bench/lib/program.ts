// The built program as a user runs it, in a process of its own, with a cache folder of the benchmark's choice.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const program = join(import.meta.dirname, '../../bin/fixpoint.js')
const preload = pathToFileURL(join(import.meta.dirname, 'peak-memory.js')).href

export function fixpoint(words: readonly string[], cwd: string, cache: string): string {
  return start([program, ...words], cwd, { FIXPOINT_CACHE_DIR: cache })
}

export const emptyNode = () => start(['-e', '0'], tmpdir(), {})

/** Another part of the program, compiled once as the program is. */
export const compiled = (words: readonly string[], cwd: string, cache: string) =>
  start(words, cwd, { NODE_COMPILE_CACHE: join(cache, 'compiled') })

/** The most memory that one command line took, in megabytes. */
export function peakMegabytes(words: readonly string[], cwd: string, cache: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'fixpoint-peak-'))
  const file = join(folder, 'peak')
  try {
    start(['--import', preload, program, ...words], cwd, {
      FIXPOINT_CACHE_DIR: cache,
      PEAK_MEMORY: file,
    })
    return Number(readFileSync(file)) / 1024
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function start(
  words: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, words, {
    cwd,
    env: { PATH: process.env.PATH, HOME: tmpdir(), ...environment },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error || status !== 0)
    throw new Error(`${words.join(' ')} ended with ${status}: ${error?.message ?? stderr}`)
  return stdout
}
