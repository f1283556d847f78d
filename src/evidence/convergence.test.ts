import { describe, expect, it } from 'vitest'
import type { Status } from '../contract/level.ts'
import { convergence, roundConvergence } from './convergence.ts'

const of = (...statuses: Status[]) => convergence(statuses.map(status => ({ status, weight: 1 })))

describe('convergence', () => {
  it('of the document’s example is 68.8', () => {
    const all: Status[] = [...Array<Status>(5).fill('implemented'), 'partial', 'missing', 'missing']
    expect(roundConvergence(of(...all))).toBe(68.8)
  })

  it('leaves deprecated out and gives broken nothing', () => {
    expect(of('implemented', 'deprecated', 'broken')).toBe(50)
  })

  it('weighs', () => {
    expect(
      convergence([
        { status: 'implemented', weight: 3 },
        { status: 'missing', weight: 1 },
      ]),
    ).toBe(75)
  })

  it('of nothing is whole', () => {
    expect(of()).toBe(100)
    expect(of('deprecated')).toBe(100)
  })

  it('never looks whole before it is: 2,999 of 3,000', () => {
    expect(roundConvergence((100 * 2999) / 3000)).toBe(99.9)
    expect(roundConvergence(100)).toBe(100)
  })
})
