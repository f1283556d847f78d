// What an outline and the depth of a file cost by the tree engine, as multiples of parsing the same text, for each language.
// Trees that npm and Python bring along are judged; for other languages the fixtures are measured, which declare something in
// every second line and so show the worst case. Absolute figures are printed, only ratios are judged.

import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeDepth } from '../src/code/depth/depth.ts'
import { packFor, packs } from '../src/code/languages/all.ts'
import type { LanguagePack } from '../src/code/languages/pack.ts'
import { isParser, openParser, type Parser } from '../src/code/tree/grammar.ts'
import { outlineTree } from '../src/code/tree/outline.ts'

const repository = join(import.meta.dirname, '..')
const fixtures = join(repository, 'test/fixtures/languages')
const rounds = 5
const textSize = 200_000
/** An outline reads the tree three times where the parser writes it once, and touches only what it lists. */
const mostOutline = 5

/** Folders of real code, by language. */
const trees: Readonly<Record<string, string>> = {
  typescript: join(repository, 'node_modules/zod/src'),
  javascript: join(repository, 'node_modules/publint'),
  c: join(repository, 'node_modules/tree-sitter/vendor'),
  python: standardLibrary(),
}

function standardLibrary(): string {
  const script = 'import asyncio; print(asyncio.__path__[0])'
  return spawnSync('python3', ['-c', script], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

interface Sample {
  readonly parser: Parser
  readonly isReal: boolean
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

function sampleOf(pack: LanguagePack): Sample {
  const parser = openParser(pack, { cache: repository })
  if (!isParser(parser)) throw new Error(parser.message)
  const tree = trees[pack.language] ?? ''
  const real = tree === '' ? [] : textsOf(tree, pack)
  if (real.length > 0) return { parser, isReal: true, files: real }
  const dense = textsOf(fixtures, pack).filter(({ path }) => !/test/i.test(path))
  return {
    parser,
    isReal: false,
    files: dense.flatMap(each => Array.from({ length: 20 }, () => each)),
  }
}

/** The first files in order, up to a size. */
function textsOf(folder: string, pack: LanguagePack): Sample['files'] {
  const paths = globSync('**/*', { cwd: folder })
    .filter(path => packFor(path) === pack)
    .sort()
  const files: { path: string; text: string }[] = []
  for (let size = 0, at = 0; size < textSize && at < paths.length; at++) {
    const text = readFileSync(join(folder, paths[at]!), 'utf8')
    files.push({ path: paths[at]!, text })
    size += text.length
  }
  return files
}

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

function measure({ parser, isReal, files }: Sample) {
  const outlines = files.map(({ path, text }) => outlineTree(parser, path, text))
  const took = { parse: [] as number[], outline: [] as number[], depth: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    took.parse.push(milliseconds(() => files.map(({ text }) => parser.parse(text))))
    took.outline.push(
      milliseconds(() => files.map(({ path, text }) => outlineTree(parser, path, text))),
    )
    took.depth.push(
      milliseconds(() =>
        files.map(({ path, text }, index) => codeDepth(parser, path, text, outlines[index]!)),
      ),
    )
  }
  const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6
  const speed = (times: readonly number[]) => (megabytes / median(times)) * 1000
  const ratio = (times: readonly number[]) =>
    median(times.map((time, round) => time / took.parse[round]!))
  return {
    language: parser.pack.language,
    code: isReal ? 'real' : 'fixture',
    'parse MB/s': speed(took.parse).toFixed(1),
    'outline MB/s': speed(took.outline).toFixed(1),
    'depth MB/s': speed(took.depth).toFixed(1),
    'outline / parse': Number(ratio(took.outline).toFixed(2)),
    'depth / parse': Number(ratio(took.depth).toFixed(2)),
  }
}

const rows = packs.map(pack => measure(sampleOf(pack)))
console.table(rows)
const slow = rows.filter(row => row.code === 'real' && row['outline / parse'] > mostOutline)
for (const row of slow)
  console.error(
    `${row.language}: an outline costs ${row['outline / parse']} parses, more than ${mostOutline}`,
  )
process.exitCode = slow.length > 0 ? 1 : 0
