// The folder of results stays small, and keeps the newest.

import { copyFileSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NOON } from '../../test/e2e/cli.ts'
import { project } from '../../test/e2e/project.ts'
import { sha256 } from '../base/hash.ts'
import type { CheckResult } from '../contract/check-result.ts'
import { loadResult, storeResult } from './cache.ts'

const result = (number: number): CheckResult => ({
  name: 'unit',
  outcome: 'passed',
  exitCode: 0,
  failures: [],
  key: sha256(String(number)),
  startedAt: NOON,
  durationMs: 1,
  output: '',
})

it('at most 256 results are kept: the oldest go first', () => {
  const folder = project().path('checks')
  for (let number = 0; number < 256; number++) {
    storeResult(folder, 'x', result(number))
    utimesSync(join(folder, 'results', `${result(number).key}.json`), number, number)
  }
  expect(loadResult(folder, result(0).key)).toEqual(result(0))
  storeResult(folder, 'x', result(256))
  storeResult(folder, 'x', result(257))
  expect(readdirSync(join(folder, 'results')).length).toBe(256)
  expect([0, 1, 2, 257].map(number => loadResult(folder, result(number).key)?.key)).toEqual([
    undefined,
    undefined,
    result(2).key,
    result(257).key,
  ])
})

it('an entry that speaks for another key is none', () => {
  const folder = project().path('checks')
  storeResult(folder, 'x', result(1))
  const path = (number: number) => join(folder, 'results', `${result(number).key}.json`)
  copyFileSync(path(1), path(2))
  expect(loadResult(folder, result(2).key)).toBeUndefined()
})

it('a key that is no key names no file', () => {
  const folder = project({ 'secret.json': JSON.stringify(result(1)) }).path('checks')
  expect(loadResult(folder, '../../secret')).toBeUndefined()
})
