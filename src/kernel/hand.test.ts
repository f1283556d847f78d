import { describe, expect, it } from 'vitest'
import {
  answer,
  brief,
  does,
  effectIds,
  effectOf,
  failsJudge,
  failure,
  lands,
  type Project,
  refusal,
  send,
  signed,
  started,
  status,
  toJudge,
  toQueue,
  unit,
  why,
  wide,
} from '../../test/kernel/project.ts'

const open = (name: string) => ({ type: 'open', ...signed, unit: `r/${name}` }) as const
const close = (name: string) => ({ type: 'close', ...signed, unit: `r/${name}` }) as const
const submit = (name: string, tree = 'mine') =>
  ({ type: 'submit', ...signed, unit: `r/${name}`, tree }) as const
const rewind = (name: string, tree: string) =>
  ({ type: 'rewind', ...signed, unit: `r/${name}`, tree }) as const

/** A unit that has failed for good, and one that needs it. */
function failed(): Project {
  const p = wide(
    started([
      { name: 'a', attempts: 1 },
      { name: 'b', after: ['a'] },
    ]),
  )
  failsJudge(p, 'a')
  expect([status(p, 'a'), status(p, 'b')]).toEqual(['failed', 'skipped'])
  return p
}

function blocked(more: object = {}): Project {
  const p = wide(
    started([
      { name: 'a', write: ['src/a.ts'], ...more },
      { name: 'b', write: ['src'] },
    ]),
  )
  does(p, 'a', 'prepare')
  answer(p, 'a', 'work', { ok: 'blocked', brief })
  return p
}

