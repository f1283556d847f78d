import { describe, expect, it } from 'vitest'
import {
  answer,
  brief,
  claim,
  does,
  effectIds,
  effectOf,
  failsJudge,
  failure,
  lands,
  project,
  refusal,
  run,
  send,
  signed,
  started,
  status,
  statuses,
  t0,
  toJudge,
  toQueue,
  unit,
  wait,
  why,
  wide,
} from '../../test/kernel/project.ts'
import { due } from './due.ts'

const limits = (prepare: number, work: number, judge: number) =>
  ({ type: 'configure', ...signed, limits: { prepare, work, judge } }) as const

describe('the graph', () => {
  it('K-10 a unit waits, naming what it needs, until that has landed', () => {
    const p = started(['a', { name: 'b', after: ['a'] }])
    expect(why(p, 'b')).toEqual({ kind: 'dependency', units: ['r/a'] })
    does(p, 'a', 'prepare', 'work', 'judge', 'build', 'prove')
    expect(status(p, 'b')).toBe('pending')
    does(p, 'a', 'land')
    expect(status(p, 'b')).toBe('preparing')
  })

  it('K-11 a dependent is based on the tip, which holds what landed last', () => {
    const p = wide(started(['a', 'b', { name: 'c', after: ['a', 'b'] }]))
    lands(p, 'b', 'a')
    expect(effectOf(p, 'c', 'prepare').base).toBe(unit(p, 'a').commit)
    expect(run(p).tip).toBe(unit(p, 'a').commit)
  })

  it('K-22 a finished independent unit lands, and what needs it starts, while a slow one works', () => {
    const p = wide(started(['slow', 'b', { name: 'c', after: ['b'] }]))
    does(p, 'slow', 'prepare')
    lands(p, 'b')
    expect(statuses(p)).toEqual({ slow: 'working', b: 'landed', c: 'preparing' })
  })

  it('K-22 ten units queued behind a slow one all land before it ends', () => {
    const names = Array.from({ length: 10 }, (_, index) => `u${index}`)
    const p = wide(started(['slow', ...names]), 20)
    does(p, 'slow', 'prepare')
    lands(p, ...names)
    expect(run(p).landed).toBe(10)
    expect(status(p, 'slow')).toBe('working')
  })
})

describe('slots', () => {
  it('K-20 preparations, agents and judges have a limit each', () => {
    const p = project()
    send(p, limits(2, 1, 1))
    started(['a', 'b', 'c', 'd'], { on: p })
    expect(effectIds(p)).toEqual(['r/a#1:prepare', 'r/b#1:prepare'])
    expect(why(p, 'c')).toEqual({ kind: 'limit', slot: 'prepare', limit: 2 })
    does(p, 'a', 'prepare')
    does(p, 'b', 'prepare')
    expect(status(p, 'a')).toBe('working')
    expect(why(p, 'b')).toEqual({ kind: 'limit', slot: 'work', limit: 1 })
    does(p, 'a', 'work')
    does(p, 'b', 'work')
    expect(status(p, 'a')).toBe('judging')
    expect(why(p, 'b')).toEqual({ kind: 'limit', slot: 'judge', limit: 1 })
  })

  it('K-20 a judge of candidates takes the same slot as a judge of attempts', () => {
    const p = project()
    send(p, limits(2, 2, 1))
    started(['a', 'b'], { on: p })
    does(p, 'a', 'prepare', 'work', 'judge', 'build')
    does(p, 'b', ...toJudge)
    expect(why(p, 'b')).toEqual({ kind: 'limit', slot: 'judge', limit: 1 })
    expect(effectOf(p, 'a', 'prove').commit).toBe('commit-a-1')
  })

  it('K-23 a prepared workspace keeps its slot, so preparations do not run ahead of agents', () => {
    const p = project()
    send(p, limits(1, 1, 1))
    started(['a', 'b', 'c'], { on: p })
    does(p, 'a', 'prepare')
    does(p, 'b', 'prepare')
    expect(why(p, 'b')).toEqual({ kind: 'limit', slot: 'work', limit: 1 })
    expect(why(p, 'c')).toEqual({ kind: 'limit', slot: 'prepare', limit: 1 })
  })

  it('K-81 a raised limit fills at once, a lowered one lets what runs go on', () => {
    const p = project()
    send(p, limits(1, 1, 1))
    started(['a', 'b', 'c'], { on: p })
    send(p, limits(3, 3, 3))
    expect(effectIds(p)).toHaveLength(3)
    send(p, limits(1, 1, 1))
    expect(effectIds(p)).toHaveLength(3)
    expect(refusal(p, limits(0, 1, 1))).toEqual(['limit-unusable'])
  })

  it('K-21 the longest way to the end goes first, then the first declared', () => {
    const p = project()
    send(p, limits(1, 1, 1))
    started(
      ['leaf', { name: 'head' }, { name: 'tail', after: ['head'] }, { name: 'heavy', weight: 5 }],
      { on: p },
    )
    const order: string[] = []
    for (let step = 0; step < 4; step++) {
      const name = effectIds(p)[0]!.slice(2).split('#')[0]!
      order.push(name)
      lands(p, name)
    }
    expect(order).toEqual(['heavy', 'head', 'leaf', 'tail'])
  })
})

