// The demonstration is also the test of the whole way: plan, four agents of which three fail, landing, and nothing left to do.

import { expect, it } from 'vitest'
import { project } from './project.ts'

it('catches each agent that fails, lands all four units, and ends where the state matches the spec', async () => {
  const here = project()
  const { exitCode, stdout, stderr } = await here.program('demo', { env: { TMPDIR: here.root } })
  expect(exitCode, stderr).toBe(0)
  expect(stdout).toContain('Plan: 4 to create.')
  expect(stdout).toContain('r1  complete: 4 units, 4 landed')
  expect(stdout.endsWith('No changes. State matches spec.\n')).toBe(true)
  const failures = stderr.split('\n').filter(each => /attempt \d+ failed/.test(each))
  expect(failures.sort()).toEqual([
    'r1/T02 attempt 1 failed (no_change): nothing was changed; it is tried again',
    'r1/T03 attempt 1 failed (candidate_failed): check unit failed with exit code 1; it is tried again',
    'r1/T04 attempt 1 failed (timeout): the agent said nothing for 4 s; it is tried again',
  ])
  expect(stderr).toMatch(/Look around: cd .*url-shortener\n/)
}, 60_000)
