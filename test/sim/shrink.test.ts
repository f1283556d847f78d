import { describe, expect, it } from 'vitest'
import { replay, ruleOf, shortest, shrink } from './shrink.ts'
import { simulate } from './simulate.ts'

describe('shrinking', () => {
  it('keeps only what is needed to break', () => {
    const items = Array.from({ length: 100 }, (_, index) => index)
    const breaks = (list: readonly number[]) => list.includes(17) && list.includes(83)
    expect(shortest(items, breaks)).toEqual([17, 83])
  })

  it('plays the commands of a game to the same journal', () => {
    const { commands, events } = simulate(5)
    expect(replay(commands)).toEqual({ events, wrong: undefined })
  })

  it('has nothing to say about a game that keeps the rules', () => {
    expect(shrink(simulate(6).commands, 'K-12')).toBe(undefined)
  })

  it('reads the rule out of a message', () => {
    expect(ruleOf('K-12 overlapping claims (unit.started r1/u0)')).toBe('K-12')
  })
})
