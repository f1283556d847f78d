// Coverage means the same whichever tool wrote it: files of this repository, lines with hits, functions with hits.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../test/report-fixture.ts'
import { readCobertura } from './cobertura.ts'
import { readLcov } from './lcov.ts'
import type { ReportPlace } from './place.ts'

const files = new Set([
  'src/auth.ts',
  'src/cart.ts',
  'src/shop.cc',
  'src/shop/auth.py',
  'src/Auth.cs',
])
const place: ReportPlace = { root: '/repo', report: 'cov.txt', isFile: path => files.has(path) }

describe('an lcov tracefile', () => {
  it('of Istanbul is read, also where it was written on another machine', () => {
    expect(readLcov(fixture('istanbul.info'), place)).toEqual({
      problems: [],
      coverage: [
        {
          file: 'src/auth.ts',
          lines: [
            [4, 4],
            [5, 4],
            [15, 0],
          ],
          functions: [
            { name: 'login', line: 3, hits: 4 },
            { name: '(anonymous_1)', line: 14, hits: 0 },
          ],
        },
        { file: 'src/cart.ts', lines: [[1, 1]], functions: [] },
      ],
    })
  })

  it('of lcov 2 is read: aliases, commas in names, counters that ran over, runs that add up', () => {
    expect(readLcov(fixture('lcov-2.info'), place)).toEqual({
      problems: [],
      coverage: [
        {
          file: 'src/shop.cc',
          lines: [
            [11, 3],
            [31, 2],
            [32, 0],
            [33, 1000],
          ],
          functions: [
            { name: '_ZN4shop3addEii', line: 10, hits: 3 },
            { name: 'shop::add(int, int)', line: 10, hits: 3 },
            { name: 'shop::pay(int, int)', line: 30, hits: 2 },
          ],
        },
      ],
    })
  })

  it.each([
    ['', 'there is no record in this tracefile', 1],
    ['DA:1,1', 'DA stands before any SF', 1],
    ['SF:src/auth.ts\nDA:1;1\nend_of_record', 'DA:1;1 cannot be read', 2],
    ['SF:src/auth.ts\nDA:one,1\nend_of_record', 'DA:one,1 cannot be read', 2],
    ['SF:src/auth.ts\nDA:1,1\n', 'the last record has no end_of_record', 2],
    ['SF:src/auth.ts\nSF:src/cart.ts\nend_of_record', 'SF stands inside another record', 2],
  ])('%j is told by line', (text, message, line) => {
    expect(readLcov(text, place).problems[0]).toMatchObject({
      severity: 'error',
      message,
      at: { file: 'cov.txt', line },
    })
  })

  it.each(['XX:1', 'constructor:1', 'no colon'])(
    'with %j, a record that nobody knows, is read and says so',
    record => {
      const text = `SF:src/auth.ts\n${record}\nDA:1,2\nend_of_record`
      const { coverage, problems } = readLcov(text, place)
      expect(coverage).toEqual([{ file: 'src/auth.ts', lines: [[1, 2]], functions: [] }])
      expect(problems).toMatchObject([{ severity: 'warning', at: { line: 2 } }])
    },
  )
})

describe('a Cobertura report', () => {
  it('of coverage.py is read, with its source on another machine', () => {
    expect(readCobertura(fixture('coverage-py.xml'), place)).toEqual({
      problems: [],
      coverage: [
        {
          file: 'src/shop/auth.py',
          lines: [
            [1, 1],
            [4, 1],
            [5, 1],
            [7, 0],
          ],
          functions: [],
        },
      ],
    })
  })

  it('of coverlet is read: backslashes, and classes that share a file', () => {
    expect(readCobertura(fixture('coverlet.xml'), place)).toEqual({
      problems: [],
      coverage: [
        {
          file: 'src/Auth.cs',
          lines: [
            [9, 3],
            [10, 3],
            [14, 0],
          ],
          functions: [
            { name: 'Login', line: 9, hits: 3 },
            { name: 'MoveNext', line: 14, hits: 0 },
          ],
        },
      ],
    })
  })

  it('of Istanbul is read, with functions and their own counts', () => {
    const { coverage, problems } = readCobertura(fixture('istanbul-cobertura.xml'), place)
    expect(problems).toEqual([])
    expect(coverage[0]?.functions).toEqual([
      { name: 'login', line: 3, hits: 4 },
      { name: '(anonymous_1)', line: 14, hits: 0 },
    ])
  })

  it.each([
    ['<report name="jacoco"/>', 'report/kind'],
    ['<coverage generated="1"><project/></coverage>', 'report/cobertura'],
    ['<coverage><packages>', 'report/xml'],
    [
      '<coverage><class filename="src/auth.ts"><line number="x"/></class></coverage>',
      'report/cobertura',
    ],
  ])('%j is refused by name and line', (text, code) => {
    expect(readCobertura(text, place).problems).toMatchObject([{ code, at: { line: 1 } }])
  })
})

it('a source inside a source costs nothing but itself', () => {
  const text =
    '<coverage><sources><source>/x<source>src</source></source></sources><class filename="auth.ts"><line number="1" hits="2"/></class></coverage>'
  const { coverage, problems } = readCobertura(text, place)
  expect(problems).toEqual([])
  expect(coverage.map(each => each.file)).toEqual(['src/auth.ts'])
})

describe('any text', () => {
  const sources = ['istanbul.info', 'lcov-2.info', 'coverlet.xml', 'coverage-py.xml']
    .map(fixture)
    .join('')
  const piece = fc
    .tuple(fc.nat(sources.length), fc.nat(200))
    .map(([from, length]) => sources.slice(from, from + length))
  const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 })

  it('is answered, never thrown at, with counts that are counts', () => {
    fc.assert(
      fc.property(text, parts => {
        for (const { coverage } of [
          readLcov(parts.join('\n'), place),
          readCobertura(parts.join(''), place),
          readCobertura(`<coverage>${parts.join('')}`, place),
        ])
          for (const each of coverage)
            for (const [line, hits] of each.lines)
              expect([
                Number.isSafeInteger(line) && line >= 0,
                Number.isSafeInteger(hits) && hits >= 0,
              ]).toEqual([true, true])
      }),
      { numRuns: 500 },
    )
  })
})
