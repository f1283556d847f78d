// SPEC.md and the tests speak of the same rules: none without a test, and no test of a rule that is not there.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const self = 'spec-rules.test.ts'
const root = join(import.meta.dirname, '..')

function titlesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && isTest(entry) && entry.name !== self)
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .flatMap(titlesIn)
}

/** Suites are tests that are shared by several stores. */
const isTest = ({ name, parentPath }: { readonly name: string; readonly parentPath: string }) =>
  name.endsWith('.test.ts') || parentPath.endsWith('/suite')

/** The rules that begin the title of a test. */
function titlesIn(text: string): readonly string[] {
  const titles = text.matchAll(
    /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:[A-Z]-\d+ )+)/g,
  )
  return [...titles].flatMap(match => match[2]!.trim().split(' '))
}

function rulesIn(text: string): readonly string[] {
  return [...text.matchAll(/^- \*\*([A-Z]-\d+)\*\*/gm)].map(match => match[1]!)
}

const rules = rulesIn(readFileSync(join(root, 'SPEC.md'), 'utf8'))
const cited = new Set([...titlesBelow('src'), ...titlesBelow('test')])

describe('SPEC.md', () => {
  it('numbers its rules once each', () => {
    expect(rules.length).toBeGreaterThan(40)
    expect(new Set(rules).size).toBe(rules.length)
  })

  it('has a test for every rule', () => {
    expect(rules.filter(rule => !cited.has(rule))).toEqual([])
  })

  it('knows every rule that a test cites', () => {
    expect([...cited].filter(rule => !rules.includes(rule))).toEqual([])
  })
})

describe('the reading of titles', () => {
  it('takes the rules that a title begins with, and no others', () => {
    const text = "it('K-1 K-2 say so', f)\ndescribe(`K-3 x`, f)\nit('tells of K-4', f)"
    expect(titlesIn(text)).toEqual(['K-1', 'K-2', 'K-3'])
  })
})
