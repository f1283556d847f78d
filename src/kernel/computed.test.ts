import { describe, expect, it } from 'vitest'
import {
  answer,
  claim,
  does,
  effectIds,
  effectOf,
  failure,
  run,
  send,
  signed,
  started,
  status,
  statuses,
  unit,
  why,
  wide,
} from '../../test/kernel/project.ts'

describe('what git computes', () => {
  it('K-24 goes on where every agent is at work', () => {
    const p = wide(started(['a', 'b', { name: 'branch', kind: 'branch' }]), 1)
    does(p, 'a', 'prepare')
    expect(status(p, 'branch')).toBe('preparing')
    does(p, 'branch', 'prepare', 'work')
    expect(statuses(p)).toEqual({ a: 'working', b: 'preparing', branch: 'judging' })
    expect(p.state.slots).toEqual({ prepare: 1, work: 1, judge: 1 })
  })

  it('K-20 K-24 is reviewed by an agent that takes a place like any other', () => {
    const branch = { kind: 'branch' as const, review: 'agent' as const }
    const p = wide(started(['one', 'two', 'three'].map(name => ({ name, ...branch }))), 1)
    does(p, 'one', 'prepare', 'work', 'judge')
    does(p, 'two', 'prepare', 'work', 'judge')
    expect(why(p, 'one')).toMatchObject({ kind: 'effect', effect: 'r/one#1:review' })
    expect(why(p, 'two')).toEqual({ kind: 'limit', slot: 'work', limit: 1 })
    expect(p.state.slots.work).toBe(1)
    does(p, 'three', 'prepare', 'work')
    expect(status(p, 'three')).toBe('judging')
    does(p, 'one', 'review')
    expect(why(p, 'two')).toMatchObject({ kind: 'effect', effect: 'r/two#1:review' })
  })

  it('K-24 goes on where nothing is left to spend', () => {
    const units = [{ name: 'a' }, { name: 'branch', kind: 'branch' as const, after: ['a'] }]
    const p = wide(started(units, { policy: { budget: { tokens: 5 } } }))
    does(p, 'a', 'prepare')
    const fence = claim(p, 'a', 'work')
    const { id } = effectOf(p, 'a', 'work')
    const usage = { timeMs: 1, tokens: 9, cost: 1 }
    send(p, { type: 'meter', effect: id, fence, usage })
    const kind = 'work'
    send(p, { type: 'report', effect: id, fence, kind, result: { ok: true, tree: 't' } })
    does(p, 'a', 'judge', 'build', 'prove', 'land')
    does(p, 'branch', 'prepare', 'work', 'judge', 'build', 'prove', 'land')
    expect(run(p).outcome).toBe('complete')
  })

  it('K-25 never waits for another tree that git computes, but for an agent it does', () => {
    const write = ['src/']
    const units = ['one', 'two'].map(name => ({ name, kind: 'branch' as const, write }))
    const p = wide(started([...units, { name: 'agent', write }]))
    expect(statuses(p)).toEqual({ one: 'preparing', two: 'preparing', agent: 'ready' })
    expect(why(p, 'agent')).toMatchObject({ kind: 'claim', holder: 'r/one' })
  })

  it('K-31 K-34 a conflict is not tried again in vain', () => {
    const p = wide(started([{ name: 'branch', kind: 'branch', attempts: 1 }]))
    does(p, 'branch', 'prepare')
    answer(p, 'branch', 'work', failure('candidate_failed'))
    expect(unit(p, 'branch')).toMatchObject({ status: 'failed', attempt: 1 })
  })

  it('K-66 reverts that are ordered together land one after the other', () => {
    const p = wide(started(['a', { name: 'b', after: ['a'] }]))
    for (const name of ['a', 'b'])
      does(p, name, 'prepare', 'work', 'judge', 'build', 'prove', 'land')
    send(p, {
      type: 'revert',
      ...signed,
      reverts: [{ unit: 'r/b' }, { unit: 'r/a', brief: 'why' }],
    })
    expect(effectIds(p)).toEqual(['r/b-revert-2#1:prepare'])
    expect(unit(p, 'a-revert-3').spec).toMatchObject({
      after: ['b-revert-2'],
      brief: 'why',
      attempts: 1,
    })
  })
})
