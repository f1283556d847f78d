// What a scanner may rely on when it goes from stop to stop: exactly the places that a look at every byte finds, wherever blocks end.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noStops, stopsOf, survey } from './survey.ts'

const stops = '\n()[]{}"\'#\\:;'

/** Whatever a text may hold; the null byte stands for the end of it. */
const texts = fc
  .array(fc.constantFrom(...'\n\r \t\f:;#"(]}x\xe9\xff', '        ', 'words', 'x'.repeat(70)))
  .map(parts => parts.join(''))

describe('a survey', () => {
  it('finds every stop, the first byte of each line that is no space, and the end', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(placesOf(text, 0, stops)).toEqual(placesByLooking(text, 0, stops))
      }),
      { numRuns: 500 },
    )
  })

  it('notes where each line begins', () => {
    fc.assert(
      fc.property(texts, text => {
        const { lineStarts, lineCount } = survey(text, 0, noStops)
        const behindNewlines = Array.from(text.matchAll(/\n/g), each => each.index + 1)
        expect([...lineStarts.subarray(0, lineCount)]).toEqual([0, ...behindNewlines])
      }),
    )
  })

  it('lets the first line begin behind a byte order mark', () => {
    const text = '\xef\xbb\xbf  x(\n'
    expect(placesOf(text, 3, stops)).toEqual(placesByLooking(text, 3, stops))
    expect(placesOf(text, 3, stops)[0]).toBe(5)
  })

  it('closes its list with ends, for who passes over what stands behind the text', () => {
    for (let length = 0; length < 200; length++) {
      const { stops: places } = survey('x'.repeat(length), 0, stopsOf(''))
      const ends = Array.from({ length: 60 }, (_, index) => length + index)
      const from = length === 0 ? 0 : 1
      expect([...places.subarray(from, from + 60)]).toEqual(ends)
    }
  })

  it('knows nothing of the text before, however much longer that was', () => {
    survey(`(${'"\n'.repeat(2_000_000)}`, 0, stopsOf(stops))
    expect(placesOf('a(b)\n', 0, stops)).toEqual([0, 1, 3, 4, 5])
    expect(placesOf('a(b)\n', 0, '')).toEqual([0, 5])
  })

  it('refuses characters that it could not tell from others', () => {
    expect(() => stopsOf('\n\x10 0@P`p')).not.toThrow()
    expect(() => stopsOf('é')).toThrow('no survey stops at all of "é"')
  })
})

function placesOf(text: string, from: number, characters: string): number[] {
  const { stops: places } = survey(text, from, stopsOf(characters))
  return [...places.subarray(0, places.indexOf(text.length) + 1)]
}

function placesByLooking(text: string, from: number, characters: string): number[] {
  const heads = Array.from(text.matchAll(/(?<=[\n\r]) */g), each => each.index + each[0].length)
  const first = from + /^ */.exec(text.slice(from))![0].length
  const marked = Array.from(text, (each, at) => (characters.includes(each) ? at : -1))
  const all = new Set([first, ...heads, ...marked, text.length])
  return [...all].filter(each => each !== -1).sort((a, b) => a - b)
}
