// Places where nothing can run, and things that are gone: refused by name, with what to type, before anything is written.

import { existsSync, renameSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixpoint } from './cli.ts'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const CONFIG = '.fixpoint/config.yaml'

describe('a bare repository', () => {
  function bare() {
    const here = repository()
    here.git('clone', '--quiet', '--bare', '.', '../bare.git')
    return {
      cwd: here.path('../bare.git'),
      has: (file: string) => existsSync(here.path(`../bare.git/${file}`)),
    }
  }

  it.each(['run', 'run units', 'fix words', 'land main', 'init'])('refuses %s', async line => {
    const { cwd, has } = bare()
    const { exitCode, stderr } = await fixpoint(line, { cwd, env })
    expect(exitCode).toBe(1)
    expect(stderr).toBe(
      `Error: repository/bare ${cwd} is a bare repository: it has no checkout to read (clone it and work there: git clone ${cwd}; git push brings back what landed)\n`,
    )
    expect(has('.fixpoint')).toBe(false)
  })

  it('is what doctor finds', async () => {
    const { cwd } = bare()
    const { exitCode, stdout } = await fixpoint('doctor', { cwd, env })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^fail {2}repository {2}repository\/bare .* is a bare repository/m)
    expect(stdout).toContain(`→ clone it and work there: git clone ${cwd}`)
  })
})

describe('a config that is gone from the checkout', () => {
  it.each(['run T01.md', 'fix words', 'land other'])(
    'stops %s with the way to put it back',
    async line => {
      const here = repository()
      here.git('branch', 'other')
      here.write('T01.md', unitFile({ id: 'T01', script: done }))
      rmSync(here.path(CONFIG))
      const { exitCode, stderr } = await here.fixpoint(line, { env })
      expect(exitCode).toBe(1)
      expect(stderr).toBe(
        `Error: run/config ${CONFIG} is not here, and the commit that is checked out has it (git checkout HEAD -- ${CONFIG} puts it back)\n`,
      )
    },
  )
})

it('fix says which agents there are, and the flag that names one', async () => {
  const config = agentConfig('  other: { command: cat }\n')
  const here = repository({ [CONFIG]: config })
  const { exitCode, stderr } = await here.fixpoint(['fix', 'Do it'], { env })
  expect(exitCode).toBe(64)
  expect(stderr).toContain('no agent is named, and there are obedient and other')
  expect(stderr).toContain('fixpoint fix "…" --agent obedient')
})

describe('a repository without a commit', () => {
  it('tells before the start what agents see: what is staged now, and no other file', async () => {
    const here = repository()
    rmSync(here.path('.git'), { recursive: true })
    here.git('init', '--quiet', '--initial-branch', 'main')
    const script = `cp -r . ../seen; echo b > b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, claims: 'create: [b.txt]' }))
    const run = () => here.fixpoint('run T01.md --oracle working', { env })
    const first = await run()
    expect(first.stderr).toMatch(
      /^Warning: run\/uncommitted this repository has no commit yet: nothing is staged, so agents see none of your files \(git add what they need, or commit it\)\n/,
    )
    expect(here.git('ls-tree', '--name-only', 'fixpoint/r1')).toBe('b.txt\n')
    here.git('add', 'src/a.txt')
    const second = await run()
    expect(second.stderr).toContain('agents see the one file that is staged, and no other')
    expect(here.git('ls-tree', '--name-only', 'fixpoint/r2')).toBe('b.txt\nsrc\n')
    expect(here.git('status', '--porcelain')).toMatch(/^A {2}src\/a\.txt\n/)
  })

  it('is what it is no more after the first commit', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    expect((await here.fixpoint('run T01.md', { env })).stderr).not.toContain('no commit yet')
  })
})

describe('a cache inside of the checkout', () => {
  it.each(['plan', 'run T01.md'])('is not seen by git, whoever made it: %s', async line => {
    const here = repository({ 'fixpoint.spec.yaml': 'version: "1"\nresources: {}\n' })
    here.write(
      '../T01.md',
      unitFile({ id: 'T01', script: `git status --porcelain > src/b.txt\n${done}` }),
    )
    const inside = { ...env, FIXPOINT_CACHE_DIR: here.path('.cache') }
    const ran = await here.fixpoint(line.replace('T01.md', '../T01.md'), { env: inside })
    expect(ran.exitCode, ran.stderr).toBe(0)
    expect(existsSync(here.path('.cache/.gitignore'))).toBe(true)
    expect(here.git('status', '--porcelain')).toBe('')
  })

  it('may be named from where one stands', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    const ran = await here.program('run T01.md', { env: { FIXPOINT_CACHE_DIR: '.cache' } })
    expect(ran.exitCode, ran.stderr).toBe(0)
    expect(here.git('status', '--porcelain')).toBe('?? T01.md\n')
  })
})

describe('status without a spec', () => {
  it('says what brings home what has landed, and init only where nothing ever ran', async () => {
    const here = repository()
    const next = async () =>
      JSON.parse((await here.fixpoint('status --json', { env })).stdout).next_command
    expect(await next()).toBe('fixpoint init')
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    await here.fixpoint('run T01.md', { env })
    expect((await here.fixpoint('status', { env })).stdout).toContain(
      '\nNext: git merge --ff-only fixpoint/r1\n',
    )
    here.git('commit', '--quiet', '--allow-empty', '-m', 'Meanwhile')
    expect(await next()).toBe('fixpoint land fixpoint/r1 --into main')
    here.git('merge', '--quiet', 'fixpoint/r1')
    expect(await next()).toBe('fixpoint run UNIT.md')
  })
})

describe('recover', () => {
  it('says that a journal which is gone cannot be recovered, and what is known all the same', async () => {
    const here = repository()
    const absent = await here.fixpoint('recover', { env })
    expect(absent).toMatchObject({ exitCode: 1 })
    expect(absent.stderr).toContain('there is no journal here, so there is nothing to recover')
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    expect((await here.program('run T01.md')).exitCode).toBe(0)
    renameSync(here.path('.fixpoint/local'), here.path('../away'))
    const { exitCode, stderr } = await here.fixpoint('recover', { env })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('refs/fixpoint/log still says that one unit landed')
    expect(stderr).toContain('fixpoint restore DIR puts a backup back')
  })
})
