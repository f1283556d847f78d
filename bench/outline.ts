// How fast outlines are made, against reading and hashing the same files, tree-sitter and ctags in the same run;
// and what a cold and a warm reading of a repository cost. Prints absolutes, asserts ratios.

import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outlineOf } from '../src/code/outline.ts'
import { bundled } from './lib/bundle.ts'
import {
  benchFolder,
  type Corpus,
  pythonLibrary,
  pythonRepository,
  run,
  sizeOf,
  typeScriptPackages,
} from './outline/corpora.ts'
import { hashFile } from './outline/hash.ts'
import { registerPython, treeRows } from './outline/tree.ts'

const ROUNDS = 5
const broken: string[] = []

registerPython()
const library = pythonLibrary()
const perReading = await throughput(library, 'Python')
atMost(`outline of ${library.name} / read and hash`, perReading, 6)
await throughput(typeScriptPackages(), 'TypeScript,JavaScript')
await repository(library)
await linearity(library)
for (const each of broken) console.log(`BROKEN ${each}`)
process.exitCode = broken.length === 0 ? 0 : 1

/** Answers how many times reading and hashing an outline takes. */
async function throughput(corpus: Corpus, language: string): Promise<number> {
  console.log(`\n${corpus.name}: ${corpus.paths.length} files, ${megabytes(corpus.sizeBytes)}`)
  const hashing: number[] = []
  const outlining: number[] = []
  const tags: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    hashing.push(timed(() => corpus.paths.forEach(hashFile)))
    outlining.push(timed(() => corpus.paths.forEach(outlineFile)))
    if (round < 3) tags.push(ctags(corpus, language))
  }
  const tree = await treeTime(corpus)
  const own = median(outlining)
  print('read and hash', median(hashing), own)
  print('outline', own, own)
  print('ast-grep, same rows', tree, own)
  const perReading = own / median(hashing)
  atLeast(`ast-grep / outline of ${corpus.name}`, tree / own, 8)
  const tagging = Math.min(...tags)
  if (Number.isFinite(tagging)) {
    print('ctags', tagging, own)
    atLeast(`ctags / outline of ${corpus.name}`, tagging / own, 2)
  } else console.log('  ctags is not installed: apt-get install universal-ctags')
  return perReading
}

function outlineFile(path: string): void {
  outlineOf(path, readFileSync(path))
}

/** Yields every 64 files: the trees are freed only between turns of the event loop. */
async function treeTime({ paths }: Corpus): Promise<number> {
  const began = performance.now()
  for (const [index, path] of paths.entries()) {
    treeRows(path, readFileSync(path, 'utf8'))
    if (index % 64 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  return performance.now() - began
}

function ctags({ paths }: Corpus, language: string): number {
  const list = join(benchFolder('lists'), `${language.replace(',', '-')}.txt`)
  writeFileSync(list, paths.join('\n'))
  const options = [
    '--options=NONE',
    '--output-format=json',
    '--fields=+neKS',
    `--languages=${language}`,
  ]
  let failed = false
  const took = timed(() => {
    const { error, status } = spawnSync('ctags', [...options, '-L', list, '-f', '-'], {
      maxBuffer: 1 << 30,
    })
    failed = error !== undefined || status !== 0
  })
  return failed ? Number.POSITIVE_INFINITY : took
}

/** What a refresh of the whole takes, and one with nothing changed over git and node, is held by the bench of that name. */
async function repository(corpus: Corpus): Promise<void> {
  const copies = Math.max(1, Math.round(100e6 / corpus.sizeBytes))
  const root = pythonRepository(corpus, copies)
  const files = run('git', ['ls-files', '-z'], root)
    .split('\0')
    .slice(0, -1)
    .map(path => join(root, path))
  console.log(`\nrepository of ${files.length} Python files, ${megabytes(sizeOf(files))}`)
  const hashing: number[] = []
  const outlining: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    hashing.push(timed(() => files.forEach(hashFile)))
    outlining.push(timed(() => files.forEach(outlineFile)))
  }
  print('read and hash', median(hashing), median(outlining))
  print('outline', median(outlining), median(outlining))
  atMost('outline of the repository / read and hash', median(outlining) / median(hashing), 6)
  await processes(root, files)
}

/** A reading with git, cache and all in a process of its own, beside a process that reads and hashes the same files. */
async function processes(root: string, files: readonly string[]): Promise<void> {
  const program = await bundled('outline/child.ts')
  const hasher = await bundled('outline/hash.ts')
  const list = join(benchFolder('lists'), 'repository.txt')
  writeFileSync(list, files.join('\n'))
  const hashing: number[] = []
  const cold: number[] = []
  const unchanged: number[] = []
  const changed: number[] = []
  let peakMegabytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const cache = mkdtempSync(join(tmpdir(), 'fixpoint-bench-'))
    const read = (parsed: number) => {
      peakMegabytes = Math.max(peakMegabytes, child(program, root, cache, parsed).peakMegabytes)
    }
    hashing.push(timed(() => run(process.execPath, [hasher, list])))
    cold.push(timed(() => read(files.length)))
    unchanged.push(timed(() => read(0)))
    appendFileSync(files[0]!, `# ${round}\n`)
    changed.push(timed(() => read(1)))
    run('git', ['checkout', '-q', '--', '.'], root)
    rmSync(cache, { recursive: true })
  }
  const reference = median(hashing)
  print('process that reads and hashes', reference, reference)
  print(`cold (${peakMegabytes} MB at most)`, median(cold), reference)
  print('warm, nothing changed', median(unchanged), reference)
  print('warm, one file changed', median(changed), reference)
  atMost('cold process / one that reads and hashes', median(cold) / reference, 6)
  atMost('warm process / one that reads and hashes', median(unchanged) / reference, 1)
}

interface Cost {
  readonly parsed: number
  readonly peakMegabytes: number
}

function child(program: string, root: string, cache: string, parsed: number): Cost {
  const cost: Cost = JSON.parse(run(process.execPath, [program, root, cache]))
  if (cost.parsed !== parsed) broken.push(`parsed ${cost.parsed} files where ${parsed} had changed`)
  return cost
}

async function linearity(corpus: Corpus): Promise<void> {
  const sizes = [1, 2, 4].map(part => corpus.paths.filter((_, index) => index % 4 < part))
  const times = sizes.map(() => [] as number[])
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, paths] of sizes.entries())
      times[index]!.push(timed(() => paths.forEach(outlineFile)) / sizeOf(paths))
  const [small, , large] = times.map(median)
  console.log(
    `\nper byte at n, 2n, 4n: ${times.map(each => `${(median(each) * 1e6).toFixed(2)} ns`).join(', ')}`,
  )
  atMost('time(4n) / time(n)', (4 * large!) / small!, 4.6)
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

function print(name: string, ms: number, reference: number): void {
  console.log(
    `  ${name.padEnd(30)} ${ms.toFixed(0).padStart(7)} ms ${(ms / reference).toFixed(2).padStart(8)} x`,
  )
}

function atMost(name: string, ratio: number, limit: number): void {
  judge(`${name}: ${ratio.toFixed(2)}, at most ${limit}`, ratio <= limit)
}

function atLeast(name: string, ratio: number, limit: number): void {
  judge(`${name}: ${ratio.toFixed(2)}, at least ${limit}`, ratio >= limit)
}

function judge(sentence: string, holds: boolean): void {
  console.log(`  ${holds ? 'holds ' : 'BROKEN'} ${sentence}`)
  if (!holds) broken.push(sentence)
}

function megabytes(sizeBytes: number): string {
  return `${(sizeBytes / 1e6).toFixed(1)} MB`
}
