// Git's sum over its index, as git itself writes it.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sumOfIndex } from './index-sum.ts'

const root = mkdtempSync(join(tmpdir(), 'fixpoint-index-sum-'))
const index = join(root, '.git/index')
const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'pipe' })

afterAll(() => rmSync(root, { recursive: true }))

it('is another one when something else is tracked, and the same when it is tracked again', () => {
  git('init', '-q')
  expect(sumOfIndex(index)).toBe(undefined)
  writeFileSync(join(root, 'a'), 'one')
  git('add', 'a')
  const one = sumOfIndex(index)
  git('update-index', '--assume-unchanged', 'a')
  const unseen = sumOfIndex(index)
  git('update-index', '--no-assume-unchanged', 'a')
  expect([one === undefined, unseen === one, sumOfIndex(index)]).toEqual([false, false, one])
})

it('is none where git was told to save the time for it', () => {
  const unsummed = join(root, 'unsummed')
  writeFileSync(unsummed, Buffer.concat([readFileSync(index).subarray(0, -20), Buffer.alloc(20)]))
  writeFileSync(join(root, 'short'), 'DIRC')
  expect([sumOfIndex(unsummed), sumOfIndex(join(root, 'short'))]).toEqual([undefined, undefined])
})
