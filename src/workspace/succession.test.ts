// Of all who want to follow the same holder one wins, and nobody wins against a later holder.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { testRepository } from '../../test/git/fixture.ts'
import { follow, latestOf, readEntry } from './succession.ts'

function succession() {
  const folder = mkdtempSync(join(tmpdir(), 'fixpoint-succession-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { folder, name: 'lease' }
}

it('passes from holder to holder', () => {
  const of = succession()
  expect(latestOf(of)).toBe(0)
  expect(follow(of, 0, 'first')).toBe(1)
  expect(follow(of, 1, 'second ü')).toBe(2)
  expect([latestOf(of), readEntry(of, 2), readEntry(of, 1)]).toEqual([2, 'second ü', undefined])
})

it('lets one of two follow', () => {
  const of = succession()
  expect([follow(of, 0, 'a'), follow(of, 0, 'b')]).toEqual([1, undefined])
  expect(readEntry(of, 1)).toBe('a')
})

it('lets nobody follow a holder that was followed long ago', () => {
  const of = succession()
  for (const [previous, text] of ['a', 'b', 'c'].entries()) follow(of, previous, text)
  expect(follow(of, 0, 'late')).toBeUndefined()
  expect(follow(of, 1, 'late')).toBeUndefined()
  expect([latestOf(of), readEntry(of, 3)]).toEqual([3, 'c'])
})

it('gives processes that start at once workspaces of their own', async () => {
  const repository = testRepository({ 'a.txt': 'a\n' })
  const script = join(import.meta.dirname, '../../test/git/die-holding.ts')
  const paths = await Promise.all(
    [1, 2, 3, 4].map(
      each =>
        new Promise<string>((resolve, reject) => {
          const words = [script, repository.root, repository.cache, `attempt-${each}`]
          const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
          let printed = ''
          child.stdout.on('data', chunk => {
            printed += chunk
          })
          child.on('close', code => (code === 0 ? resolve(printed) : reject(new Error(`${code}`))))
        }),
    ),
  )
  expect(new Set(paths).size).toBe(4)
})
