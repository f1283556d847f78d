import { describe, expect, it } from 'vitest'
import {
  project,
  refusal,
  run,
  send,
  signed,
  started,
  t0,
  unit,
} from '../../test/kernel/project.ts'
import type { UnitRequest } from './command.ts'
import { decide } from './decide.ts'
import { behaviourVersion } from './policy.ts'

function messages(units: readonly UnitRequest[], more: object = {}): readonly string[] {
  const command = { type: 'start', at: t0, run: 'r', base: 'c0', units, ...more } as const
  const decision = decide(project().state, command)
  return 'refused' in decision ? decision.refused.map(each => each.message) : []
}

describe('starting a run', () => {
  it('K-96 answers every problem of the graph at once', () => {
    expect(
      messages([
        { name: 'a', after: ['b'] },
        { name: 'b', after: ['c'] },
        { name: 'c', after: ['a'] },
        { name: 'd', after: ['d', 'nobody'] },
        { name: 'd' },
        { name: 'e', gate: '3' },
      ]),
    ).toEqual([
      'd is declared more than once',
      'e belongs to gate 3, which is not declared',
      'd needs itself',
      'd needs nobody, which is not there',
      'a → b → c → a is a circle',
    ])
  })

  it('K-96 answers every problem of names, numbers and claims at once', () => {
    expect(
      messages(
        [
          { name: 'a b', write: ['../x', '/etc'] },
          { name: 'c', attempts: 0, weight: Number.NaN, budget: { tokens: -1 } },
          { name: 'd', kind: 'read', write: ['x'] },
        ],
        { run: 'a/b', base: '', policy: { speculation: 0 } },
      ),
    ).toEqual([
      '"a/b" cannot name a run',
      'a/b has no base commit',
      'speculation is 0',
      '"a b" cannot name a unit',
      'a b claims "../x": the path leaves the repository',
      'a b claims "/etc": the path is absolute; claims are relative to the repository',
      'the tokens budget of c is -1',
      'c has 0 attempts',
      'c weighs NaN',
      'd only reads, yet claims x for writing',
    ])
  })

  it('K-96 a need in a later gate could never be met', () => {
    const gates = [{ name: '1' }, { name: '2', after: '1' }]
    const units = [
      { name: 'a', gate: '1', after: ['b'] },
      { name: 'b', gate: '2' },
    ]
    expect(messages(units, { gates })).toEqual(['a needs b, which belongs to a later gate'])
    expect(messages([{ name: 'a' }], { gates: [{ name: '1', after: '2' }] })).toEqual([
      'gate 1 comes after 2, which is not declared before it',
    ])
  })

  it('K-96 a chain of 20,000 units is no problem', () => {
    const units = Array.from({ length: 20_000 }, (_, index) => ({
      name: `u${index}`,
      after: index === 0 ? [] : [`u${index - 1}`],
    }))
    expect(messages(units)).toEqual([])
  })

  it('K-96 a run and its units have names of their own', () => {
    const p = started(['a'])
    const start = { type: 'start', run: 'r', base: 'c0', units: [{ name: 'b' }] } as const
    expect(refusal(p, start)).toEqual(['run-exists'])
    expect(refusal(p, { ...start, run: 's', units: [] })).toEqual(['run-empty'])
    const extend = { type: 'extend', ...signed, run: 'r' } as const
    expect(refusal(p, { ...extend, units: [{ name: 'a' }] })).toEqual(['unit-twice'])
    send(p, { ...extend, units: [{ name: 'b', after: ['a'] }] })
    expect(unit(p, 'b')).toMatchObject({ status: 'pending', missing: 1 })
  })

  it('K-97 records the version of the decisions, and every default', () => {
    const p = started([{ name: 'a', write: ['./x/'] }])
    expect(run(p).behaviour).toBe(behaviourVersion)
    expect(p.events[0]).toMatchObject({
      type: 'run.started',
      behaviour: behaviourVersion,
      units: [{ attempts: 3 }],
    })
  })

  it('K-96 a time that is none is refused', () => {
    const decision = decide(project().state, { type: 'tick', at: 'yesterday' })
    expect('refused' in decision && decision.refused[0]!.code).toBe('command-time')
  })
})
