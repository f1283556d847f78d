// CPython as a judge, in tests: a script of this folder, given lines, answers with lines.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'

export const oracle = (name: string) => join(import.meta.dirname, name)

export function python(args: readonly string[], input: string): string {
  const { stdout, error, status, stderr } = spawnSync('python3', args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (error) throw new Error('python3 is missing: apt-get install python3', { cause: error })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}
