import { describe, expect, it } from 'vitest'
import { deliveryId, effectId, effectOwner, gateId, isIdName, unitId } from './ids.ts'

describe('ids', () => {
  it.each([unitId('r1', 'FEAT-2026-0001/T01'), 'r1', deliveryId('r1', 2)])(
    'K-3 the owner %s is read back from the id of its effect',
    owner => {
      expect(effectOwner(effectId(owner, 3, 'build.2'))).toBe(owner)
    },
  )

  it('K-3 ids of different kinds never meet', () => {
    const ids = [
      unitId('r', 'a'),
      gateId('r', 'a'),
      deliveryId('r', 1),
      'r',
      effectId('r/a', 1, 'work'),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('K-96 a name keeps clear of the punctuation of ids', () => {
    const good = ['T01', 'FEAT-2026-0001/T01', 'a.b_c@1+2']
    const bad = ['', '.hidden', 'a b', 'a#1', 'a:b', 'a~1', 'x'.repeat(201)]
    expect(good.filter(isIdName)).toEqual(good)
    expect(bad.filter(isIdName)).toEqual([])
  })
})
