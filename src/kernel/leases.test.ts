import { describe, expect, it } from 'vitest'
import {
  claim,
  does,
  effectIds,
  effectOf,
  project,
  refusal,
  send,
  started,
  status,
  toQueue,
  unit,
  wait,
  wide,
} from '../../test/kernel/project.ts'
import { due } from './due.ts'

const prepared = { kind: 'prepare', result: { ok: true } } as const

describe('leases', () => {
  it('K-85 an effect is in one hand at a time, under a token of its own', () => {
    const p = wide(started(['a', 'b']))
    const effect = 'r/a#1:prepare'
    const fence = claim(p, 'a', 'prepare', 'box-1')
    expect(effectOf(p, 'a', 'prepare').lease).toEqual({ holder: 'box-1', fence })
    expect(refusal(p, { type: 'claim', effect, holder: 'box-2' })).toEqual(['lease-held'])
    expect(claim(p, 'b', 'prepare')).toBeGreaterThan(fence)
  })

  it('K-85 K-9 only the holder of the last token is believed', () => {
    const p = wide(started(['a']))
    const effect = 'r/a#1:prepare'
    const old = claim(p, 'a', 'prepare', 'box-1')
    send(p, { type: 'lose', effect, fence: old })
    expect(refusal(p, { type: 'report', effect, fence: old, ...prepared })).toEqual([
      'lease-outdated',
    ])
    const fence = claim(p, 'a', 'prepare', 'box-2')
    expect(refusal(p, { type: 'report', effect, fence: old, ...prepared })).toEqual([
      'lease-outdated',
    ])
    expect(refusal(p, { type: 'lose', effect, fence: old })).toEqual(['lease-outdated'])
    send(p, { type: 'report', effect, fence, ...prepared })
    expect(status(p, 'a')).toBe('working')
  })

  it('K-9 an answer that comes twice changes nothing', () => {
    const p = wide(started(['a']))
    const effect = 'r/a#1:prepare'
    const fence = claim(p, 'a', 'prepare')
    send(p, { type: 'report', effect, fence, ...prepared })
    const [state, asked] = [p.state, due(p.state, p.at)]
    expect(refusal(p, { type: 'report', effect, fence, ...prepared })).toEqual(['effect-over'])
    expect(p.state).toBe(state)
    expect(due(p.state, p.at)).toEqual(asked)
  })

  it('K-9 an answer of another kind is refused', () => {
    const p = wide(started(['a']))
    const fence = claim(p, 'a', 'prepare')
    const judged = { kind: 'judge', result: { ok: true } } as const
    expect(refusal(p, { type: 'report', effect: 'r/a#1:prepare', fence, ...judged })).toEqual([
      'outcome-kind',
    ])
  })

  it('K-86 a session whose lease expired is over and costs no attempt', () => {
    const p = wide(started(['a']))
    does(p, 'a', 'prepare')
    const fence = claim(p, 'a', 'work')
    send(p, { type: 'lose', effect: 'r/a#1:work', fence })
    expect(unit(p, 'a')).toMatchObject({ status: 'ready', spent: 0 })
    wait(p, 30_000)
    expect(effectIds(p)).toEqual(['r/a#2:prepare'])
  })

  it('K-86 every other effect is asked for again under the same id', () => {
    const p = wide(started(['a']))
    does(p, 'a', ...toQueue)
    const fence = claim(p, 'a', 'build')
    send(p, { type: 'lose', effect: 'r/a#1:build.1', fence })
    expect(effectOf(p, 'a', 'build')).toMatchObject({ id: 'r/a#1:build.1', lease: null })
  })
})

describe('drivers', () => {
  it('K-87 one driver at a time; another takes over by naming the token it saw expire', () => {
    const p = project()
    send(p, { type: 'drive', name: 'one' })
    const first = p.state.driver!.fence
    expect(refusal(p, { type: 'drive', name: 'two' })).toEqual(['driver-held'])
    expect(refusal(p, { type: 'drive', name: 'two', over: first + 1 })).toEqual(['driver-held'])
    send(p, { type: 'drive', name: 'two', over: first })
    expect(p.state.driver!.name).toBe('two')
    expect(refusal(p, { type: 'tick', driver: first })).toEqual(['driver-outdated'])
    expect(refusal(p, { type: 'leave', fence: first })).toEqual(['driver-outdated'])
    send(p, { type: 'leave', fence: p.state.driver!.fence })
    expect(refusal(p, { type: 'drive', name: 'one' })).toEqual([])
  })
})
