// Seeds that are played on every change. A seed that once failed stays here under the name of what it showed.

import { describe, expect, it } from 'vitest'
import { simulate } from './simulate.ts'

const firstSeed = 1
const seeds = 1_000
const batch = 100

describe('a project in a world where everything goes wrong', () => {
  for (let from = firstSeed; from < firstSeed + seeds; from += batch)
    it(`keeps every rule and ends every run, seeds ${from} to ${from + batch - 1}`, () => {
      for (let seed = from; seed < from + batch; seed++)
        expect(() => simulate(seed), `seed ${seed}`).not.toThrow()
    })
})

describe('seeds that once failed', () => {
  it.each([
    ['K-62 what is landing is not overtaken by a unit that was ahead of it and paused', 3628],
    ['K-75 a gate that awaits review reopens when one of its units is retried', 2532],
  ])('%s (seed %i)', (_rule, seed) => {
    expect(simulate(seed).events.length).toBeGreaterThan(0)
  })
})
