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
