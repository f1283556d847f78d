// Whatever bytes a file holds, its outline is an answer with places, never an exception.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outline } from './model.ts'
import { outlineOf } from './outline.ts'
import { decodeOutline, encodeOutline, namesIn } from './outline-codec.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const endings = ['py', 'pyi', 'ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'sol']

describe('the outline of a file', () => {
  it('is made by the scanner of its ending', () => {
    const languages = endings.map(end => outlineOf(`a.${end}`, bytesOf('')).language)
    expect([...new Set(languages)]).toEqual(['python', 'typescript', 'javascript', 'solidity'])
  })

  it('comes from the fallback for all other kinds, and is empty without one', () => {
    const go: Outline = { ...outlineOf('a.txt', bytesOf('x')), language: 'go' }
    expect(outlineOf('a.go', bytesOf('func a() {}'), () => go)).toBe(go)
    expect(outlineOf('a.go', bytesOf('func a() {}')).declarations).toEqual([])
  })

  it('of a suspect file is what the fallback sees without problems, else its problems on what the scanner saw', () => {
    const source = bytesOf('function a() {\nclass B {}\n')
    const clean: Outline = { ...outlineOf('a.txt', bytesOf('x')), language: 'tree' }
    const problem = { line: 9, column: 1, message: 'missing }' }
    expect(outlineOf('a.ts', source, () => clean)).toBe(clean)
    const settled = outlineOf('a.ts', source, () => ({ ...clean, problems: [problem] }))
    expect(settled.declarations.map(each => each.name)).toEqual(['a', 'B'])
    expect(settled.problems).toEqual([problem])
  })

  it('keeps decorators that have no name, in the cache too', () => {
    const outline = outlineOf(
      'a.py',
      bytesOf('@(lambda f: f)\n@cached\ndef a():\n    b()\n@(\ndef c'),
    )
    expect(outline.declarations.map(each => each.decorators)).toEqual([['', 'cached'], ['']])
    expect(decodeOutline(encodeOutline(outline))).toEqual(outline)
  })

  it('tells where bytes are no text', () => {
    const invalid = Buffer.concat([
      bytesOf('a = "ä"\n# ok '),
      Buffer.from([0xff, 0xfe]),
      bytesOf('\nb = 1\n'),
    ])
    expect(outlineOf('a.py', invalid).problems).toEqual([
      { line: 2, column: 6, message: 'bytes are not UTF-8' },
    ])
    const saying = (first: string) =>
      outlineOf('a.py', Buffer.concat([bytesOf(first), invalid, bytesOf('def f():\n    go()\n')]))
    expect(saying('# -*- coding: latin-1 -*-\n').problems).toEqual([])
    expect(saying('#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n').problems).toEqual([])
    expect(saying('# coding: utf-8\n').problems).toHaveLength(1)
    expect(saying('a = 1\nb = "coding: latin-1"\n').problems).toHaveLength(1)
    expect(outlineOf('a.py', bytesOf('a = 1\nb\0')).problems).toEqual([
      { line: 2, column: 2, message: 'a null byte: this is no text' },
    ])
  })

  it('reads UTF-16 with its mark, and UTF-8 with its own', () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('def größe(): return 1\n', 'utf16le'),
    ])
    const utf8 = bytesOf('\ufeffdef größe(): return 1\n')
    for (const bytes of [utf16, utf8])
      expect(outlineOf('a.py', bytes).declarations.map(each => each.name)).toEqual(['größe'])
  })
})

describe('any bytes at all', () => {
  const outlineAll = (bytes: Uint8Array) => {
    for (const end of endings) {
      const outline = outlineOf(`a.${end}`, bytes)
      expect(decodeOutline(encodeOutline(outline))).toEqual(outline)
      expect(namesIn(encodeOutline(outline))).toEqual(outline.declarations.map(each => each.name))
      outline.declarations.forEach((each, index) => {
        expect(each.parent).toBeLessThan(outline.declarations.length)
        expect(each.parent).not.toBe(index)
        expect(each.endLine).toBeGreaterThanOrEqual(each.line)
      })
    }
  }

  it('have an outline', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), outlineAll), { numRuns: 200 })
  })

  it('have an outline when they look like code', () => {
    const words =
      'def class function const export import from async return if else default type interface namespace enum contract event => = : ; , . ( ) { } [ ] < > / * + ? ! @ # $ ` \' " """ ${ // /* */ \\ a b 1 as is extends static get abstract'.split(
        ' ',
      )
    const piece = fc.tuple(
      fc.constantFrom(...words),
      fc.constantFrom('', ' ', '\n', '\n  ', '\n    '),
    )
    const source = fc.array(piece, { maxLength: 60 }).map(pieces => bytesOf(pieces.flat().join('')))
    fc.assert(fc.property(source, outlineAll), { numRuns: 1_000 })
  })
})
