// A checkout of Windows has the same files with other line endings, and nothing in them is anything else.

import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { standardLibrary } from '../../test/oracles/python.ts'
import { outlineOf as byGrammar } from '../../test/tree.ts'
import type { Outline } from './model.ts'
import { outlineOf as scanned } from './outline.ts'

const told = ({ declarations, imports, exports, problems }: Outline) => ({
  declarations: declarations.map(({ kind, name, line, endLine, isStub, isTest, decorators }) => ({
    ...{ kind, name, line, endLine, isStub, isTest, decorators },
  })),
  imports,
  exports,
  problems,
})

const windows = (text: string) => text.replace(/\r?\n/g, '\r\n')
const apple = (text: string) => text.replace(/\r?\n/g, '\r')
const bytes = (text: string) => Buffer.from(text, 'latin1')

const sources = (pattern: string, most: number) =>
  globSync(pattern)
    .sort()
    .slice(0, most)
    .map(path => [path, readFileSync(path, 'latin1')] as const)

describe('a file with lines that end as in Windows is read alike', () => {
  it.each([
    ['Python', standardLibrary().map(path => [path, readFileSync(path, 'latin1')] as const)],
    ['TypeScript', sources('src/**/*.ts', 2000)],
    ['Solidity', sources('node_modules/@openzeppelin/contracts/**/*.sol', 2000)],
  ])('%s', (_, files) => {
    const others = files.filter(([path, text]) => {
      const plain = text.replace(/\r\n/g, '\n')
      const [one, other] = [plain, windows(plain)].map(each => told(scanned(path, bytes(each))))
      return JSON.stringify(one) !== JSON.stringify(other)
    })
    expect(files.length).toBeGreaterThan(200)
    expect(others.map(([path]) => path)).toEqual([])
  })

  it.each([
    [
      'a.py',
      '# head\ndef go(x):\n    return run(x)\n\ndef stop():\n    raise NotImplementedError\n',
    ],
    [
      'a.js',
      '// head\nexport function go(x) {\n  return run(x)\n}\nfunction stop() {\n  // later\n}\n',
    ],
    ['a.vue', '<script setup>\n// head\nconst go = () => run()\n</script>\n'],
  ])('%s, and with those of old systems of Apple', (path, text) => {
    const [one, other] = [text, apple(text)].map(each => told(scanned(path, bytes(each))))
    expect(one!.declarations.length).toBeGreaterThan(0)
    expect(other).toEqual(one)
  })

  it.each(['c', 'cpp', 'cs', 'go', 'java', 'kt', 'php', 'rb', 'rs', 'swift'])('.%s', extension => {
    const files = sources(`bench/accuracy/**/*.${extension}`, 200)
    const others = files.filter(([path, text]) => {
      const [one, other] = [text, windows(text)].map(each => told(byGrammar(path, each)))
      return JSON.stringify(one) !== JSON.stringify(other)
    })
    expect(files.length).toBeGreaterThan(0)
    expect(others.map(([path]) => path)).toEqual([])
  })
})
