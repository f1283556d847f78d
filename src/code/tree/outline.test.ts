import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderOutline } from '../../../test/outline-text.ts'
import { packFor, packs } from '../languages/all.ts'
import type { Outline } from '../model.ts'
import { isParser, openParser } from './grammar.ts'
import { outlineTree } from './outline.ts'

const repository = join(import.meta.dirname, '../../..')
const fixtures = join(repository, 'test/fixtures/languages')

function outlineOf(path: string, text: string): Outline {
  const parser = openParser(packFor(path)!, { project: repository, cache: repository })
  if (!isParser(parser)) throw new Error(parser.message)
  return outlineTree(parser, path, text)
}

const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
const described = files.filter(file => existsSync(join(fixtures, `${file}.outline`))).sort()

describe('the outline of a file', () => {
  it('is described by hand for every language', () => {
    const languages = new Set(described.map(file => packFor(file)?.language))
    expect([...languages].sort()).toEqual(packs.map(pack => pack.language).sort())
  })

  it.each(described)('of %s is what a reader finds in it', file => {
    const text = readFileSync(join(fixtures, file), 'utf8')
    const expected = readFileSync(join(fixtures, `${file}.outline`), 'utf8')
    expect(renderOutline(outlineOf(file, text))).toBe(expected)
  })
})
