// The promise behind the figures: labels and code of the corpus are those that were frozen before tuning.

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
  cpSync(join(here, 'corpus'), join(copy, 'corpus'), { recursive: true })
  cpSync(join(here, 'freeze.json'), join(copy, 'freeze.json'))
})

afterEach(() => rmSync(copy, { recursive: true }))

test('the corpus is what was frozen', () => {
  expect(check()).toEqual({ status: 0, said: '' })
})

test('a held-out verdict that moves is seen', () => {
  const path = flipOneVerdict('held-out')
  expect(check()).toEqual({
    status: 1,
    said: `changed ${path}\nthe held-out half is not what was frozen\nthe corpus is not what was frozen\n`,
  })
})

test('a tuning verdict that moves leaves the held-out half alone', () => {
  const path = flipOneVerdict('tuning')
  expect(check()).toEqual({
    status: 1,
    said: `changed ${path}\nthe corpus is not what was frozen\n`,
  })
})

test('code that a label speaks of cannot come, go or change unseen', () => {
  writeFileSync(join(copy, 'corpus/go-shortlink/extra.go'), 'package main\n')
  rmSync(join(copy, 'corpus/go-shortlink/go.mod'))
  writeFileSync(join(copy, 'corpus/sol-vault/foundry.toml'), '')
  expect(check().said.split('\n').slice(0, 4)).toEqual([
    'new     go-shortlink/extra.go',
    'gone    go-shortlink/go.mod',
    'changed sol-vault/foundry.toml',
    'the held-out half is not what was frozen',
  ])
})

function check() {
  const script = join(here, 'freeze.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, '--check', copy], {
    encoding: 'utf8',
  })
  return { status, said: stderr }
}

function flipOneVerdict(half: Half): string {
  const label = readLabels(join(copy, 'corpus')).find(
    each => halfOf(each) === half && each.verdict !== 'missing',
  )
  if (label === undefined) throw new Error(`no ${half} label to flip`)
  const path = `${label.repository}/labels.json`
  const file = join(copy, 'corpus', path)
  const before = `"resource": "${label.resource}", "verdict": "${label.verdict}"`
  const after = `"resource": "${label.resource}", "verdict": "missing"`
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after))
  return path
}
