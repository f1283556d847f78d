import { describe, expect, it } from 'vitest'
import {
  answer,
  does,
  effectIds,
  effectOf,
  failsJudge,
  failure,
  lands,
  refusal,
  run,
  send,
  signed,
  started,
  status,
  statuses,
  toJudge,
  toProve,
  toQueue,
  unit,
  wait,
  why,
  wide,
} from '../../test/kernel/project.ts'
import type { FailureClass } from './model.ts'

describe('failures of the world', () => {
  it('K-30 back off twice as long each time and consume nothing', () => {
    const p = wide(started(['a']))
    const waits: string[] = []
    for (let trip = 0; trip < 3; trip++) {
      does(p, 'a', 'prepare')
      answer(p, 'a', 'work', failure('infrastructure'))
      const { wait: resting } = unit(p, 'a')
      const ms = Date.parse(resting!.until) - Date.parse(resting!.from)
      waits.push(`${ms / 1000} s`)
      expect(effectIds(p)).toEqual([])
      wait(p, ms - 1)
      expect(why(p, 'a')).toMatchObject({ kind: 'backoff' })
      wait(p, 1)
    }
    expect(waits).toEqual(['30 s', '60 s', '120 s'])
    expect(unit(p, 'a')).toMatchObject({ status: 'preparing', spent: 0, attempt: 4 })
  })

  it('K-30 a step forward starts the back-off anew', () => {
    const p = wide(started(['a']))
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', failure('infrastructure'))
    wait(p, 30_000)
    failsJudge(p, 'a')
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', failure('infrastructure'))
    expect(why(p, 'a')).toMatchObject({ until: '2026-01-01T00:01:00.000Z' })
  })

  it('K-36 eight in a row ask a human, and the work that was done is kept', () => {
    const p = wide(started(['a']))
    does(p, 'a', ...toJudge)
    for (let trip = 0; trip < 8; trip++) {
      answer(p, 'a', 'judge', failure('infrastructure'))
      wait(p, 3_600_000)
    }
    expect(unit(p, 'a')).toMatchObject({ status: 'blocked', stop: 'infrastructure', spent: 0 })
    send(p, { type: 'answer', by: 'ada', text: 'the disk is empty again', unit: 'r/a' })
    expect(effectOf(p, 'a', 'prepare').from).toBe('tree-a-1')
  })

  it.each(['work', 'judge', 'prove'] as const)(
    'K-36 three in a row do where no waiting ends what fails under %s',
    kind => {
      const p = wide(started(['a']))
      const way = [...toProve, 'prove'] as const
      does(p, 'a', ...way.slice(0, way.indexOf(kind)))
      for (let trip = 1; trip <= 3; trip++) {
        if (kind === 'work' && trip > 1) does(p, 'a', 'prepare')
        expect(status(p, 'a')).not.toBe('blocked')
        answer(p, 'a', kind, failure('infrastructure', { isLasting: true }))
        wait(p, 3_600_000)
      }
      expect(unit(p, 'a')).toMatchObject({ status: 'blocked', stop: 'lasting', spent: 0 })
      expect(unit(p, 'a').brief?.question).toContain('infrastructure happened. Waiting does not')
    },
  )

  it.each(['judge', 'prove', 'build', 'land'] as const)(
    'K-39 under %s the same effect is asked for again, and the tree stays',
    kind => {
      const p = wide(started(['a']))
      const way = [...toProve, 'prove', 'land'] as const
      does(p, 'a', ...way.slice(0, way.indexOf(kind)))
      const { id } = effectOf(p, 'a', kind)
      answer(p, 'a', kind, failure('infrastructure'))
      expect(effectIds(p)).toEqual([])
      wait(p, 30_000)
      expect(effectIds(p)).toEqual([id])
      does(p, 'a', ...way.slice(way.indexOf(kind)))
      expect(unit(p, 'a')).toMatchObject({ status: 'landed', attempt: 1, spent: 0 })
    },
  )

  it('K-39 a judge that rests gives its slot to another', () => {
    const p = started(['a', 'b'])
    send(p, { type: 'configure', ...signed, limits: { judge: 1 } })
    does(p, 'a', ...toJudge)
    does(p, 'b', ...toJudge)
    answer(p, 'a', 'judge', failure('infrastructure'))
    expect(effectIds(p)).toEqual(['r/b#1:judge'])
  })
})

