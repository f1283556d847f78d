// A check is compared with the base by what it failed of, and what cannot be compared is no excuse and no charge.

import { describe, expect, it } from 'vitest'
import { error } from '../../base/diagnostic.ts'
import type { CheckResult, TestOutcome } from '../../contract/check-result.ts'
import { judgeCheck } from './named-check.ts'

function result(outcome: CheckResult['outcome'], more: Partial<CheckResult> = {}): CheckResult {
  const usual = { exitCode: 1, failures: [], key: 'k', startedAt: '', durationMs: 1, output: '' }
  return { name: 'unit', outcome, ...usual, ...more }
}

const tests = (outcomes: Readonly<Record<string, TestOutcome>>): Partial<CheckResult> => ({
  tests: Object.entries(outcomes).map(([name, outcome]) => {
    return { suite: 's', name, outcome, message: '', durationMs: 1 }
  }),
})

const killed = result('error', { problem: error('checks/killed', 'it was ended by SIGKILL') })
const passed = result('passed')
const failed = result('failed')
const late = result('timeout')

describe('a check that fails on the work', () => {
  const cases: readonly (readonly [string, CheckResult, readonly CheckResult[], string])[] = [
    ['and passes on the base', failed, [passed], 'veto'],
    ['by being killed, and runs on the base', killed, [failed], 'veto'],
    ['by being killed, there too', killed, [killed], 'trouble'],
    ['and passed there once of two times', failed, [failed, passed], 'veto'],
    ['and fails there too', failed, [failed, failed], 'known'],
    ['and cannot be run there', failed, [result('error')], 'trouble'],
    ['by hanging, where it only fails there', late, [failed, failed], 'veto'],
    ['where it hangs there', failed, [late, late], 'known'],
    ['by hanging there too', late, [late, late], 'known'],
    [
      'in the test that fails there, and in another',
      result('failed', tests({ a: 'failed', b: 'error' })),
      [result('failed', tests({ a: 'failed', b: 'passed' }))],
      'veto',
    ],
    [
      'in a test that failed there in one of two runs',
      result('failed', tests({ a: 'failed', b: 'failed' })),
      [result('failed', tests({ a: 'failed' })), result('failed', tests({ b: 'failed' }))],
      'known',
    ],
    [
      'in one of the tests that fail there',
      result('failed', tests({ a: 'failed', b: 'passed' })),
      [result('failed', tests({ a: 'failed', b: 'failed' }))],
      'known',
    ],
    [
      'in a test, where no report tells of the base',
      result('failed', tests({ a: 'failed' })),
      [failed],
      'known',
    ],
  ]

  it.each(cases)('%s', (_, after, bases, kind) => {
    expect(judgeCheck(after, bases).kind).toBe(kind)
  })
})

it('a check that passes on the work passes, and nobody asks about the base', () => {
  expect(judgeCheck(passed, [])).toEqual({ kind: 'passed' })
})