describe('claims', () => {
  it('K-12 the later unit waits and names the holder, across runs too', () => {
    const p = wide(started([{ name: 'a', write: ['src/'] }]))
    started([{ name: 'b', write: ['src/x.ts'] }, 'free'], { on: p, run: 'other' })
    expect(why(p, 'other/b')).toEqual({
      kind: 'claim',
      holder: 'r/a',
      held: 'src',
      wanted: 'src/x.ts',
    })
    expect(status(p, 'other/free')).toBe('preparing')
    lands(p, 'a')
    expect(status(p, 'other/b')).toBe('preparing')
  })

  it('K-12 a unit that waits for a claim holds nobody up who does not', () => {
    const p = wide(started([{ name: 'a', write: ['x'] }, { name: 'b', write: ['x'] }, 'c']))
    expect(statuses(p)).toEqual({ a: 'preparing', b: 'ready', c: 'preparing' })
  })

  it('K-13 claims are held through queue and retry', () => {
    const p = wide(
      started([
        { name: 'a', write: ['x'] },
        { name: 'b', write: ['x'] },
      ]),
    )
    failsJudge(p, 'a')
    expect(unit(p, 'a').attempt).toBe(2)
    expect(why(p, 'b')).toMatchObject({ kind: 'claim', holder: 'r/a' })
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', failure('infrastructure'))
    expect(why(p, 'a')).toMatchObject({ kind: 'backoff' })
    expect(why(p, 'b')).toMatchObject({ kind: 'claim', holder: 'r/a' })
  })

  it('K-14 a blocked unit lets its claims go and resumes on a new base', () => {
    const p = wide(
      started([
        { name: 'a', write: ['x'] },
        { name: 'b', write: ['x'] },
      ]),
    )
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', { ok: 'blocked', brief })
    expect(status(p, 'b')).toBe('preparing')
    send(p, { type: 'answer', by: 'ada', text: 'the left one', unit: 'r/a' })
    expect(why(p, 'a')).toMatchObject({ kind: 'claim', holder: 'r/b' })
    lands(p, 'b')
    expect(effectOf(p, 'a', 'prepare').base).toBe('commit-b-1')
  })

  it('K-14 a unit that ends lets its claims go', () => {
    const p = wide(
      started([
        { name: 'a', write: ['x'] },
        { name: 'b', write: ['x'] },
      ]),
    )
    send(p, { type: 'cancel', ...signed, scope: { kind: 'unit', unit: 'r/a' } })
    expect(status(p, 'b')).toBe('preparing')
  })

  it('K-15 readers share, and a writer waits for them', () => {
    const p = wide(
      started([
        { name: 'a', read: ['lib/'] },
        { name: 'b', read: ['lib/x.ts'] },
        { name: 'c', write: ['lib/x.ts'] },
      ]),
    )
    expect(statuses(p)).toEqual({ a: 'preparing', b: 'preparing', c: 'ready' })
    expect(why(p, 'c')).toMatchObject({ kind: 'claim', holder: 'r/a', held: 'lib' })
  })

  it('K-18 a session widens its claims where they are free, and only so often', () => {
    const policy = { extensionsMost: 1 }
    const p = wide(
      started(
        [
          { name: 'a', write: ['x'] },
          { name: 'b', write: ['y'] },
        ],
        { policy },
      ),
    )
    does(p, 'a', 'prepare')
    const { id: effect } = effectOf(p, 'a', 'work')
    const fence = claim(p, 'a', 'work')
    const widen = (write: string) => ({ type: 'widen', effect, fence, write: [write] }) as const
    expect(refusal(p, widen('y#f'))).toEqual(['claim-held'])
    expect(refusal(p, widen('../y'))).toEqual(['claim-unreadable'])
    send(p, widen('z'))
    expect(unit(p, 'a').claims.write.map(each => each.text)).toEqual(['x', 'z'])
    expect(refusal(p, widen('w'))).toEqual(['claim-extended-enough'])
    started([{ name: 'c', write: ['z'] }], { on: p, run: 'other' })
    expect(why(p, 'other/c')).toMatchObject({ kind: 'claim', holder: 'r/a', held: 'z' })
  })
})

describe('due', () => {
  it('K-5 K-3 asks for the same effects twice, under ids made of unit, attempt and kind', () => {
    const p = wide(started(['a', 'b']))
    does(p, 'b', ...toQueue)
    expect(due(p.state, t0)).toEqual(due(p.state, t0))
    expect(effectIds(p)).toEqual(['r/a#1:prepare', 'r/b#1:build.1'])
  })

  it('K-3 a new attempt is a new session with a new id', () => {
    const p = wide(started(['a']))
    failsJudge(p, 'a')
    expect(effectIds(p)).toEqual(['r/a#2:prepare'])
  })

  it('K-2 a unit has one effect outstanding at every step of its way', () => {
    const p = wide(started([{ name: 'a', review: 'agent' }]))
    const kinds = ['prepare', 'work', 'judge', 'review', 'build', 'prove', 'land'] as const
    for (const kind of kinds) {
      expect(effectIds(p)).toHaveLength(1)
      does(p, 'a', kind)
    }
    expect(status(p, 'a')).toBe('landed')
    expect(effectIds(p)).toEqual([])
  })

  it('K-38 says when to wake, and that is now when the clock was set back', () => {
    const p = wide(started(['a']))
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', failure('infrastructure'))
    expect(due(p.state, t0).wakeAt).toBe('2026-01-01T00:00:30.000Z')
    const earlier = '2025-12-31T00:00:00.000Z'
    expect(due(p.state, earlier).wakeAt).toBe(earlier)
    wait(p, -86_400_000)
    expect(status(p, 'a')).toBe('preparing')
  })
})