describe('failures of the work', () => {
  const classes: readonly FailureClass[] = [
    'no_change',
    'result_invalid',
    'agent_error',
    'timeout',
    'scope',
  ]

  it.each(classes)('K-31 K-33 %s consumes an attempt and is evidence for the next', kind => {
    const p = wide(started(['a']))
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', failure(kind, { details: ['sha256:1'] }))
    expect(unit(p, 'a')).toMatchObject({
      status: 'preparing',
      spent: 1,
      attempt: 2,
      failures: [{ class: kind, summary: `${kind} happened`, details: ['sha256:1'] }],
    })
    expect(effectOf(p, 'a', 'prepare').from).toBe(null)
  })

  it('K-31 attempts end where the budget of attempts does', () => {
    const p = wide(started([{ name: 'a', attempts: 2 }]))
    failsJudge(p, 'a', { signature: 'one' })
    expect(status(p, 'a')).toBe('preparing')
    failsJudge(p, 'a', { signature: 'two' })
    expect(unit(p, 'a')).toMatchObject({ status: 'failed', stop: 'exhausted', attempt: 2 })
    expect(run(p)).toMatchObject({ status: 'finished', outcome: 'failed' })
  })

  it('K-34 the same signature twice running stops early', () => {
    const p = wide(started([{ name: 'a', attempts: 9 }]))
    failsJudge(p, 'a', { signature: 'test x' })
    failsJudge(p, 'a', { signature: 'test y' })
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', failure('infrastructure', { signature: 'test z' }))
    wait(p, 30_000)
    expect(status(p, 'a')).toBe('preparing')
    failsJudge(p, 'a', { signature: 'test y' })
    expect(unit(p, 'a')).toMatchObject({ status: 'failed', stop: 'signature', spent: 3 })
  })

  it('K-34 failures without a signature, or of another class, are not the same', () => {
    const p = wide(started([{ name: 'a', attempts: 9 }]))
    failsJudge(p, 'a')
    failsJudge(p, 'a')
    failsJudge(p, 'a', { signature: 'x' })
    does(p, 'a', ...toJudge)
    answer(p, 'a', 'judge', failure('scope', { signature: 'x' }))
    expect(status(p, 'a')).toBe('preparing')
  })

  it('K-35 progress goes on from the best tree, and two attempts without it stop', () => {
    const p = wide(started([{ name: 'a', attempts: 9, converge: true }]))
    const from = () => effectOf(p, 'a', 'prepare').from
    failsJudge(p, 'a', { metric: 7, signature: 's' })
    expect(from()).toBe('tree-a-1')
    failsJudge(p, 'a', { metric: 4, signature: 's' })
    expect(from()).toBe('tree-a-2')
    failsJudge(p, 'a', { metric: 5 })
    expect(from()).toBe('tree-a-2')
    failsJudge(p, 'a', { metric: 4 })
    expect(unit(p, 'a')).toMatchObject({ status: 'failed', stop: 'plateau', spent: 4 })
  })

  it('K-35 without a measure a converging unit begins afresh', () => {
    const p = wide(started([{ name: 'a', attempts: 9, converge: true }]))
    failsJudge(p, 'a')
    expect(effectOf(p, 'a', 'prepare').from).toBe(null)
  })

  it('K-37 a unit that escalates is blocked with a brief of six parts', () => {
    const p = wide(started([{ name: 'a', attempts: 1, escalate: true }]))
    failsJudge(p, 'a', { details: ['sha256:log'] })
    const { brief, stop } = unit(p, 'a')
    expect(status(p, 'a')).toBe('blocked')
    expect(stop).toBe('exhausted')
    expect(Object.keys(brief!)).toEqual([
      'question',
      'situation',
      'tried',
      'evidence',
      'options',
      'recommendation',
    ])
    expect(brief!.tried).toEqual(['check_failed: check_failed happened'])
    expect(brief!.evidence).toEqual(['sha256:log'])
    expect(why(p, 'a')).toEqual({ kind: 'human', question: brief!.question })
  })

  it('K-46 what a person says reaches the next attempt word for word', () => {
    const p = wide(started([{ name: 'a', attempts: 1, escalate: true }]))
    failsJudge(p, 'a')
    expect(refusal(p, { type: 'answer', by: 'ada', text: ' ', unit: 'r/a' })).toEqual(['unsigned'])
    send(p, { type: 'answer', by: 'ada', text: 'use the *old* parser', unit: 'r/a' })
    expect(unit(p, 'a').notes).toEqual([
      { kind: 'answer', by: 'ada', text: 'use the *old* parser' },
    ])
    expect(unit(p, 'a').spent).toBe(0)
  })
})

