// The repository's own scripts: what they count, and what they never overwrite.

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countTests, renderCount } from '../scripts/test-count.js'
import { NODE, REPOSITORY } from './e2e/places.ts'
import { project } from './e2e/project.ts'

describe('the last line of npm test', () => {
  const report = (passed: number, failed: number, pending: number, testResults: object[] = []) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults,
  })

  it.each([
    [report(3, 0, 0), '3 passed, 0 failed'],
    [report(3, 1, 2), '3 passed, 1 failed, 2 skipped'],
    [report(3, 0, 0, [{ status: 'failed', assertionResults: [] }]), '3 passed, 1 failed'],
    [undefined, '0 passed, 1 failed'],
  ])('of report %# is %j', (found, line) => {
    expect(renderCount(countTests(found))).toBe(line)
  })
})

describe('npm run hooks', () => {
  function repository() {
    const here = project({ 'package.json': '{"type":"module"}' })
    cpSync(join(REPOSITORY, 'scripts'), here.path('scripts'), { recursive: true })
    execFileSync('git', ['init', '--quiet'], { cwd: here.root })
    const install = () =>
      spawnSync(NODE, ['scripts/hooks.js'], { cwd: here.root, encoding: 'utf8' })
    return { here, install, hook: here.path('.git/hooks/pre-push') }
  }

  it('installs a hook that can be run, once', () => {
    const { install, hook } = repository()
    expect(install().status).toBe(0)
    expect(readFileSync(hook, 'utf8')).toMatch(/^#!\/bin\/sh\n.*\nexec npm run --silent check\n$/)
    expect(statSync(hook).mode & 0o111).not.toBe(0)
    expect(install().stderr).toBe(`Already there: ${hook}\n`)
  })

  it('leaves a foreign hook as it is and says what to add', () => {
    const { here, install, hook } = repository()
    here.write('.git/hooks/pre-push', '#!/bin/sh\nmake lint\n')
    chmodSync(hook, 0o755)
    const { status, stderr } = install()
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `${hook} is not ours and stays as it is. Add this line to it: npm run --silent check\n`,
    })
    expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\nmake lint\n')
  })
})
