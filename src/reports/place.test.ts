// A path in a report is a path of this repository or it is nothing; a wrong file is worse than none.

import { describe, expect, it } from 'vitest'
import { placesIn, repositoryPath } from './place.ts'

const files = new Set(['index.ts', 'src/a.ts', 'packages/web/src/a.ts', 'packages/web/src/b.ts'])
const isFile = (path: string) => files.has(path)
const place = (report: string) => ({ root: '/repo', report, isFile })

describe('a written path', () => {
  it.each([
    ['src/a.ts', 'junit.xml', 'src/a.ts'],
    ['./src/../src/a.ts', 'junit.xml', 'src/a.ts'],
    ['/repo/src/a.ts', 'junit.xml', 'src/a.ts'],
    ['file:///repo/src/a.ts', 'junit.xml', 'src/a.ts'],
    ['src\\a.ts', 'junit.xml', 'src/a.ts'],
    ['src/b.ts', 'packages/web/coverage/lcov.info', 'packages/web/src/b.ts'],
    ['../src/b.ts', 'packages/web/coverage/lcov.info', 'packages/web/src/b.ts'],
    ['/ci/work/repo/packages/web/src/a.ts', 'lcov.info', 'packages/web/src/a.ts'],
    ['C:\\work\\packages\\web\\src\\b.ts', 'lcov.info', 'packages/web/src/b.ts'],
    ['example.com/repo/src/a.ts', 'cover.xml', 'src/a.ts'],
    ['/elsewhere/index.ts', 'lcov.info', undefined],
    ['/usr/include/stdio.h', 'lcov.info', undefined],
    ['../outside.ts', 'lcov.info', undefined],
    ['gone/since.ts', 'lcov.info', 'gone/since.ts'],
    ['', 'lcov.info', undefined],
  ])('%j in %s is %j', (written, report, expected) => {
    expect(repositoryPath(written, place(report))).toBe(expected)
  })

  it('is taken by its word where nobody knows the files', () => {
    const plain = { root: '/repo', report: 'a/junit.xml' }
    expect(repositoryPath('src/x.ts', plain)).toBe('src/x.ts')
    expect(repositoryPath('/repo/src/x.ts', plain)).toBe('src/x.ts')
    expect(repositoryPath('/elsewhere/src/x.ts', plain)).toBeUndefined()
  })
})

describe('the places of a message', () => {
  it('are found in the traces of many tools', () => {
    const trace = [
      'at Object.toBe (/repo/src/a.ts:17:31)',
      ' ❯ src/b.ts:11:25',
      'tests/test_a.py:14: AssertionError',
      'at com.acme.AuthTest.ok(AuthTest.java:22)',
      'no place: 12:30',
    ].join('\n')
    expect([...placesIn(trace)]).toEqual([
      { file: '/repo/src/a.ts', line: 17 },
      { file: 'src/b.ts', line: 11 },
      { file: 'tests/test_a.py', line: 14 },
      { file: 'AuthTest.java', line: 22 },
    ])
  })
})
