// Whether several threads are worth their start: a cold refresh of a tree that only grammars read, on one thread and on as many as the
// machine has. The tree is the labelled corpora over and over, every file a little different. Prints absolutes, asserts the ratio.

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdRatio, measure, shownMs } from './lib/measure.ts'
import { fixpoint } from './lib/program.ts'

const COPIES = 4
const treeRead = /\.(go|rs|java|kt|cs|rb|php|swift|c|h|cc|cpp|hpp)$/

const home = mkdtempSync(join(tmpdir(), 'fixpoint-together-'))
try {
  const root = join(home, 'tree')
  const bytes = makeTree(root)
  console.log(`${(bytes / 1e6).toFixed(1)} MB that grammars read, ${availableParallelism()} cores`)
  const times = measure(
    ['1', '0'].map(parallelism => ({
      name: parallelism === '1' ? 'one thread' : 'as many as the machine has',
      run: () => {
        const cache = join(home, 'cache')
        rmSync(cache, { recursive: true, force: true })
        fixpoint(['refresh', '--dry-run', '--parallelism', parallelism], root, cache)
      },
    })),
    { rounds: 3, warmup: 1 },
  )
  for (const [name, ms] of times) console.log(`${shownMs(ms)}  ${name}`)
  const [alone, together] = [...times.values()] as [number, number]
  // A single core has nothing to gain, and must not lose: there is one thread then.
  holdRatio('several threads over one', together / alone, availableParallelism() > 1 ? 0.75 : 1.1)
} finally {
  rmSync(home, { recursive: true, force: true })
}

function makeTree(root: string): number {
  let bytes = 0
  for (const corpus of ['corpus', 'blind', 'third']) {
    const from = join(import.meta.dirname, 'accuracy', corpus)
    for (let copy = 0; copy < COPIES; copy++) {
      const to = join(root, `${corpus}${copy}`)
      mkdirSync(root, { recursive: true })
      cpSync(from, to, { recursive: true })
      for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' }))
        if (treeRead.test(file)) bytes += makeDifferent(join(to, file), copy)
    }
  }
  writeFileSync(
    join(root, 'fixpoint.spec.yaml'),
    'version: "1"\nresources:\n  module:\n    all: { files: [corpus0/go-shortlink/go.mod], require: present }\n',
  )
  return bytes
}

function makeDifferent(file: string, copy: number): number {
  const text = `${readFileSync(file, 'utf8')}\n// ${copy}\n`
  writeFileSync(file, text)
  return text.length
}