describe('reviews', () => {
  it('K-60 a person approves before a unit is queued', () => {
    const p = wide(started([{ name: 'a', review: 'human' }]))
    does(p, 'a', ...toQueue)
    expect(status(p, 'a')).toBe('reviewing')
    expect(why(p, 'a')).toEqual({ kind: 'review' })
    send(p, { type: 'accept', ...signed, unit: 'r/a' })
    expect(effectIds(p)).toEqual(['r/a#1:build.1'])
  })

  it('K-46 comments of a rejection make another attempt and consume none', () => {
    const p = wide(started([{ name: 'a', review: 'human', attempts: 1 }]))
    does(p, 'a', ...toQueue)
    send(p, { type: 'reject', by: 'ada', comments: 'no globals', unit: 'r/a' })
    expect(unit(p, 'a')).toMatchObject({ status: 'preparing', spent: 0, attempt: 2 })
    expect(unit(p, 'a').notes).toEqual([{ kind: 'comment', by: 'ada', text: 'no globals' }])
  })

  it('K-31 the veto of a reviewing agent consumes an attempt', () => {
    const p = wide(started([{ name: 'a', review: 'agent', attempts: 1 }]))
    does(p, 'a', ...toQueue)
    answer(p, 'a', 'review', failure('rejected'))
    expect(unit(p, 'a')).toMatchObject({ status: 'failed', spent: 1 })
  })
})

describe('ends', () => {
  it('K-40 exactly the transitive dependents are skipped, with the cause', () => {
    const p = wide(
      started([
        { name: 'a', attempts: 1 },
        { name: 'b', after: ['a'] },
        { name: 'c', after: ['b'] },
        { name: 'd', after: ['a'] },
        'e',
        { name: 'f', after: ['e'] },
      ]),
    )
    failsJudge(p, 'a')
    expect(statuses(p)).toEqual({
      a: 'failed',
      b: 'skipped',
      c: 'skipped',
      d: 'skipped',
      e: 'preparing',
      f: 'pending',
    })
    expect(['b', 'c', 'd'].map(name => unit(p, name).cause)).toEqual(['r/a', 'r/a', 'r/a'])
    lands(p, 'e', 'f')
    expect(run(p).outcome).toBe('partial')
  })

  it('K-40 a retry that succeeds never passes its dependents through skipped', () => {
    const p = wide(started(['a', { name: 'b', after: ['a'] }]))
    failsJudge(p, 'a')
    lands(p, 'a', 'b')
    expect(p.events.map(event => event.type)).not.toContain('unit.skipped')
  })

  it('K-41 retrying the cause lets its dependents wait again, or names their other cause', () => {
    const p = wide(
      started([
        { name: 'a', attempts: 1 },
        { name: 'x', attempts: 1 },
        { name: 'b', after: ['a'] },
        { name: 'both', after: ['b', 'x'] },
        { name: 'last', after: ['both'] },
      ]),
    )
    failsJudge(p, 'a')
    failsJudge(p, 'x')
    expect(unit(p, 'last').cause).toBe('r/a')
    expect(refusal(p, { type: 'retry', ...signed, unit: 'r/b' })).toEqual(['unit-caused'])
    send(p, { type: 'retry', ...signed, unit: 'r/a' })
    expect(statuses(p)).toMatchObject({ a: 'preparing', b: 'pending', both: 'skipped' })
    expect([unit(p, 'both').cause, unit(p, 'last').cause]).toEqual(['r/x', 'r/x'])
    send(p, { type: 'retry', ...signed, unit: 'r/x' })
    lands(p, 'a', 'x', 'b', 'both', 'last')
    expect(run(p).outcome).toBe('complete')
  })
})
