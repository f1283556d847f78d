// What the events of a unit must never say.

import { claimsOverlap } from '../../src/base/claims.ts'
import type { Event, EventOf } from '../../src/kernel/event.ts'
import type { State } from '../../src/kernel/model.ts'
import { findRow } from '../../src/kernel/structure/rows.ts'
import { dayOf } from '../../src/kernel/time.ts'
import { isComputedKind } from '../../src/kernel/unit.ts'
import { type Audit, claimsOf, type Expect, type Watched } from './audit-book.ts'

export function watchUnit(
  audit: Audit,
  unit: Watched,
  event: Event,
  after: State,
  expect: Expect,
): void {
  switch (event.type) {
    case 'unit.started':
      started(audit, unit, event, after, expect)
      return
    case 'unit.dispatched':
      expect(!isPaused(audit, unit), 'K-80 a paused unit starts')
      expect(event.agent === null || !audit.quotas.has(event.agent), 'K-51 a closed quota is used')
      expect(
        isComputedKind(unit.spec.kind) || !isSpent(audit, unit, event.at),
        'K-50 a session starts beyond its budget',
      )
      expect(
        isComputedKind(unit.spec.kind) || after.slots.work <= audit.limits.work,
        'K-20 more agents than the limit',
      )
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
    case 'candidate.built':
      unit.built.set(event.candidate, event.commit)
      return
    case 'candidate.passed':
      expect(unit.built.has(event.candidate), 'K-60 a candidate passes unbuilt')
      unit.passed.add(event.candidate)
      return
    case 'unit.landing':
      embarked(audit, unit, event, expect)
      return
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
      unit.consumed = findRow(after.units, unit.id)!.spent
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
    case 'unit.opened':
      expect(unit.landed === null, 'K-49 a landed unit is taken over')
      unit.isHolding = true
      noOverlap(audit, unit, expect)
      return
    case 'unit.closed':
      unit.isHolding = findRow(after.units, unit.id)!.holdsClaims
      return
    case 'unit.submitted':
      expect(unit.landed === null, 'K-4 a landed unit changes')
      expect(event.attempt > unit.attempt, 'K-3 a session serial is used twice')
      unit.attempt = event.attempt
      unit.consumed = 0
      unit.ended = false
      unit.isJudged = false
      unit.isHolding = true
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

function started(
  audit: Audit,
  unit: Watched,
  event: EventOf<'unit.started'>,
  after: State,
  expect: Expect,
): void {
  const run = audit.runs.get(unit.run)!
  expect(!findRow(after.units, unit.id)!.opened, 'K-49 a unit starts that a person has open')
  expect(!unit.ended && unit.landed === null, 'K-4 an ended unit starts')
  expect(event.attempt > unit.attempt, 'K-3 a session serial is used twice')
  expect(unit.consumed < unit.spec.attempts, 'K-31 more attempts than allowed')
  expect(!isPaused(audit, unit), 'K-80 a paused unit starts')
  expect(
    isComputedKind(unit.spec.kind) || !isSpent(audit, unit, event.at),
    'K-50 a session starts beyond its budget',
  )
  const isFree = isComputedKind(unit.spec.kind)
  expect(
    isFree || after.slots.prepare <= audit.limits.prepare,
    'K-20 more preparations than the limit',
  )
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

/** The ref moves to a commit that was proved, and to nothing else. */
function embarked(
  audit: Audit,
  unit: Watched,
  event: EventOf<'unit.landing'>,
  expect: Expect,
): void {
  expect(audit.runs.get(unit.run)!.tip === event.from, 'K-61 a candidate is not on the tip')
  const isProved = [...unit.built].some(
    ([serial, commit]) => commit === event.to && unit.passed.has(serial),
  )
  expect(isProved, 'K-60 the ref moves to what was not judged')
  for (const each of [unit, ...(event.aboard ?? []).map(id => audit.units.get(id)!)]) {
    expect(!isPaused(audit, each), 'K-80 a paused unit lands')
    each.carrier = unit.id
  }
}

function landed(audit: Audit, unit: Watched, event: EventOf<'unit.landed'>, expect: Expect): void {
  expect(unit.landed === null && !unit.ended, 'K-4 a unit lands twice')
  expect(event.commit !== null || !isPaused(audit, unit), 'K-80 a paused unit lands')
  expect(unit.isJudged, 'K-60 a unit lands unjudged')
  unit.isHolding = false
  unit.landed = event.commit ?? ''
  if (event.commit === null) {
    expect(unit.spec.kind === 'read', 'K-60 a change lands without a commit')
    return
  }
  const isBuilt = [...unit.built.values()].includes(event.commit)
  expect(isBuilt && unit.carrier !== null, 'K-60 what lands is not what was judged')
  const run = audit.runs.get(unit.run)!
  run.tip = event.commit
  run.chain.set(event.commit, run.chain.size)
}

function noOverlap(audit: Audit, unit: Watched, expect: Expect): void {
  for (const other of audit.units.values()) {
    if (other === unit || !other.isHolding || !unit.isHolding) continue
    if (isComputedKind(unit.spec.kind) && isComputedKind(other.spec.kind)) continue
    const isFree = ![...unit.write, ...unit.read].some(one =>
      [...other.write, ...other.read].some(
        two => !(unit.read.includes(one) && other.read.includes(two)) && claimsOverlap(one, two),
      ),
    )
    expect(isFree, `K-12 overlapping claims are held by ${unit.id} and ${other.id}`)
  }
}

function isPaused(audit: Audit, unit: Watched): boolean {
  return ['project', `run ${unit.run}`, `unit ${unit.id}`].some(key => audit.paused.has(key))
}

function isSpent(audit: Audit, unit: Watched, at: string): boolean {
  const run = audit.runs.get(unit.run)!
  const today = audit.day.date === dayOf(at) ? audit.day.tokens : 0
  return unit.tokens >= unit.tokensMost || run.tokens >= run.tokensMost || today >= audit.dayMost
}
