// CPython as a judge, in tests: a script of this folder, given lines, answers with lines.

import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
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

/** Its files, without what was installed beside them. */
export function standardLibrary(): string[] {
  const folder = python(['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], '').trim()
  return globSync('**/*.py', { cwd: folder, exclude: path => path === 'site-packages' })
    .map(path => join(folder, path))
    .sort()
}
