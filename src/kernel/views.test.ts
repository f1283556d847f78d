import { describe, expect, it } from 'vitest'
import {
  answer,
  brief,
  does,
  lands,
  project,
  send,
  signed,
  started,
  t0,
  wide,
} from '../../test/kernel/project.ts'
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
