// Writes freeze*.json, the fingerprints of the labelled corpora, or with --check compares the
// corpora with them and fails when anything moved. Never changes a label or a file of a corpus.
//
//   node bench/accuracy/freeze.ts [--check] [FOLDER]

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sha256 } from '../../src/base/hash.ts'
import { compareText } from '../../src/base/order.ts'
import { type Half, halfOf, type Label, readLabels } from './labels.ts'

interface Corpus {
  readonly folder: string
  readonly record: string
  readonly half: (label: Label) => Half
}

/** Nothing of the later three was there to tune with when they were frozen: all of each is held out. */
const corpora: readonly Corpus[] = [
  { folder: 'corpus', record: 'freeze.json', half: halfOf },
  { folder: 'blind', record: 'freeze-blind.json', half: () => 'held-out' },
  { folder: 'third', record: 'freeze-third.json', half: () => 'held-out' },
  { folder: 'fourth', record: 'freeze-fourth.json', half: () => 'held-out' },
]

interface Freeze {
  readonly labels: Readonly<Record<Half, number>>
  /** Held-out labels and the code they speak of. Stays the same when a tuning label is corrected. */
  readonly heldOut: string
  /** Every label and every file, the label files with their reasons included. */
  readonly all: string
  readonly files: Readonly<Record<string, string>>
}

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = resolve(positionals[0] ?? fileURLToPath(new URL('.', import.meta.url)))

if (values.check) report(corpora.flatMap(differences))
else for (const corpus of corpora) write(corpus)

function write(corpus: Corpus): void {
  writeFileSync(join(folder, corpus.record), `${JSON.stringify(freeze(corpus), null, 2)}\n`)
}

function freeze(corpus: Corpus): Freeze {
  const root = join(folder, corpus.folder)
  const labels = readLabels(root)
  const heldOut = labels.filter(label => corpus.half(label) === 'held-out')
  const files = hashFiles(root)
  const code = files.filter(([path]) => !path.endsWith('/labels.json'))
  return {
    labels: { tuning: labels.length - heldOut.length, 'held-out': heldOut.length },
    heldOut: fingerprint(heldOut, code),
    all: fingerprint(labels, files),
    files: Object.fromEntries(files),
  }
}

function fingerprint(
  labels: readonly Label[],
  files: readonly (readonly [string, string])[],
): string {
  const said = labels.map(label => `${label.repository}/${label.resource}/${label.verdict}`)
  const read = files.map(([path, hash]) => `${hash}  ${path}`)
  return sha256([...said.sort(compareText), ...read].join('\n'))
}

function hashFiles(corpus: string): [string, string][] {
  return readdirSync(corpus, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map((path): [string, string] => [
      path.slice(corpus.length + 1).replaceAll(sep, '/'),
      sha256(readFileSync(path)),
    ])
    .sort(([a], [b]) => compareText(a, b))
}

function differences(corpus: Corpus): string[] {
  const frozen: Freeze = JSON.parse(readFileSync(join(folder, corpus.record), 'utf8'))
  const now = freeze(corpus)
  const paths = [...new Set([...Object.keys(frozen.files), ...Object.keys(now.files)])].sort(
    compareText,
  )
  const moved = paths
    .filter(path => frozen.files[path] !== now.files[path])
    .map(path => `${describe(frozen.files[path], now.files[path])} ${corpus.folder}/${path}`)
  if (frozen.heldOut !== now.heldOut)
    moved.push(`${corpus.folder}: what is held out is not what was frozen`)
  if (frozen.all !== now.all) moved.push(`${corpus.folder} is not what was frozen`)
  return moved
}

function describe(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'new    '
  return after === undefined ? 'gone   ' : 'changed'
}

function report(moved: readonly string[]): void {
  if (moved.length === 0) return
  console.error(moved.join('\n'))
  process.exitCode = 1
}
