import { expect, it } from 'vitest'
import { asOneText } from './one-text.ts'

it.each([
  ['"/api" + "/v1"', '"/api/v1"'],
  [`'/api' "/v1"`, `'/api/v1'`],
  ['("/api"\n  +\n  "/v1")', '"/api/v1"'],
  ['"/api"', '"/api"'],
  ['"/api" + name', '"/api" + name'],
])('%s is %s', (text, one) => {
  expect(asOneText(text)).toBe(one)
})

it('gives a long list of texts with something else at its end back at once', () => {
  const text = `${'"a"                    '.repeat(40)}name`
  expect(asOneText(text)).toBe(text)
})
