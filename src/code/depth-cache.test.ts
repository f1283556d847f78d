// What was read in depth is not read again: not in the next process, and not in another worktree.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { languagesOf, packs } from './languages/all.ts'
import { openUnread } from './open.ts'

const temporary = mkdtempSync(join(tmpdir(), 'fixpoint-depths-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const cacheFolder = join(temporary, 'cache')
const routes =
  "const app = require('express')()\napp.get('/things', list)\nfunction list() {\n  return one\n}\n"
const schema = 'create table things (id int);\n'

/** With them nothing can be read through a tree. */
const withoutGrammars = languagesOf(
  packs.map(each => ({ ...each, grammar: { package: '@fixpoint/not-to-be-had' } })),
)

const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']

function git(root: string, ...words: string[]): void {
  const { status, stderr } = spawnSync('git', [...identity, '-C', root, ...words])
  if (status !== 0) throw new Error(stderr.toString())
}

function repository(name: string): string {
  const root = join(temporary, name)
  git(temporary, 'init', '-q', root)
  writeFileSync(join(root, 'app.js'), routes)
  writeFileSync(join(root, 'things.sql'), schema)
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'all')
  return root
}

async function deep(root: string, languages = languagesOf(packs)) {
  const codebase = await openUnread(root, { cacheFolder, languages })
  const depths = [codebase.depth('app.js'), codebase.depth('things.sql')]
  codebase.keep()
  return depths
}

it('is known without a parser the next time, and in another worktree', async () => {
  const root = repository('kept')
  const first = await deep(root)
  expect(first[0]!.routes.map(each => each.path)).toEqual(['/things'])
  expect(first[1]!.tables.map(each => each.name)).toEqual(['things'])
  expect(await deep(root, withoutGrammars)).toEqual(first)
  git(root, 'worktree', 'add', '-q', '--detach', `${root}-tree`)
  expect(await deep(`${root}-tree`, withoutGrammars)).toEqual(first)
})

it('is read anew where the content is another, and where no grammar was there to tell', async () => {
  const root = repository('changed')
  const [nothing] = await deep(`${root}`, withoutGrammars)
  expect(nothing!.routes).toEqual([])
  expect((await deep(root))[0]!.routes.map(each => each.path)).toEqual(['/things'])
  writeFileSync(join(root, 'app.js'), routes.replace('/things', '/others'))
  expect((await deep(root))[0]!.routes.map(each => each.path)).toEqual(['/others'])
})

it('of bytes that changed behind the outline is used once and not kept', async () => {
  const root = repository('racing')
  const codebase = await openUnread(root, { cacheFolder, languages: languagesOf(packs) })
  codebase.outline('app.js')
  writeFileSync(join(root, 'app.js'), `\n\n${routes}`)
  codebase.depth('app.js')
  codebase.keep()
  const past = new Date(Date.now() - 60_000)
  utimesSync(join(root, 'app.js'), past, past)
  const one = { name: 'one', line: 6, within: 1, isSkipped: false }
  expect((await deep(root))[0]!.references).toContainEqual(one)
})
