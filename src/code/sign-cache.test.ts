// What a look at a file tells is told once: not again in the same reading, in the next process, or in another worktree, and anew of
// another content.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { languagesOf, packs } from './languages/all.ts'
import { openUnread } from './open.ts'
import { yesOrNo } from './signs/sign.ts'

const temporary = mkdtempSync(join(tmpdir(), 'fixpoint-signs-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const cacheFolder = join(temporary, 'cache')
const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']

function git(root: string, ...words: string[]): void {
  const { status, stderr } = spawnSync('git', [...identity, '-C', root, ...words])
  if (status !== 0) throw new Error(stderr.toString())
}

function repository(name: string): string {
  const root = join(temporary, name)
  git(temporary, 'init', '-q', root)
  writeFileSync(join(root, 'app.py'), 'def ship():\n    return 1\n')
  writeFileSync(join(root, 'app.go'), 'package ship\n')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'all')
  return root
}

/** How often each file was looked at, and what was said of it. */
async function asked(root: string, path: string, languages = languagesOf(packs)) {
  let looks = 0
  const ships = yesOrNo('ships', ({ bytes }) => {
    looks++
    return Buffer.from(bytes).includes('ship')
  })
  const codebase = await openUnread(root, { cacheFolder, languages })
  await codebase.readAll()
  const answers = [codebase.sign(path, ships), codebase.sign(path, ships)]
  codebase.keep()
  return { looks, answers }
}

/** The first of all: a process asks once which grammars there are. */
it('is not kept of a file whose grammar is missing', async () => {
  const root = repository('without')
  const without = languagesOf(
    packs.map(each => ({ ...each, grammar: { package: '@fixpoint/not-to-be-had' } })),
  )
  expect((await asked(root, 'app.go', without)).looks).toBe(1)
  expect((await asked(root, 'app.go', without)).looks).toBe(1)
})

it('is kept for the next reading and for another worktree, until the file says something else', async () => {
  const root = repository('kept')
  expect(await asked(root, 'app.py')).toEqual({ looks: 1, answers: [true, true] })
  expect(await asked(root, 'app.py')).toEqual({ looks: 0, answers: [true, true] })
  const other = join(temporary, 'kept-elsewhere')
  git(root, 'worktree', 'add', '-q', other)
  expect(await asked(other, 'app.py')).toEqual({ looks: 0, answers: [true, true] })
  writeFileSync(join(root, 'app.py'), 'def load():\n    return 1\n')
  expect(await asked(root, 'app.py')).toEqual({ looks: 1, answers: [false, false] })
  expect(await asked(root, 'app.py')).toEqual({ looks: 0, answers: [false, false] })
})