describe('taking over', () => {
  it('K-49 what a person hands back is judged and landed like any attempt, and costs none', () => {
    const p = failed()
    send(p, open('a'))
    expect(status(p, 'a')).toBe('failed')
    send(p, submit('a'))
    expect(effectOf(p, 'a', 'judge')).toMatchObject({ attempt: 2, base: 'c0', tree: 'mine' })
    expect(unit(p, 'a')).toMatchObject({ hand: 'ada', spent: 0, agent: null })
    expect(status(p, 'b')).toBe('pending')
    does(p, 'a', 'judge', 'build', 'prove', 'land')
    expect(status(p, 'a')).toBe('landed')
    lands(p, 'b')
    expect(p.state.runs.size && status(p, 'b')).toBe('landed')
  })

  it('K-49 where it does not pass a person is asked, and the tree is kept', () => {
    const p = failed()
    send(p, open('a'))
    send(p, submit('a'))
    answer(p, 'a', 'judge', failure('check_failed'))
    expect(unit(p, 'a')).toMatchObject({ status: 'blocked', stop: 'hand', kept: 'mine', spent: 0 })
    expect(unit(p, 'a').brief?.options[0]).toBe('fixpoint open r/a')
    send(p, { type: 'retry', ...signed, unit: 'r/a' })
    expect(effectOf(p, 'a', 'prepare').from).toBe('mine')
    does(p, 'a', ...toJudge)
    expect(unit(p, 'a').hand).toBeUndefined()
  })

  it('K-49 an open unit holds its claims, and leaving changes nothing', () => {
    const p = blocked()
    expect(status(p, 'b')).toBe('preparing')
    expect(refusal(p, open('a'))).toEqual(['claim-held'])
    lands(p, 'b')
    const before = unit(p, 'a')
    send(p, open('a'))
    expect(why(p, 'a')).toEqual({ kind: 'open', by: 'ada' })
    send(p, { type: 'extend', ...signed, run: 'r', units: [{ name: 'c', write: ['src/a.ts'] }] })
    expect(why(p, 'c')).toMatchObject({ kind: 'claim', holder: 'r/a' })
    send(p, close('a'))
    expect(unit(p, 'a')).toEqual(before)
    expect(status(p, 'c')).toBe('preparing')
  })

  it('K-49 nothing of an open unit starts, and only its end may be decided', () => {
    const p = blocked()
    lands(p, 'b')
    send(p, open('a'))
    for (const act of ['retry', 'accept'] as const)
      expect(refusal(p, { type: act, ...signed, unit: 'r/a' })).not.toEqual([])
    expect(refusal(p, { type: 'answer', by: 'ada', text: 'x', unit: 'r/a' })).toEqual(['unit-open'])
    expect(refusal(p, open('a'))).toEqual(['unit-open'])
    expect(refusal(p, rewind('a', 'x'))).toEqual(['unit-open'])
    send(p, { type: 'cancel', ...signed, scope: { kind: 'unit', unit: 'r/a' } })
    expect(unit(p, 'a')).toMatchObject({ status: 'cancelled', holdsClaims: false })
    expect(refusal(p, submit('a'))).toEqual(['unit-not-open'])
    expect(refusal(p, close('a'))).toEqual(['unit-not-open'])
  })

  it('K-49 a unit that waits for its turn starts no session while it is open', () => {
    const p = started(['a', 'b'])
    send(p, { type: 'configure', ...signed, limits: { prepare: 1, work: 1, judge: 1 } })
    const scope = { kind: 'unit', unit: 'r/b' } as const
    send(p, { type: 'pause', ...signed, scope })
    expect(status(p, 'b')).toBe('preparing')
    does(p, 'b', 'prepare')
    const q = started([{ name: 'a' }])
    does(q, 'a', 'prepare')
    answer(q, 'a', 'work', failure('infrastructure'))
    send(q, open('a'))
    send(q, { type: 'tick' })
    q.at = '2026-01-02T00:00:00.000Z'
    send(q, { type: 'tick' })
    expect(effectIds(q)).toEqual([])
    send(q, close('a'))
    expect(effectIds(q)).toEqual(['r/a#2:prepare'])
  })

  it('K-49 a review waits while a person changes what is reviewed, and comes again after', () => {
    const p = wide(started([{ name: 'a', review: 'human' }]))
    does(p, 'a', ...toQueue)
    send(p, open('a'))
    expect(refusal(p, { type: 'accept', ...signed, unit: 'r/a' })).toEqual(['unit-open'])
    send(p, submit('a'))
    does(p, 'a', 'judge')
    expect(status(p, 'a')).toBe('reviewing')
    send(p, { type: 'reject', by: 'bob', comments: 'no', unit: 'r/a' })
    expect(unit(p, 'a')).toMatchObject({ status: 'blocked', stop: 'hand', kept: 'mine' })
  })

  it('K-49 a session at work, an ended unit and one whose needs are missing are refused', () => {
    const p = wide(started(['a', { name: 'b', after: ['a'] }, { name: 'c', kind: 'read' }]))
    expect(refusal(p, open('a'))).toEqual(['unit-at-work'])
    expect(refusal(p, open('b'))).toEqual(['unit-status'])
    send(p, { type: 'fail', ...signed, unit: 'r/b' })
    expect(refusal(p, open('b'))).toEqual(['unit-caused'])
    does(p, 'c', 'prepare')
    answer(p, 'c', 'work', { ok: 'blocked', brief })
    expect(refusal(p, open('c'))).toEqual(['unit-kind'])
    lands(p, 'a')
    expect(refusal(p, open('a'))).toEqual(['unit-status'])
    expect(refusal(p, { ...open('x'), unit: 'r/aa' })).toEqual(['unit-unknown'])
  })

  it('K-75 K-49 a gate that awaits review reopens when something of it is handed back', () => {
    const p = wide(started([{ name: 'a', gate: 'g', attempts: 1 }], { gates: [{ name: 'g' }] }))
    send(p, { type: 'arm', ...signed, gate: 'r:g' })
    failsJudge(p, 'a')
    send(p, open('a'))
    const events = send(p, submit('a'))
    expect(events).toContain('gate.reopened')
  })
})

describe('choosing a tree', () => {
  it('K-42 the next attempt goes on from the tree that a person chose, and only that one', () => {
    const p = wide(started([{ name: 'a', attempts: 3 }]))
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', failure('infrastructure'))
    send(p, rewind('a', 'turn-2'))
    p.at = '2026-01-02T00:00:00.000Z'
    send(p, { type: 'tick' })
    expect(effectOf(p, 'a', 'prepare').from).toBe('turn-2')
    expect(refusal(p, rewind('a', 'turn-1'))).toEqual(['unit-at-work'])
    failsJudge(p, 'a')
    expect(effectOf(p, 'a', 'prepare').from).toBeNull()
  })

  it('K-42 of a unit that ended it is what a retry goes on from', () => {
    const p = failed()
    send(p, rewind('a', 'turn-1'))
    send(p, { type: 'retry', ...signed, unit: 'r/a' })
    expect(effectOf(p, 'a', 'prepare').from).toBe('turn-1')
    does(p, 'a', ...toQueue)
    expect(refusal(p, rewind('a', 'x'))).not.toEqual([])
  })
})
