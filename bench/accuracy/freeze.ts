// Writes freeze.json, the fingerprint of the labelled corpus, or with --check compares the corpus with it and fails
// when anything moved. Never changes a label or a file of the corpus.
//
//   node bench/accuracy/freeze.ts [--check] [FOLDER]

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sha256 } from '../../src/base/hash.ts'
import { compareText } from '../../src/base/order.ts'
import { type Half, halfOf, type Label, readLabels } from './labels.ts'

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
const record = join(folder, 'freeze.json')
const found = freeze(join(folder, 'corpus'))

if (values.check) report(differences(JSON.parse(readFileSync(record, 'utf8')), found))
else writeFileSync(record, `${JSON.stringify(found, null, 2)}\n`)

function freeze(corpus: string): Freeze {
  const labels = readLabels(corpus)
  const heldOut = labels.filter(label => halfOf(label) === 'held-out')
  const files = hashFiles(corpus)
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

function differences(frozen: Freeze, now: Freeze): string[] {
  const paths = [...new Set([...Object.keys(frozen.files), ...Object.keys(now.files)])].sort(
    compareText,
  )
  const moved = paths
    .filter(path => frozen.files[path] !== now.files[path])
    .map(path => `${describe(frozen.files[path], now.files[path])} ${path}`)
  if (frozen.heldOut !== now.heldOut) moved.push('the held-out half is not what was frozen')
  if (frozen.all !== now.all) moved.push('the corpus is not what was frozen')
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
