// The promise behind the figures: labels and code of the corpora are those that were frozen before tuning.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Half, halfOf, readLabels } from './labels.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
let copy: string

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'corpus-'))
  for (const name of [
    'corpus',
    'freeze.json',
    'blind',
    'freeze-blind.json',
    'third',
    'freeze-third.json',
    'fourth',
    'freeze-fourth.json',
  ])
    cpSync(join(here, name), join(copy, name), { recursive: true })
})

afterEach(() => rmSync(copy, { recursive: true }))

test('the corpora are what was frozen', () => {
  expect(check()).toEqual({ status: 0, said: '' })
})

test('a held-out verdict that moves is seen', () => {
  const path = flipOneVerdict('corpus', 'held-out')
  expect(check()).toEqual({
    status: 1,
    said: `changed ${path}\ncorpus: what is held out is not what was frozen\ncorpus is not what was frozen\n`,
  })
})

test('a tuning verdict that moves leaves the held-out half alone', () => {
  const path = flipOneVerdict('corpus', 'tuning')
  expect(check()).toEqual({
    status: 1,
    said: `changed ${path}\ncorpus is not what was frozen\n`,
  })
})

test.each<[Corpus, Half]>([
  ['blind', 'tuning'],
  ['blind', 'held-out'],
  ['third', 'tuning'],
  ['third', 'held-out'],
  ['fourth', 'tuning'],
  ['fourth', 'held-out'],
])('any verdict of a corpus that was blind is held out: %s, %s', (corpus, half) => {
  const path = flipOneVerdict(corpus, half)
  expect(check()).toEqual({
    status: 1,
    said: `changed ${path}\n${corpus}: what is held out is not what was frozen\n${corpus} is not what was frozen\n`,
  })
})

test('code that a label speaks of cannot come, go or change unseen', () => {
  writeFileSync(join(copy, 'corpus/go-shortlink/extra.go'), 'package main\n')
  rmSync(join(copy, 'corpus/go-shortlink/go.mod'))
  writeFileSync(join(copy, 'corpus/sol-vault/foundry.toml'), '')
  rmSync(join(copy, 'blind/rust-axum-inbox/src/text.rs'))
  expect(check().said.split('\n')).toEqual([
    'new     corpus/go-shortlink/extra.go',
    'gone    corpus/go-shortlink/go.mod',
    'changed corpus/sol-vault/foundry.toml',
    'corpus: what is held out is not what was frozen',
    'corpus is not what was frozen',
    'gone    blind/rust-axum-inbox/src/text.rs',
    'blind: what is held out is not what was frozen',
    'blind is not what was frozen',
    '',
  ])
})

function check() {
  const script = join(here, 'freeze.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, '--check', copy], {
    encoding: 'utf8',
  })
  return { status, said: stderr }
}

type Corpus = 'corpus' | 'blind' | 'third' | 'fourth'

function flipOneVerdict(corpus: Corpus, half: Half): string {
  const label = readLabels(join(copy, corpus)).find(
    each => halfOf(each) === half && each.verdict !== 'missing',
  )
  if (label === undefined) throw new Error(`no ${half} label to flip`)
  const path = `${corpus}/${label.repository}/labels.json`
  const file = join(copy, path)
  const before = `"resource": "${label.resource}", "verdict": "${label.verdict}"`
  const after = `"resource": "${label.resource}", "verdict": "missing"`
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after))
  return path
}
