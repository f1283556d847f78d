import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCodebase } from '../../../code/open.ts'
import type { FailedTest, Mention } from '../../../evidence/facts.ts'
import { failuresAbout } from './failed-tests.ts'

const script = `const { add, Acc } = require('../src/a')
import {
  sub as minus,
} from './b'
test('add', () => { expect(add(1, 2)).toBe(3); });
describe('Acc', () => {
  it('total', () => {
    expect(new Acc().total()).toBe(2)
  })
  it('sums', () => {
    expect(new Acc().sum(add(1, 2))).toBe(2)
  })
  it('less', () => {
    expect(minus(1, 2)).toBe(2)
  })
})
`
const twice = `import { add, sub } from './a'
describe('add', () => {
  describe('of two', () => {
    it('works', () => {
      expect(add(1, 2)).toBe(3)
    })
  })
})
describe('less', () => {
  it('works', () => {
    expect(sub(1, 2)).toBe(3)
  })
})
`
const python = `from a import (
    add,
)
def test_add():
    assert add(1, 2) == 3
def test_total():
    assert Acc().total() == 2
`

async function isAbout(file: string, text: string, name: string, use: [string, number]) {
  const root = mkdtempSync(join(tmpdir(), 'fixpoint-failed-'))
  try {
    writeFileSync(join(root, file), text)
    const codebase = await openCodebase(root, { cacheFolder: undefined })
    const failed: FailedTest = { name, at: { file, line: 1 }, message: 'x' }
    const mention = { name: use[0], at: { file, line: use[1] }, isTest: true, isSkipped: false }
    return failuresAbout([failed], [mention as Mention], codebase).length === 1
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

describe('a test that failed is about what', () => {
  it.each([
    ['a.test.js', script, 'add', 'add', 5, true],
    ['a.test.js', script, 'Acc total', 'add', 5, false],
    ['a.test.js', script, 'Acc sums', 'add', 5, true],
    ['a.test.js', script, 'Acc less', 'sub', 14, true],
    ['a.test.js', script, 'another one', 'add', 5, true],
    ['a.test.js', `${script}const three = add(1, 2)\n`, 'Acc total', 'add', 5, true],
    ['a.test.js', twice, 'add of two works', 'add', 5, true],
    ['a.test.js', twice, 'add > of two > works', 'sub', 11, false],
    ['a.test.js', twice, 'works', 'sub', 11, true],
    ['test_a.py', python, 'test_add', 'add', 5, true],
    ['test_a.py', python, 'test_a.test_add[1-2]', 'add', 5, true],
    ['test_a.py', python, 'test_total', 'add', 5, false],
  ])('it uses, or what nobody can tell: %s, %#', async (file, text, name, use, line, isTold) => {
    expect(await isAbout(file, text, name, [use, line])).toBe(isTold)
  })
})
