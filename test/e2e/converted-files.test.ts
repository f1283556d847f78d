// Files that git keeps as other bytes than those that lie in the work tree: git may call one unchanged whatever was edited in it, and
// a refresh from the cache says all the same what a fresh one would.

import { execFileSync } from 'node:child_process'
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aged } from './recalled.ts'
import { repository, type TestRepository } from './repository.ts'

const files = {
  'fixpoint.spec.yaml':
    'resources:\n  f:\n    a: { attributes: { functions: [login] }, files: [src/a.py] }\n',
  'src/a.py': 'def login(x):\n    return x + 1\n',
}

const stub = 'def login(x):\n    pass\n'

async function statusOf(here: TestRepository, line: string, cache?: string) {
  const env = cache === undefined ? {} : { env: { FIXPOINT_CACHE_DIR: cache } }
  const { stdout } = await here.program(`${line} --json`, env)
  return JSON.parse(stdout).resources[0].status
}

/** What warm, forced and cold refreshes say. */
async function answers(here: TestRepository): Promise<string[]> {
  return [
    await statusOf(here, 'refresh'),
    await statusOf(here, 'refresh --force'),
    await statusOf(here, 'refresh --dry-run', here.path('../cold')),
  ]
}

/** Refreshed twice, so that everything is known that can be kept. */
async function known(here: TestRepository): Promise<void> {
  aged(here)
  await here.program('refresh')
  await here.program('refresh')
}

function edit(here: TestRepository, content: string): void {
  here.write('src/a.py', content)
  utimesSync(here.path('src/a.py'), 1_600_000_000, 1_600_000_000)
  here.git('add', 'src')
}

it.each(['.gitattributes', '.git/info/attributes', 'src/.gitattributes'])(
  'a filter that %s names hides no edit',
  async place => {
    const here = repository(files)
    here.write(place, '*.py filter=dbg\n')
    here.git('config', 'filter.dbg.clean', "sed -e 's/pass *$/return x + 1/'")
    here.git('add', '-A')
    here.git('commit', '-qm', 'filtered', '--allow-empty')
    await known(here)
    edit(here, stub)
    expect(here.git('status', '--short', 'src')).toBe('')
    expect(await answers(here)).toEqual(['partial', 'partial', 'partial'])
    edit(here, files['src/a.py'])
    expect(await answers(here)).toEqual(['implemented', 'implemented', 'implemented'])
  },
)

it('a filter that comes after everything was known hides no edit either', async () => {
  const here = repository(files)
  here.git('config', 'filter.dbg.clean', "sed -e 's/pass *$/return x + 1/'")
  await known(here)
  here.write('.git/info/attributes', '*.py filter=dbg\n')
  edit(here, stub)
  expect(await answers(here)).toEqual(['partial', 'partial', 'partial'])
})

it.each([
  ['the default of git', {}, '.config/git/attributes'],
  ['a home of settings', { XDG_CONFIG_HOME: 'settings' }, 'settings/git/attributes'],
  ['core.attributesFile', { attributesFile: '~/mine' }, 'mine'],
])('a filter for all repositories of a person hides no edit: %s', async (_, said, place) => {
  const here = repository(files)
  const home = here.path('../home')
  const { XDG_CONFIG_HOME, attributesFile } = { XDG_CONFIG_HOME: '', attributesFile: '', ...said }
  const env = {
    HOME: home,
    ...(XDG_CONFIG_HOME && { XDG_CONFIG_HOME: join(home, XDG_CONFIG_HOME) }),
  }
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: here.root, env: { PATH: process.env.PATH, ...env } })
  git('config', 'filter.dbg.clean', "sed -e 's/pass *$/return x + 1/'")
  const statusIn = async (cache?: string) => {
    const own = { ...env, ...(cache !== undefined && { FIXPOINT_CACHE_DIR: cache }) }
    const { stdout } = await here.program('refresh --dry-run --json', { env: own })
    return JSON.parse(stdout).resources[0].status
  }
  aged(here)
  await here.program('refresh', { env })
  await here.program('refresh', { env })
  here.write(join('../home', place), '*.py filter=dbg\n')
  if (attributesFile !== '') git('config', 'core.attributesFile', attributesFile)
  here.write('src/a.py', stub)
  utimesSync(here.path('src/a.py'), 1_600_000_000, 1_600_000_000)
  git('add', 'src')
  expect(String(git('status', '--short', 'src'))).toBe('')
  expect([await statusIn(), await statusIn(here.path('../cold'))]).toEqual(['partial', 'partial'])
})

it('a file with an encoding of its own is known by its bytes', async () => {
  const here = repository(files)
  await known(here)
  here.write('.gitattributes', 'src/a.py text working-tree-encoding=UTF-16LE-BOM\n')
  const encoded = Buffer.from(`\uFEFF${files['src/a.py']}`, 'utf16le')
  writeFileSync(here.path('src/a.py'), encoded)
  here.git('add', '-A')
  here.git('commit', '-qm', 'encoded')
  aged(here)
  const [warm, forced, cold] = await answers(here)
  expect([warm, forced]).toEqual([cold, cold])
})
