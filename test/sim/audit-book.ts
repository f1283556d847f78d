// What the audit knows: tables of its own, filled from events alone and never read from the kernel's indexes.

import { type Claim, parseClaim } from '../../src/base/claims.ts'
import type { Scope } from '../../src/kernel/event.ts'
import type { Limits, UnitSpec } from '../../src/kernel/model.ts'
import { defaultLimits } from '../../src/kernel/policy.ts'

/** Notes what is wrong under the rule that it breaks. */
export type Expect = (holds: boolean, rule: string) => void

export interface Watched {
  readonly id: string
  readonly run: string
  readonly spec: UnitSpec
  write: Claim[]
  readonly read: readonly Claim[]
  isHolding: boolean
  isJudged: boolean
  attempt: number
  consumed: number
  built: Map<number, string>
  passed: Set<number>
  /** The unit whose landing carries it, and whose candidate was proved. */
  carrier: string | null
  landed: string | null
  ended: boolean
  tokens: number
  tokensMost: number
}

export interface WatchedRun {
  tip: string
  /** Position of every commit that was ever the tip. */
  readonly chain: Map<string, number>
  tokens: number
  tokensMost: number
}

export interface Audit {
  readonly units: Map<string, Watched>
  readonly runs: Map<string, WatchedRun>
  readonly gates: Map<string, string>
  readonly paused: Set<string>
  readonly quotas: Set<string>
  readonly leases: Map<string, number>
  limits: Limits
  fence: number
  day: { date: string; tokens: number }
  dayMost: number
}

export function newAudit(): Audit {
  return {
    units: new Map(),
    runs: new Map(),
    gates: new Map(),
    paused: new Set(),
    quotas: new Set(),
    leases: new Map(),
    limits: defaultLimits,
    fence: 0,
    day: { date: '', tokens: 0 },
    dayMost: Infinity,
  }
}

export const scopeKey = (scope: Scope): string =>
  scope.kind === 'project'
    ? 'project'
    : scope.kind === 'run'
      ? `run ${scope.run}`
      : `unit ${scope.unit}`

export const claimsOf = (text: string): readonly Claim[] => {
  const claims = parseClaim(text)
  return 'problem' in claims ? [] : claims
}
