// What `refresh` of 1,000 resources over some 6,000 Python files costs: cold against reading and hashing the same files and a `scan`, warm
// against `git status` and an empty Node, also where resources ask the whole tree, and whether it grows with the files alone. Prints absolutes, asserts ratios.

import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './lib/bundle.ts'
import { age, SPEC, smallFiles, specOver } from './lib/declared.ts'
import { holdRatio, measure, shownMs } from './lib/measure.ts'
import { compiled, emptyNode, fixpoint, peakMegabytes } from './lib/program.ts'
import { wideFiles } from './lib/wide.ts'
import { pythonLibrary, pythonRepository, run } from './outline/corpora.ts'

const home = mkdtempSync(join(tmpdir(), 'fixpoint-refresh-'))
try {
  await repository()
  widely()
  linearity()
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function repository(): Promise<void> {
  const root = join(home, 'tree')
  const library = pythonLibrary()
  const copies = Math.max(1, Math.round(100e6 / library.sizeBytes))
  copyRepository(pythonRepository(library, copies), root)
  const files = run('git', ['ls-files', '-z'], root).split('\0').slice(0, -1)
  writeFileSync(join(root, SPEC), specOver(root, files, 1_000))
  console.log(`1,000 resources over ${files.length} Python files`)
  coldly(root, files)
  await warm(root, files)
}

/** Git looks at every file of a copy once, as it has at those of a clone. */
function copyRepository(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true })
  run('git', ['status', '--porcelain'], to)
}

function coldly(root: string, files: readonly string[]): void {
  const cache = join(home, 'cold')
  const cold = (...words: readonly string[]) => {
    rmSync(cache, { recursive: true, force: true })
    fixpoint(words, root, cache)
  }
  const times = measure(
    [
      { name: 'read and hash', run: () => hashAll(root, files) },
      { name: 'refresh, cold', run: () => cold('refresh', '--dry-run') },
      { name: 'scan, cold', run: () => cold('scan') },
    ],
    { rounds: 3, warmup: 1 },
  )
  for (const [name, ms] of times) console.log(`${shownMs(ms)}  ${name}`)
  console.log(
    '         (the whole wanted: under 6,000 ms and 400 MB; bench/outline.ts holds the outline)',
  )
  // A scan looks at every text for routes, commands and tables, and reads in depth where it may hold some; no resource here has any.
  holdRatio(
    'a cold scan over a cold refresh',
    times.get('scan, cold')! / times.get('refresh, cold')!,
    4,
  )
  rmSync(cache, { recursive: true, force: true })
  const peak = peakMegabytes(['refresh', '--dry-run'], root, cache)
  holdRatio('megabytes of a cold refresh over 400', peak / 400, 1)
}

function hashAll(root: string, files: readonly string[]): void {
  for (const file of files)
    createHash('sha256')
      .update(readFileSync(join(root, file)))
      .digest('hex')
}

async function warm(root: string, files: readonly string[]): Promise<void> {
  const cache = join(home, 'warm')
  fixpoint(['refresh'], root, cache)
  for (const each of [SPEC, 'fixpoint.state.json']) age(root, each)
  const changed = join(home, 'changed')
  copyRepository(root, changed)
  const refresh = (folder: string) => fixpoint(['refresh', '--dry-run'], folder, cache)
  for (const each of [root, changed]) refresh(each)
  const edited = editsOf(changed, files)
  const one = await bundled('outline/one.ts')
  const times = measure(
    [
      { name: 'git status', run: () => void run('git', ['status', '--porcelain'], root) },
      { name: 'node -e 0', run: () => void emptyNode() },
      ...edited.flatMap(({ file }, at) =>
        edited.findIndex(each => each.file === file) === at
          ? [
              {
                name: `node, and ${file}`,
                run: () => void compiled([one, file], changed, cache),
              },
            ]
          : [],
      ),
      { name: 'nothing changed', run: () => void refresh(root) },
      ...edited.map(each => ({ ...each, run: () => void refresh(changed) })),
    ],
    { rounds: 11, warmup: 2 },
  )
  for (const [name, ms] of times) console.log(`${shownMs(ms)}  ${name}`)
  const limit = 2 * times.get('git status')! + 2 * times.get('node -e 0')!
  holdRatio('nothing changed, over 2 git status + 2 node', times.get('nothing changed')! / limit, 1)
  for (const { name, file } of edited) {
    const ofFile = times.get(`node, and ${file}`)! - times.get('node -e 0')!
    holdRatio(`${name}, over the same + that file`, times.get(name)! / (limit + ofFile), 1)
  }
}

