// However an output arrives in pieces, what is kept of it is the same: its beginning and its end.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OutputKeeper, outputText } from './kept-output.ts'

function kept(limit: number, ...pieces: readonly (string | Uint8Array)[]) {
  const keeper = new OutputKeeper(limit)
  for (const piece of pieces) keeper.take(Buffer.from(piece))
  return keeper.result()
}

describe('kept output', () => {
  it('is all of it while it fits', () => {
    expect(kept(10, 'hello', 'world')).toEqual({
      head: 'helloworld',
      tail: '',
      droppedBytes: 0,
      totalBytes: 10,
    })
  })

  it('is head and tail, and says how much lies between', () => {
    const output = kept(10, 'abcdefghijklmnopqrstuvwxyz')
    expect(output).toEqual({ head: 'abcde', tail: 'vwxyz', droppedBytes: 16, totalBytes: 26 })
    expect(outputText(output)).toBe('abcde\n… 16 bytes left out …\nvwxyz')
  })

  it('leaves out a character that the cut goes through', () => {
    expect(kept(10, 'abcdé', 'x'.repeat(20), '€zzz')).toEqual({
      head: 'abcd',
      tail: 'zzz',
      droppedBytes: 6 + 26 - 4 - 3 - 0,
      totalBytes: 6 + 20 + 6,
    })
  })

  it('does not depend on how it was cut into pieces', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 })
    fc.assert(
      fc.property(pieces, fc.integer({ min: 2, max: 64 }), (parts, limit) => {
        expect(kept(limit, ...parts)).toEqual(kept(limit, Buffer.concat(parts)))
      }),
    )
  })

  it('is the true beginning and the true end', () => {
    const words = fc.string({ unit: 'grapheme-ascii', maxLength: 200 })
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (text, half) => {
        const { head, tail, droppedBytes } = kept(2 * half, text)
        const isWhole = text.length <= 2 * half
        expect(head).toBe(isWhole ? text : text.slice(0, half))
        expect(tail).toBe(isWhole ? '' : text.slice(-half))
        expect(head.length + droppedBytes + tail.length).toBe(text.length)
      }),
    )
  })
})
