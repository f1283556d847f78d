import { describe, expect, it } from 'vitest'
import {
  answer,
  claim,
  does,
  effectOf,
  failure,
  type Project,
  refusal,
  run,
  send,
  signed,
  started,
  status,
  unit,
  wait,
  why,
  wide,
} from '../../test/kernel/project.ts'

describe('budgets', () => {
  const meter = (p: Project, name: string, fence: number, tokens: number) =>
    send(p, {
      type: 'meter',
      effect: `r/${name}#1:work`,
      fence,
      usage: { timeMs: 0, tokens, cost: 0 },
    })

  it.each(['unit', 'gate', 'run', 'day'] as const)(
    'K-50 K-52 K-53 a cap of the %s stops a session in good order and everything that would start',
    kind => {
      const budget = { tokens: 100 }
      const p = wide(
        started(
          [
            { name: 'a', gate: '1', ...(kind === 'unit' && { budget }) },
            {
              name: 'b',
              gate: '1',
              after: ['a'],
              ...(kind === 'unit' && { budget: { tokens: 0 } }),
            },
          ],
          {
            gates: [{ name: '1', ...(kind === 'gate' && { budget }) }],
            policy: kind === 'run' ? { budget } : {},
          },
        ),
      )
      if (kind === 'day') send(p, { type: 'configure', ...signed, budget })
      send(p, { type: 'arm', ...signed, gate: 'r:1' })
      does(p, 'a', 'prepare')
      expect(effectOf(p, 'a', 'work').budget).toEqual({ tokens: 100 })
      const fence = claim(p, 'a', 'work')
      meter(p, 'a', fence, 99)
      expect(effectOf(p, 'a', 'work')).toMatchObject({ budget: { tokens: 1 }, stopping: null })
      meter(p, 'a', fence, 150)
      expect(effectOf(p, 'a', 'work').stopping).toBe('budget')
      send(p, {
        type: 'report',
        effect: 'r/a#1:work',
        fence,
        kind: 'work',
        result: { ok: 'stopped', tree: 'half' },
      })
      expect(unit(p, 'a')).toMatchObject({ status: 'ready', spent: 0, kept: 'half' })
      expect(why(p, 'a')).toMatchObject({ kind: 'budget', scope: { kind }, what: 'tokens' })
      wait(p, 1_000)
      expect(status(p, 'a')).toBe('ready')
      const scope = why(p, 'a') as { scope: { kind: 'day' } }
      send(p, { type: 'override', ...signed, scope: scope.scope, budget: { tokens: 1_000 } })
      expect(effectOf(p, 'a', 'prepare').from).toBe('half')
    },
  )

  it('K-50 a day begins with nothing spent', () => {
    const p = wide(started(['a']))
    send(p, { type: 'configure', ...signed, budget: { tokens: 10 } })
    does(p, 'a', 'prepare')
    meter(p, 'a', claim(p, 'a', 'work'), 10)
    stop(p)
    expect(why(p, 'a')).toMatchObject({ kind: 'budget', scope: { kind: 'day' } })
    wait(p, 86_400_000)
    expect(status(p, 'a')).toBe('preparing')
  })

  const stop = (p: Project) =>
    send(p, {
      type: 'report',
      effect: 'r/a#1:work',
      fence: p.state.fence,
      kind: 'work',
      result: { ok: 'stopped', tree: null },
    })

  it('K-52 a session that nobody has taken yet is over at once', () => {
    const p = wide(started(['a', 'b'], { policy: { budget: { tokens: 10 } } }))
    does(p, 'a', 'prepare')
    does(p, 'b', 'prepare')
    meter(p, 'a', claim(p, 'a', 'work'), 10)
    expect(status(p, 'a')).toBe('working')
    expect(unit(p, 'b')).toMatchObject({ status: 'ready', spent: 0 })
  })

  it('K-54 usage is a sum of the session: doubled it counts once, late it still counts', () => {
    const p = wide(started(['a']))
    does(p, 'a', 'prepare')
    const fence = claim(p, 'a', 'work')
    meter(p, 'a', fence, 40)
    expect(meter(p, 'a', fence, 40)).toEqual([])
    send(p, { type: 'lose', effect: 'r/a#1:work', fence })
    meter(p, 'a', fence, 55)
    expect(unit(p, 'a').usage.tokens).toBe(55)
    expect(run(p).usage.tokens).toBe(55)
  })
})

describe('quotas', () => {
  const quota = failure('quota', { until: '2026-01-01T05:00:00.000Z' })

  it('K-51 no session starts with an agent whose quota is used up', () => {
    const p = wide(
      started([{ name: 'a', agents: ['alpha'] }, { name: 'b', agents: ['alpha'] }, 'c']),
    )
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', quota)
    expect(unit(p, 'a')).toMatchObject({ status: 'ready', spent: 0 })
    const reason = { kind: 'quota', agents: ['alpha'], until: quota.failure.until }
    expect(why(p, 'a')).toEqual(reason)
    does(p, 'b', 'prepare')
    expect(why(p, 'b')).toEqual(reason)
    expect(status(p, 'c')).toBe('preparing')
    wait(p, 5 * 3_600_000)
    expect([status(p, 'a'), status(p, 'b')]).toEqual(['preparing', 'working'])
  })

  it('K-51 the next agent of the chain does the work', () => {
    const p = wide(started([{ name: 'a', agents: ['alpha', 'beta'] }]))
    does(p, 'a', 'prepare')
    expect(effectOf(p, 'a', 'work').agent).toBe('alpha')
    answer(p, 'a', 'work', quota)
    does(p, 'a', 'prepare')
    expect(effectOf(p, 'a', 'work').agent).toBe('beta')
  })

  it('K-51 the breaker stays open twice as long each time, until the agent has worked again', () => {
    const p = wide(started([{ name: 'a', agents: ['alpha'] }]))
    const waits: number[] = []
    const trip = () => {
      does(p, 'a', 'prepare')
      answer(p, 'a', 'work', failure('quota'))
      const until = (why(p, 'a') as { until: string }).until
      waits.push((Date.parse(until) - Date.parse(p.at)) / 1000)
      wait(p, Date.parse(until) - Date.parse(p.at))
    }
    trip()
    trip()
    does(p, 'a', 'prepare', 'work')
    answer(p, 'a', 'judge', failure('check_failed'))
    trip()
    expect(waits).toEqual([30, 60, 30])
  })

  it('K-51 K-53 a person may close the breaker before its time', () => {
    const p = wide(started([{ name: 'a', agents: ['alpha'] }]))
    does(p, 'a', 'prepare')
    answer(p, 'a', 'work', quota)
    send(p, { type: 'override', ...signed, agent: 'alpha' })
    expect(status(p, 'a')).toBe('preparing')
    expect(refusal(p, { type: 'override', ...signed, agent: 'alpha' })).toEqual(['quota-open'])
  })
})