interface Edit {
  readonly name: string
  readonly file: string
  readonly before: (round: number) => void
}

/** One file of a tree is another one in each round, and all others are as they were: one that no resource names, and one that one does. */
function editsOf(root: string, files: readonly string[]): readonly Edit[] {
  const spec = readFileSync(join(root, SPEC), 'utf8')
  const named = files.find(each => spec.includes(`[${each}]`))!
  const other = files.find(
    each => !spec.includes(`[${each}]`) && readFileSync(join(root, each)).length > 10_000,
  )!
  const texts = new Map([named, other].map(each => [each, readFileSync(join(root, each), 'utf8')]))
  const edit = (
    name: string,
    file: string,
    make: (text: string, round: number) => string,
    ageMs = 0,
  ): Edit => ({
    name,
    file,
    before: round => {
      for (const [path, text] of texts) writeFileSync(join(root, path), text)
      writeFileSync(join(root, file), make(texts.get(file)!, round))
      const then = (Date.now() - ageMs) / 1000
      if (ageMs > 0) for (const path of texts.keys()) utimesSync(join(root, path), then, then)
    },
  })
  const longer = (text: string, round: number) => `${text}# ${round}\n`
  const moved = (text: string, round: number) => `# ${round}\n${text}`
  const withFunction = (text: string, round: number) =>
    `${text}\ndef more_${round}():\n    return ${round}\n`
  const withImport = (text: string, round: number) => `${text}\nimport os as os_${round}\n`
  return [
    edit('one file is longer', other, longer),
    edit('its lines have moved', other, moved),
    edit('it has one function more', other, withFunction),
    edit('it has one import more', other, withImport),
    edit('it is longer since a minute', other, longer, 60_000),
    edit('a declared file is longer', named, longer),
    edit('the lines of a declared file have moved', named, moved),
  ]
}

/** Routes, commands, tables and tests are put together from all files, whichever of them has changed. */
function widely(): void {
  const root = join(home, 'wide')
  const files = wideFiles(root, 10_000)
  const cache = join(home, 'wide-cache')
  const refresh = () => void fixpoint(['refresh', '--dry-run'], root, cache)
  fixpoint(['refresh'], root, cache)
  age(root, 'fixpoint.state.json')
  refresh()
  const edited = join(root, files[0]!)
  const text = readFileSync(edited, 'utf8')
  const before = (round: number) =>
    writeFileSync(edited, `${text}\ndef more_${round}(): return 1\n`)
  const times = measure(
    [
      { name: 'git status', run: () => void run('git', ['status', '--porcelain'], root) },
      { name: 'node -e 0', run: () => void emptyNode() },
      { name: 'one of 10,000 files has one function more', before, run: refresh },
    ],
    { rounds: 7 },
  )
  for (const [name, ms] of times) console.log(`${shownMs(ms)}  ${name}`)
  const [status, node, edit] = [...times.values()] as [number, number, number]
  holdRatio(
    'an edit under routes, commands, tables and tests, over 2 git status + 2 node',
    edit / (2 * status + 2 * node),
    9,
  )
}

/** Files and resources grow together; what an empty Node costs is taken off. */
function linearity(): void {
  const sizes = [1_000, 2_000, 4_000]
  const folders = sizes.map(size => {
    const root = join(home, `linear-${size}`)
    smallFiles(root, size, size / 4)
    return root
  })
  const cache = join(home, 'linear')
  const times = measure(
    [
      { name: 'node', run: () => void emptyNode() },
      ...folders.map((root, index) => ({
        name: `${sizes[index]} files`,
        run: () => {
          rmSync(cache, { recursive: true, force: true })
          fixpoint(['refresh', '--dry-run'], root, cache)
        },
      })),
    ],
    { rounds: 7 },
  )
  for (const [name, ms] of times) console.log(`${shownMs(ms)}  cold, ${name}`)
  const [node, small, , large] = [...times.values()] as [number, number, number, number]
  holdRatio('cold refresh of four times the files', (large - node) / (small - node), 4.6)
}
