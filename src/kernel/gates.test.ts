import { describe, expect, it } from 'vitest'
import {
  effectIds,
  gate,
  lands,
  refusal,
  run,
  send,
  signed,
  started,
  status,
  statuses,
  why,
  wide,
} from '../../test/kernel/project.ts'

describe('gates', () => {
  const gated = () =>
    wide(
      started(
        [
          { name: 'a', gate: '1' },
          { name: 'b', gate: '1' },
          { name: 'c', gate: '2', after: ['a'] },
        ],
        { gates: [{ name: '1' }, { name: '2', after: '1' }] },
      ),
    )
  const arm = (name: string) => ({ type: 'arm', ...signed, gate: `r:${name}` }) as const

  it('K-70 nothing starts before a person armed the gate', () => {
    const p = gated()
    expect(effectIds(p)).toEqual([])
    expect(why(p, 'a')).toEqual({ kind: 'gate', gate: 'r:1', status: 'draft' })
    send(p, arm('1'))
    expect(statuses(p)).toEqual({ a: 'preparing', b: 'preparing', c: 'pending' })
    expect(gate(p, '1').status).toBe('running')
  })

  it('K-71 the gate before it comes first', () => {
    const p = gated()
    expect(refusal(p, arm('2'))).toEqual(['gate-order'])
    send(p, arm('1'))
    lands(p, 'a', 'b')
    expect(refusal(p, arm('2'))).toEqual(['gate-order'])
    send(p, { type: 'accept', ...signed, gate: 'r:1' })
    send(p, arm('2'))
    expect(status(p, 'c')).toBe('preparing')
  })

  it('K-72 disarming lets what runs go on and starts nothing new', () => {
    const p = gated()
    send(p, { type: 'configure', ...signed, limits: { prepare: 1 } })
    send(p, arm('1'))
    send(p, { type: 'disarm', ...signed, gate: 'r:1' })
    lands(p, 'a')
    expect(why(p, 'b')).toEqual({ kind: 'gate', gate: 'r:1', status: 'draft' })
    expect(refusal(p, { type: 'disarm', ...signed, gate: 'r:1' })).toEqual(['gate-status'])
    send(p, arm('1'))
    expect(status(p, 'b')).toBe('preparing')
  })

  it('K-73 a gate awaits review when its units have ended, and only a person passes it', () => {
    const p = gated()
    send(p, arm('1'))
    lands(p, 'a')
    expect(refusal(p, { type: 'accept', ...signed, gate: 'r:1' })).toEqual(['gate-status'])
    send(p, { type: 'fail', ...signed, unit: 'r/b' })
    expect(gate(p, '1').status).toBe('awaiting_review')
    expect(run(p).status).toBe('open')
    send(p, { type: 'accept', ...signed, gate: 'r:1' })
    expect(gate(p, '1').status).toBe('passed')
  })

  it('K-73 K-63 a run is not finished while its last gate awaits review', () => {
    const p = wide(started([{ name: 'a', gate: '1' }], { gates: [{ name: '1' }] }))
    send(p, arm('1'))
    lands(p, 'a')
    expect([gate(p, '1').status, run(p).status]).toEqual(['awaiting_review', 'open'])
    send(p, { type: 'accept', ...signed, gate: 'r:1' })
    expect(run(p)).toMatchObject({ status: 'finished', outcome: 'complete' })
  })

  it('K-74 a rejected gate is a draft again, with the comments', () => {
    const p = gated()
    send(p, arm('1'))
    lands(p, 'a', 'b')
    send(p, { type: 'reject', by: 'ada', comments: 'too early', gate: 'r:1' })
    expect(gate(p, '1')).toMatchObject({
      status: 'draft',
      notes: [{ by: 'ada', text: 'too early' }],
    })
    send(p, { type: 'extend', ...signed, run: 'r', units: [{ name: 'd', gate: '1' }] })
    send(p, arm('1'))
    expect(status(p, 'd')).toBe('preparing')
  })

  it('K-75 a retry reopens a gate that awaits review', () => {
    const p = gated()
    send(p, arm('1'))
    lands(p, 'a')
    send(p, { type: 'fail', ...signed, unit: 'r/b' })
    send(p, { type: 'retry', ...signed, unit: 'r/b' })
    expect(gate(p, '1').status).toBe('running')
    lands(p, 'b')
    expect(gate(p, '1').status).toBe('awaiting_review')
  })
})
