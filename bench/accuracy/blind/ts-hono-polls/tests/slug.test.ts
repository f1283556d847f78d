import { expect, it } from 'vitest'
import { slugFor } from '../src/lib/slug'

function fixedRandom() {
  return 0.5
}

it('makes a slug that can be read aloud', () => {
  expect(slugFor('Where do we eat?', fixedRandom)).toBe('where-do-we-eat-i000')
})
