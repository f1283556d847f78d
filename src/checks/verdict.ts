// What an ending and a report together say of a check: it passed, it failed, it took too long, or nobody can tell. Decides; runs and
// reads nothing.

import { stripVTControlCharacters } from 'node:util'
import type { Ending } from '../base/containment.ts'
import { type Diagnostic, error } from '../base/diagnostic.ts'
import type { CheckResult, FailingLine, TestCase } from '../contract/check-result.ts'
import type { Report } from '../reports/read.ts'

export const KILLED = 'checks/killed'
export const NO_COMMAND = 'checks/command-not-found'
export const NO_PROGRAM = 'checks/not-executable'

export interface Verdict {
  readonly outcome: CheckResult['outcome']
  readonly problem?: Diagnostic
}

/** `report` is undefined where the recipe names none. Whatever is missing is never a pass. */
export function judgeCheck(ending: Ending, report: Report | undefined): Verdict {
  switch (ending.kind) {
    case 'not-started':
      return { outcome: 'error', problem: ending.problem }
    case 'cancelled':
      return unknown('checks/cancelled', 'it was cancelled', 'run it again')
    case 'timeout':
      return late(`it did not end within ${ending.limitMs / 1000} s`)
    case 'silence':
      return late(`it said nothing for ${ending.limitMs / 1000} s`)
    case 'exit':
      return strange(ending) ?? judgeExit(ending.exitCode, report)
  }
}

function unknown(code: string, message: string, fix: string): Verdict {
  return { outcome: 'error', problem: error(code, message, { fix }) }
}

function late(message: string): Verdict {
  const fix = 'raise its timeout, or see in its output what it waited for'
  return { outcome: 'timeout', problem: error('checks/timeout', message, { fix }) }
}

/** Signals by which somebody else ends a program; by the others it ends itself. */
const fromOutside: readonly string[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT']

/** Exits that say nothing about what was to be checked. */
function strange({ exitCode, signal }: Ending & { kind: 'exit' }): Verdict | undefined {
  if (exitCode === 127) return unknown(NO_COMMAND, 'its command was not found', 'install it')
  if (exitCode === 126)
    return unknown(NO_PROGRAM, 'its command cannot be executed', 'check its mode')
  if (signal === undefined || !fromOutside.includes(signal)) return undefined
  return unknown(KILLED, `it was ended by ${signal}`, 'check memory, and run it again')
}

function judgeExit(exitCode: number, report: Report | undefined): Verdict {
  if (exitCode !== 0) return { outcome: 'failed' }
  const problem = report?.problems.find(each => each.severity === 'error')
  if (problem) return { outcome: 'error', problem }
  if (report?.tests?.some(hasFailed)) return { outcome: 'failed' }
  if (report?.tests?.every(each => each.outcome === 'skipped'))
    return unknown('checks/no-tests', 'its report holds no test that ran', 'see what it selects')
  if (report?.coverage?.length === 0)
    return unknown(
      'checks/no-coverage',
      'its report covers no file of this repository',
      'see where it ran, and what it measures',
    )
  return { outcome: 'passed' }
}

const hasFailed = ({ outcome }: TestCase) => outcome === 'failed' || outcome === 'error'

const MAX_FAILURES = 50
const LAST_LINES = 20
const MAX_LINE = 400

/** The tests that failed, or else the last words of the output. */
export function failingLines(tests: readonly TestCase[], output: string): readonly FailingLine[] {
  const failed = tests.filter(hasFailed)
  return failed.length > 0 ? failed.slice(0, MAX_FAILURES).map(failingTest) : lastLines(output)
}

function failingTest({ suite, name, message, file, line }: TestCase): FailingLine {
  const title = [suite, name].filter(each => each !== '').join(' > ')
  const reason = message.split('\n', 1)[0]!
  return {
    text: clip(reason === '' ? title : `${title}: ${reason}`),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
  }
}

function lastLines(output: string): readonly FailingLine[] {
  return stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .slice(-LAST_LINES)
    .map(line => ({ text: clip(line) }))
}

const clip = (text: string) => (text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)}…` : text)
