import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeInJson } from './json-place.ts'

const text = `{
  "a": [1, "x, ]", {"b\\"": true}],
  "n": -1.5e3, "s": "\\\\"
}`

it.each([
  [[], 1, 1],
  [['a'], 2, 8],
  [['a', 1], 2, 12],
  [['a', 2, 'b"'], 2, 28],
  [['n'], 3, 8],
  [['s'], 3, 21],
  [['a', 9], 2, 8],
  [['none', 'x'], 1, 1],
])('%j stands at %i:%i', (path, line, column) => {
  expect(placeInJson(text, path as PropertyKey[])).toEqual({ line, column })
})

it('finds every value of any JSON: what stands there begins with the value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.array(fc.nat(5), { maxLength: 3 }), (json, steps) => {
      const pretty = JSON.stringify(JSON.parse(json), null, 1)
      let value: unknown = JSON.parse(json)
      const path: PropertyKey[] = []
      for (const step of steps) {
        if (value === null || typeof value !== 'object') break
        const key = Array.isArray(value) ? step : Object.keys(value)[step]
        if (key === undefined || !Object.hasOwn(value, key)) break
        path.push(key)
        value = (value as Record<PropertyKey, unknown>)[key]
      }
      const { line, column } = placeInJson(pretty, path)
      const rest = pretty
        .split('\n')
        .slice(line - 1)
        .join('\n')
        .slice(column - 1)
      expect(rest.startsWith(JSON.stringify(value, null, 1).split('\n')[0]!)).toBe(true)
    }),
  )
})
