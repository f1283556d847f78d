// A second opinion: what the events alone must never say, kept in tables of its own and never read from the kernel's indexes.

import { type Claim, claimsOverlap, parseClaim } from '../../src/base/claims.ts'
import type { Event, EventOf, Scope } from '../../src/kernel/event.ts'
import type { Limits, State, UnitSpec } from '../../src/kernel/model.ts'
import { defaultLimits } from '../../src/kernel/policy.ts'
import { dayOf } from '../../src/kernel/time.ts'

interface Watched {
  readonly id: string
  readonly run: string
  readonly spec: UnitSpec
  write: Claim[]
  readonly read: readonly Claim[]
  stage: string
  isHolding: boolean
  isJudged: boolean
  attempt: number
  consumed: number
  built: Map<number, string>
  passed: Set<number>
  landed: string | null
  ended: boolean
  tokens: number
  tokensMost: number
}

interface WatchedRun {
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

/** Takes note of one event and answers what is wrong with it. `after` is only asked how many slots are taken. */
export function watch(audit: Audit, event: Event, after: State): readonly string[] {
  const wrong: string[] = []
  const expect = (holds: boolean, rule: string) => {
    if (!holds) wrong.push(`${rule} (${event.type} ${'unit' in event ? event.unit : ''})`)
  }
  const unit = 'unit' in event ? audit.units.get(event.unit) : undefined
  if (unit) watchUnit(audit, unit, event, after, expect)
  else watchRest(audit, event, expect)
  return wrong
}

type Expect = (holds: boolean, rule: string) => void

function watchUnit(audit: Audit, unit: Watched, event: Event, after: State, expect: Expect): void {
  switch (event.type) {
    case 'unit.started':
      started(audit, unit, event, after, expect)
      return
    case 'unit.dispatched':
      expect(!isPaused(audit, unit), 'K-80 a paused unit starts')
      expect(event.agent === null || !audit.quotas.has(event.agent), 'K-51 a closed quota is used')
      expect(!isSpent(audit, unit, event.at), 'K-50 a session starts beyond its budget')
      expect(after.slots.work <= audit.limits.work, 'K-20 more agents than the limit')
      return
    case 'unit.reviewing':
      expect(after.slots.work <= audit.limits.work, 'K-20 more agents than the limit')
      return
    case 'unit.judging':
    case 'candidate.proving':
      expect(after.slots.judge <= audit.limits.judge, 'K-20 more judges than the limit')
      return
    case 'unit.judged':
      unit.isJudged = true
      return
    case 'unit.queued' as never:
      return
    case 'candidate.built':
      unit.built.set(event.candidate, event.commit)
      return
    case 'candidate.passed':
      expect(unit.built.has(event.candidate), 'K-60 a candidate passes unbuilt')
      unit.passed.add(event.candidate)
      return
    case 'unit.landing':
      expect(!isPaused(audit, unit), 'K-80 a paused unit lands')
      {
        expect(audit.runs.get(unit.run)!.tip === event.from, 'K-61 a candidate is not on the tip')
        return
      }
    case 'unit.landed':
      landed(audit, unit, event, expect)
      return
    case 'attempt.failed':
      unit.consumed += Number(event.isConsumed)
      expect(unit.consumed <= unit.spec.attempts, 'K-31 more attempts than allowed')
      if (event.next !== 'retry') unit.isHolding = false
      if (event.next === 'fail') unit.ended = true
      unit.isJudged = false
      return
    case 'unit.blocked':
      unit.isHolding = false
      return
    case 'unit.answered':
      unit.consumed = after.units.size > 0 ? spentOf(after, unit.id) : 0
      return
    case 'unit.failed':
    case 'unit.skipped':
    case 'unit.cancelled':
      expect(unit.landed === null, 'K-4 a landed unit changes')
      unit.ended = true
      unit.isHolding = false
      return
    case 'unit.restored':
      expect(unit.landed === null, 'K-4 a landed unit changes')
      unit.ended = false
      unit.consumed = 0
      unit.isHolding = false
      return
    case 'claim.extended':
      unit.write = [...unit.write, ...event.write.flatMap(claimsOf)]
      noOverlap(audit, unit, expect)
      return
    case 'usage.recorded':
      unit.tokens += event.usage.tokens
      audit.runs.get(unit.run)!.tokens += event.usage.tokens
      if (audit.day.date !== dayOf(event.at)) audit.day = { date: dayOf(event.at), tokens: 0 }
      audit.day.tokens += event.usage.tokens
      return
  }
}

function spentOf(state: State, id: string): number {
  for (const chunk of state.units.chunks)
    for (const unit of chunk) if (unit.id === id) return unit.spent
  return 0
}

function started(
  audit: Audit,
  unit: Watched,
  event: EventOf<'unit.started'>,
  after: State,
  expect: Expect,
): void {
  const run = audit.runs.get(unit.run)!
  expect(!unit.ended && unit.landed === null, 'K-4 an ended unit starts')
  expect(event.attempt > unit.attempt, 'K-3 a session serial is used twice')
  expect(unit.consumed < unit.spec.attempts, 'K-31 more attempts than allowed')
  expect(!isPaused(audit, unit), 'K-80 a paused unit starts')
  expect(!isSpent(audit, unit, event.at), 'K-50 a session starts beyond its budget')
  expect(after.slots.prepare <= audit.limits.prepare, 'K-20 more preparations than the limit')
  const gate = unit.spec.gate && audit.gates.get(`${unit.run}:${unit.spec.gate}`)
  expect(
    gate !== 'draft' && gate !== 'awaiting_review',
    'K-70 a unit starts before its gate is armed',
  )
  for (const need of unit.spec.after) {
    const commit = audit.units.get(`${unit.run}/${need}`)!.landed
    const isThere =
      commit !== null && (commit === '' || run.chain.get(commit)! <= run.chain.get(event.base)!)
    expect(isThere, 'K-11 the base lacks what the unit needs')
  }
  unit.attempt = event.attempt
  unit.isHolding = true
  unit.isJudged = false
  noOverlap(audit, unit, expect)
}

function landed(audit: Audit, unit: Watched, event: EventOf<'unit.landed'>, expect: Expect): void {
  expect(unit.landed === null && !unit.ended, 'K-4 a unit lands twice')
  expect(unit.isJudged, 'K-60 a unit lands unjudged')
  unit.isHolding = false
  unit.landed = event.commit ?? ''
  if (event.commit === null) {
    expect(unit.spec.kind === 'read', 'K-60 a change lands without a commit')
    return
  }
  const serial = [...unit.built].find(([, commit]) => commit === event.commit)?.[0]
  const isProved = [...unit.built].some(
    ([each, commit]) => commit === event.commit && unit.passed.has(each),
  )
  expect(serial !== undefined && isProved, 'K-60 what lands is not what was judged')
  const run = audit.runs.get(unit.run)!
  run.tip = event.commit
  run.chain.set(event.commit, run.chain.size)
}

function noOverlap(audit: Audit, unit: Watched, expect: Expect): void {
  for (const other of audit.units.values()) {
    if (other === unit || !other.isHolding || !unit.isHolding) continue
    const isFree = ![...unit.write, ...unit.read].some(one =>
      [...other.write, ...other.read].some(
        two => !(unit.read.includes(one) && other.read.includes(two)) && claimsOverlap(one, two),
      ),
    )
    expect(isFree, `K-12 overlapping claims are held by ${unit.id} and ${other.id}`)
  }
}

const scopeKey = (scope: Scope): string =>
  scope.kind === 'project'
    ? 'project'
    : scope.kind === 'run'
      ? `run ${scope.run}`
      : `unit ${scope.unit}`

function isPaused(audit: Audit, unit: Watched): boolean {
  return ['project', `run ${unit.run}`, `unit ${unit.id}`].some(key => audit.paused.has(key))
}

function isSpent(audit: Audit, unit: Watched, at: string): boolean {
  const run = audit.runs.get(unit.run)!
  const today = audit.day.date === dayOf(at) ? audit.day.tokens : 0
  return unit.tokens >= unit.tokensMost || run.tokens >= run.tokensMost || today >= audit.dayMost
}

const claimsOf = (text: string): readonly Claim[] => {
  const claims = parseClaim(text)
  return 'problem' in claims ? [] : claims
}

function watchRest(audit: Audit, event: Event, expect: Expect): void {
  switch (event.type) {
    case 'run.started':
      audit.runs.set(event.run, {
        tip: event.base,
        chain: new Map([[event.base, 0]]),
        tokens: 0,
        tokensMost: event.policy.budget.tokens ?? Infinity,
      })
      for (const gate of event.gates) audit.gates.set(`${event.run}:${gate.name}`, 'draft')
      {
        addUnits(audit, event.run, event.units)
        return
      }
    case 'run.extended':
      addUnits(audit, event.run, event.units)
      return
    case 'run.moved': {
      const run = audit.runs.get(event.run)!
      run.tip = event.tip
      run.chain.set(event.tip, run.chain.size)
      return
    }
    case 'run.finished': {
      const units = [...audit.units.values()].filter(unit => unit.run === event.run)
      expect(
        units.every(unit => unit.ended || unit.landed !== null),
        'K-63 a run ends too early',
      )
      const gates = [...audit.gates].filter(([id]) => id.startsWith(`${event.run}:`))
      const isReviewed = gates.every(([, status]) => status !== 'awaiting_review')
      expect(isReviewed, 'K-73 a run ends before its gate is passed')
      const isWhole = units.every(unit => unit.landed !== null)
      expect(event.outcome !== 'complete' || isWhole, 'K-63 an incomplete run is complete')
      return
    }
    case 'paused':
      audit.paused.add(scopeKey(event.scope))
      return
    case 'resumed':
      audit.paused.delete(scopeKey(event.scope))
      return
    case 'quota.opened':
      audit.quotas.add(event.agent)
      return
    case 'quota.closed':
      audit.quotas.delete(event.agent)
      return
    case 'project.configured':
      audit.limits = event.limits ?? audit.limits
      audit.dayMost = event.budget?.tokens ?? audit.dayMost
      return
    case 'budget.raised':
      raise(audit, event)
      return
    case 'gate.armed':
    case 'gate.disarmed':
    case 'gate.started':
    case 'gate.reached':
    case 'gate.reopened':
    case 'gate.passed':
    case 'gate.rejected':
      audit.gates.set(event.gate, gateStatus[event.type])
      return
    case 'driver.took':
    case 'lease.claimed':
      expect(event.fence > audit.fence, 'K-85 a fence is given out twice')
      audit.fence = event.fence
      if (event.type === 'lease.claimed') audit.leases.set(event.effect, event.fence)
      return
    case 'lease.lost':
      expect(audit.leases.get(event.effect) === event.fence, 'K-85 a lease is lost by another')
      return
  }
}

const gateStatus = {
  'gate.armed': 'armed',
  'gate.disarmed': 'draft',
  'gate.started': 'running',
  'gate.reached': 'awaiting_review',
  'gate.reopened': 'running',
  'gate.passed': 'passed',
  'gate.rejected': 'draft',
} as const

function raise(audit: Audit, event: EventOf<'budget.raised'>): void {
  const { scope, budget } = event
  if (budget.tokens === undefined) return
  if (scope.kind === 'unit') audit.units.get(scope.unit)!.tokensMost = budget.tokens
  if (scope.kind === 'run') audit.runs.get(scope.run)!.tokensMost = budget.tokens
  if (scope.kind === 'day') audit.dayMost = budget.tokens
}

function addUnits(audit: Audit, run: string, specs: readonly UnitSpec[]): void {
  for (const spec of specs)
    audit.units.set(`${run}/${spec.name}`, {
      id: `${run}/${spec.name}`,
      run,
      spec,
      write: spec.write.flatMap(claimsOf),
      read: spec.read.flatMap(claimsOf),
      stage: '',
      isHolding: false,
      isJudged: false,
      attempt: 0,
      consumed: 0,
      built: new Map(),
      passed: new Set(),
      landed: null,
      ended: false,
      tokens: 0,
      tokensMost: spec.budget.tokens ?? Infinity,
    })
}
