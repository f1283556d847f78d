// `run` through the front door, with real git and real agents: what lands, where, and what is never touched.

import { describe, expect, it } from 'vitest'
import { agentConfig, checkoutOf, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

describe('run', () => {
  it('lands the change of one unit on the branch of the run, and leaves the checkout as it is', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    here.write('src/a.txt', 'work in progress\n')
    here.write('src/untracked.txt', 'mine\n')
    const before = checkoutOf(here)
    const { exitCode, stdout, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain('r1 finished: complete')
    expect(stdout).toMatch(/^r1 {2}complete: 1 unit, 1 landed\n {2}T01 {2}landed/)
    expect(exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
    expect(
      here.git('log', '-1', '--format=%an %s%n%(trailers:key=Fixpoint-Unit)', 'fixpoint/r1'),
    ).toBe('Ana Unit T01\nFixpoint-Unit: r1/T01\n\n')
    expect(checkoutOf(here)).toEqual(before)
  })

  it('runs the setup command in every workspace, and agents find what it made', async () => {
    const config = agentConfig('workspace:\n  setup: mkdir deps && echo made > deps/lib\n')
    const here = repository({ '.fixpoint/config.yaml': config, '.gitignore': 'deps/\n' })
    here.write('T01.md', unitFile({ id: 'T01', script: `cp deps/lib src/b.txt\n${done}` }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('made\n')
  })
})
