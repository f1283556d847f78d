// Whether a check fails on the work that does not fail on the base, or fails there otherwise. What fails there the same way is told, and
// charged to nobody. A check that cannot be run is trouble of the world: it neither passes nor fails anybody's work.

import type { CheckResult, FailingLine } from '../../contract/check-result.ts'
import { NOT_IN_TREE } from '../program/unstarted.ts'
import { KILLED, NO_COMMAND, NO_PROGRAM } from '../verdict.ts'
import type { Veto } from './model.ts'

export type CheckVerdict =
  | { readonly kind: 'passed' }
  /** It failed on the base the same way, and so says nothing of the work. */
  | { readonly kind: 'known'; readonly check: string; readonly why: string }
  | { readonly kind: 'veto'; readonly veto: Veto }
  | {
      readonly kind: 'trouble'
      readonly check: string
      readonly why: string
      /** Of what was in the way, where that is known. */
      readonly code: string | undefined
    }

/** `bases`: what it found there, each time that it was asked; nothing where the check passed, and nobody had to ask. */
export function judgeCheck(after: CheckResult, bases: readonly CheckResult[]): CheckVerdict {
  const { name, outcome } = after
  if (outcome === 'passed') return { kind: 'passed' }
  if (outcome === 'error')
    return isOfTree(after, bases) ? { kind: 'veto', veto: vetoOf(after) } : troubleOf(after)
  const trouble = bases.find(each => each.outcome === 'error')
  if (trouble) return troubleOf(trouble)
  const isGreen = bases.length === 0 || bases.some(each => each.outcome === 'passed')
  if (isGreen || failsOtherwise(after, bases)) return { kind: 'veto', veto: vetoOf(after) }
  return { kind: 'known', check: name, why: howOf(bases[0]!) }
}

/** Nothing can be said of the tree, and the tree may be why: a program of it is missing, or it takes all memory. */
export const mayBeOfTree = (result: CheckResult): boolean =>
  wasKilled(result) || [NOT_IN_TREE, NO_COMMAND, NO_PROGRAM].some(each => isError(result, each))

/** Something in the world may have done it, once. */
export const wasKilled = (result: CheckResult): boolean => isError(result, KILLED)

const isError = ({ outcome, problem }: CheckResult, code: string) =>
  outcome === 'error' && problem?.code === code

/** On the base it runs. */
const isOfTree = (after: CheckResult, bases: readonly CheckResult[]) =>
  mayBeOfTree(after) && bases.length > 0 && bases.every(each => each.outcome !== 'error')

/** It hangs, or fails in a test that passed there. Words are not compared: what a program prints differs for many reasons. */
function failsOtherwise(after: CheckResult, bases: readonly CheckResult[]): boolean {
  if (bases.some(each => each.outcome !== after.outcome)) return after.outcome === 'timeout'
  if (bases.some(each => each.tests === undefined)) return false
  const known = new Set(bases.flatMap(failedTests))
  return failedTests(after).some(each => !known.has(each))
}

const failedTests = ({ tests = [] }: CheckResult): readonly string[] =>
  tests
    .filter(each => each.outcome === 'failed' || each.outcome === 'error')
    .map(({ suite, name, file }) => JSON.stringify([file, suite, name]))

const troubleOf = ({ name, problem }: CheckResult): CheckVerdict => ({
  kind: 'trouble',
  check: name,
  why: problem?.message ?? 'nobody can tell what came of it',
  code: problem?.code,
})

const howOf = ({ outcome, exitCode, problem }: CheckResult) =>
  outcome === 'timeout' ? (problem?.message ?? 'it did not end in time') : `exit code ${exitCode}`

const killedText = (why: string | undefined) =>
  `did not come to its end, twice, and does on the base: ${why} (memory?)`

function vetoOf(result: CheckResult): Veto {
  const { name, outcome, exitCode, failures, output, problem } = result
  const how =
    outcome === 'timeout'
      ? 'did not end in time'
      : outcome !== 'error'
        ? `failed with exit code ${exitCode}`
        : wasKilled(result)
          ? killedText(problem?.message)
          : `cannot be started any more: ${problem?.message}`
  return {
    class: 'check_failed',
    summary: `check ${name} ${how}`,
    signature: `check ${name} ${failures.map(plainLine).join('\n')}`,
    evidence: [lastPart(output)],
  }
}

/** Without the numbers that differ from run to run: durations, addresses, ports, temporary names. */
const plainLine = ({ text }: FailingLine) => text.replace(/\d+(\.\d+)?/g, '0')

const MOST_CHARS = 8_000

const lastPart = (output: string) =>
  output.length <= MOST_CHARS ? output : `…${output.slice(-MOST_CHARS)}`
