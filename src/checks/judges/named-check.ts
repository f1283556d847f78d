// Whether a check that passes on the base fails on the work. What fails on the base already is told, and charged to nobody. A check that
// cannot be run is trouble of the world: it neither passes nor fails anybody's work.

import type { CheckResult, FailingLine } from '../../contract/check-result.ts'
import type { Veto } from './model.ts'

export type CheckVerdict =
  | { readonly kind: 'passed' }
  /** It failed on the base too, and so says nothing of the work. */
  | { readonly kind: 'known'; readonly check: string; readonly why: string }
  | { readonly kind: 'veto'; readonly veto: Veto }
  | {
      readonly kind: 'trouble'
      readonly check: string
      readonly why: string
      /** Of what was in the way, where that is known. */
      readonly code: string | undefined
    }

/** `base` is undefined where the check passed, and nobody had to ask. */
export function judgeCheck(after: CheckResult, base: CheckResult | undefined): CheckVerdict {
  const { name, outcome } = after
  if (outcome === 'passed') return { kind: 'passed' }
  if (outcome === 'error') return troubleOf(after)
  if (base?.outcome === 'error') return troubleOf(base)
  if (base !== undefined && base.outcome !== 'passed')
    return { kind: 'known', check: name, why: howOf(base) }
  return { kind: 'veto', veto: vetoOf(after) }
}

const troubleOf = ({ name, problem }: CheckResult): CheckVerdict => ({
  kind: 'trouble',
  check: name,
  why: problem?.message ?? 'nobody can tell what came of it',
  code: problem?.code,
})

const howOf = ({ outcome, exitCode, problem }: CheckResult) =>
  outcome === 'timeout' ? (problem?.message ?? 'it did not end in time') : `exit code ${exitCode}`

function vetoOf({ name, outcome, exitCode, failures, output }: CheckResult): Veto {
  const how = outcome === 'timeout' ? 'did not end in time' : `failed with exit code ${exitCode}`
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
