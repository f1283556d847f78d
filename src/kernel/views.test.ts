import { describe, expect, it } from 'vitest'
import {
  answer,
  brief,
  does,
  lands,
  type Project,
  project,
  send,
  signed,
  started,
  t0,
  wide,
} from '../../test/kernel/project.ts'
import { isAtRest, isRunParked } from './standstill.ts'
import { findRow } from './structure/rows.ts'
import { summary } from './summary.ts'

describe('the summary', () => {
  it('K-98 K-6 says for every open unit why it is not further', () => {
    const p = wide(started(['a', { name: 'b', after: ['a'] }, 'c', 'd']))
    lands(p, 'c')
    does(p, 'd', 'prepare')
    answer(p, 'd', 'work', { ok: 'blocked', brief })
    expect(summary(p.state, p.at)).toEqual({
      project: 'test',
      seq: p.state.seq,
      driver: null,
      runs: [
        {
          run: 'r',
          status: 'open',
          outcome: null,
          tip: 'commit-c-1',
          counts: { preparing: 1, pending: 1, landed: 1, blocked: 1 },
          total: 4,
          waiting: [
            {
              unit: 'r/a',
              status: 'preparing',
              reason: { kind: 'effect', effect: 'r/a#1:prepare', holder: null },
            },
            { unit: 'r/b', status: 'pending', reason: { kind: 'dependency', units: ['r/a'] } },
            { unit: 'r/d', status: 'blocked', reason: { kind: 'human', question: 'which?' } },
          ],
          isParked: false,
          gates: [],
          deliveries: [],
          usage: { timeMs: 0, tokens: 0, cost: 0 },
        },
      ],
    })
  })

  it('K-98 a run is parked when nothing moves without a person', () => {
    const p = wide(started([{ name: 'a' }, { name: 'b', after: ['a'] }, 'c']))
    const isParked = () => summary(p.state, t0).runs[0]!.isParked
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', { ok: 'blocked', brief })
    expect(isParked()).toBe(false)
    lands(p, 'c')
    expect(isParked()).toBe(true)
    send(p, { type: 'answer', by: 'ada', text: 'left', unit: 'r/a' })
    expect(isParked()).toBe(false)
    send(p, { type: 'pause', ...signed, scope: { kind: 'project' } })
    expect(isParked()).toBe(false)
  })

  it('K-98 an empty project has nothing to say', () => {
    expect(summary(project().state, t0).runs).toEqual([])
  })
})

describe('the standstill', () => {
  const write = ['src']
  const isParked = (p: Project, run: string) =>
    isRunParked(p.state, findRow(p.state.runs, run)!, p.at)

  /** `r/a` is paused while it is at work, and keeps its claims. */
  function held() {
    const p = wide(started([{ name: 'a', write }]))
    does(p, 'a', 'prepare')
    send(p, { type: 'pause', ...signed, scope: { kind: 'unit', unit: 'r/a' } })
    started([{ name: 'b', write }], { run: 'other', on: p })
    return p
  }

  it('K-98 a run waits for a person where a unit of another run does that holds its claims', () => {
    const p = held()
    expect([isParked(p, 'other'), isAtRest(p.state, p.at)]).toEqual([false, false])
    does(p, 'a', 'work')
    expect([isParked(p, 'r'), isParked(p, 'other'), isAtRest(p.state, p.at)]).toEqual([
      true,
      true,
      true,
    ])
    send(p, { type: 'resume', ...signed, scope: { kind: 'unit', unit: 'r/a' } })
    expect([isParked(p, 'other'), isAtRest(p.state, p.at)]).toEqual([false, false])
  })

  it('K-98 a project without open runs is at rest', () => {
    expect(isAtRest(project().state, t0)).toBe(true)
  })
})
