// `run --dry-run`: says what a run would do, or why it would be refused, and writes nothing anywhere.

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { project } from './project.ts'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const spec = 'version: "1"\nresources:\n  module:\n    a: { files: [src/a.txt] }\n'

/** The folder of the project with its `.git`, and what lies beside it: caches would. */
const everything = ({ root }: TestRepository) => [
  ...readdirSync(root, { recursive: true }).sort(),
  ...readdirSync(join(root, '..')).sort(),
]

describe('run --dry-run', () => {
  it('prints the order with what waits for whom, and writes nothing anywhere', async () => {
    const here = repository({ 'fixpoint.spec.yaml': spec })
    here.write('T01.md', unitFile({ id: 'T01', script: done }))
    here.write('T02.md', unitFile({ id: 'T02', script: done, claims: 'edit: [src/a.txt]' }))
    const before = everything(here)
    const { exitCode, stdout } = await here.fixpoint('run T01.md T02.md --dry-run', { env })
    expect(stdout).toContain('1. T01\n  2. T02  # src/a.txt is held by T01 (src)')
    expect([exitCode, everything(here)]).toEqual([0, before])
    expect(existsSync(join(here.root, '../cache'))).toBe(false)
  })

  it('is refused where the run would be: by what was changed since the base', async () => {
    const here = repository({ 'fixpoint.spec.yaml': spec })
    here.write('T01.md', unitFile({ id: 'T01', script: done }))
    here.write('fixpoint.spec.yaml', `${spec}# more\n`)
    here.write('.fixpoint/config.yaml', `${agentConfig()}# more\n`)
    const before = everything(here)
    const { exitCode, stderr } = await here.fixpoint('run T01.md --dry-run', { env })
    expect(stderr).toContain('.fixpoint/config.yaml was changed since')
    expect(stderr).toContain('fixpoint.spec.yaml was changed since')
    expect([exitCode, everything(here)]).toEqual([1, before])
    const working = await here.fixpoint('run T01.md --dry-run --oracle working', { env })
    expect([working.exitCode, everything(here)]).toEqual([0, before])
  })

  it.each([
    ['without a repository', /repository\/none/],
    ['without a commit', /run\/oracle \.fixpoint\/config\.yaml is not committed/],
    ['with a notification that is none', /a webhook must be an https address/],
    ['below the top, and never committed', /run\/folder no file of pkg is committed/],
  ])('says what run says in a project %s', async (where, told) => {
    const here = project({
      '.fixpoint/config.yaml':
        agentConfig() + (where.startsWith('with a') ? 'notify: { webhook: [ftp://x] }\n' : ''),
      'T01.md': unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }),
    })
    const git = (...words: readonly string[]) =>
      execFileSync('git', words, { cwd: here.root, env: { ...env, HOME: here.path('../home') } })
    const isBelow = where.startsWith('below')
    if (isBelow) {
      for (const file of ['.fixpoint/config.yaml', 'T01.md'])
        here.write(`pkg/${file}`, here.read(file))
      rmSync(here.path('.fixpoint'), { recursive: true })
    }
    if (where !== 'without a repository') git('init', '--quiet')
    if (isBelow || where.startsWith('with a'))
      for (const words of [
        ['add', 'T01.md', ...(isBelow ? [] : ['.fixpoint'])],
        ['-c', 'user.name=Ana', '-c', 'user.email=a@x', 'commit', '-qm', 'Start'],
      ])
        git(...words)
    const words = isBelow ? ['--chdir', 'pkg'] : []
    const dry = await here.fixpoint(['run', ...words, 'T01.md', '--dry-run'], { env })
    expect(dry).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(told) })
    expect(await here.fixpoint(['run', ...words, 'T01.md'], { env })).toMatchObject({
      exitCode: 1,
      stderr: dry.stderr,
    })
  })
})
