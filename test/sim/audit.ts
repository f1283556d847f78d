// A second opinion: what the events alone must never say.

import type { Event, EventOf } from '../../src/kernel/event.ts'
import type { State, UnitSpec } from '../../src/kernel/model.ts'
import { type Audit, claimsOf, type Expect, scopeKey } from './audit-book.ts'
import { watchUnit } from './audit-unit.ts'

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
    case 'delivery.prepared': {
      const isLanded = [...audit.units.values()].some(({ landed }) => landed === event.tip)
      expect(isLanded, 'K-94 what is delivered was not judged')
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
      isHolding: false,
      isJudged: false,
      attempt: 0,
      consumed: 0,
      built: new Map(),
      passed: new Set(),
      carrier: null,
      landed: null,
      ended: false,
      tokens: 0,
      tokensMost: spec.budget.tokens ?? Infinity,
    })
}
