import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

describe('the nearest name', () => {
  it.each([
    ['depend_on', 'depends_on'],
    ['filse', 'files'],
    ['Files', 'files'],
    ['atributes', 'attributes'],
    ['x', undefined],
    ['owner', undefined],
  ])('for %s is %s', (word, expected) => {
    expect(nearest(word, ['depends_on', 'files', 'attributes', 'tests'])).toBe(expected)
  })

  it('is the first of equally near ones', () => {
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat')
  })
})
