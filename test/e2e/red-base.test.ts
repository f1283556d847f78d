// Checks that fail on the base already prove nothing about the work, and that is said: while it happens, at the end, and whenever somebody
// looks at the unit or the run.

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { branches, env } from './branches.ts'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const config = (command: string, more = '') =>
  agentConfig(`checks:\n  unit:\n    command: ${command}\n${more}`)

const work = (id: string) =>
  unitFile({ id, script: `echo ${id} > src/${id}\n${done}`, front: 'checks: [unit]\n' })

const count = (text: string, part: string) => text.split(part).length - 1

describe('a check that is red on the base', () => {
  it('is told while a run goes on, once, and at its end, and by show and why', async () => {
    const here = repository({ '.fixpoint/config.yaml': config('exit 3') })
    here.write('units/T01.md', work('T01'))
    here.write('units/T02.md', work('T02'))
    const base = here.git('rev-parse', 'HEAD').trim()
    const { exitCode, stderr } = await here.fixpoint('run units', { env })
    expect(exitCode).toBe(0)
    const short = base.slice(0, 10)
    const told = `check unit fails on ${short} already (exit code 3): it proves nothing about this work`
    expect(count(stderr, `Warning: r1: ${told}\n`)).toBe(1)
    expect(stderr.slice(stderr.indexOf('r1 finished'))).toMatch(
      /check unit fails on [0-9a-f]{10} already \(exit code 3\): .* \(T01, T02\)\.\nWarning: no check has proved anything of T01, T02: /,
    )
    for (const words of ['show T01', 'why T01'])
      expect((await here.fixpoint(words, { env })).stdout).toMatch(
        /Not proved\n {2}check unit fails on [0-9a-f]{10} already \(exit code 3\).*\n {2}no check has proved anything of it\n/,
      )
    const { unproved } = JSON.parse((await here.fixpoint('show T01 --json', { env })).stdout)
    expect(unproved).toEqual([
      { check: 'unit', base: expect.stringMatching(/^[0-9a-f]{40}$/), why: 'exit code 3' },
    ])
    const run = JSON.parse((await here.fixpoint('show run:r1 --json', { env })).stdout)
    expect(run.unproved).toMatchObject([
      { unit: 'T01', check: 'unit' },
      { unit: 'T02', check: 'unit' },
    ])
    expect((await here.fixpoint('show run:r1', { env })).stderr).toContain('it proves nothing')
  })

  it('is told of one that hangs there too', async () => {
    const here = repository({
      '.fixpoint/config.yaml': config('sleep 100', '    timeout: 1s\n'),
    })
    here.write('T01.md', work('T01'))
    const { stdout, stderr } = await here.fixpoint('run T01.md --json', { env })
    expect(stderr).toContain('already (it did not end within 1 s): it proves nothing')
    expect(JSON.parse(stdout).unproved).toMatchObject([
      { unit: 'T01', check: 'unit', why: 'it did not end within 1 s' },
    ])
  })

  it('is told of a landing, where nothing at all is proved', async () => {
    const at = branches('exit 3')
    at.branch('feature', { one: '1\n' })
    const { exitCode, stdout, stderr } = await at.call('land feature --json')
    expect(exitCode).toBe(0)
    expect(stderr).toContain('Warning: r1: check unit fails on ')
    expect(JSON.parse(stdout).unproved).toMatchObject([
      { unit: 'feature', check: 'unit', why: 'exit code 3' },
    ])
    expect((await at.call('show run:r1')).stderr).toContain(
      'no check has proved anything of feature',
    )
  })

  it('does not bring a branch to its target by itself, where no check is left that proves it', async () => {
    const at = branches('exit 3')
    at.branch('feature', { one: '1\n' })
    at.git('branch', 'release')
    const before = at.git('rev-parse', 'release')
    const { exitCode, stdout, stderr } = await at.call('land feature --into release')
    expect(exitCode).toBe(5)
    expect(stdout).toContain('no check proves it: unit fails on it, as without it')
    expect(at.git('rev-parse', 'release')).toBe(before)
    const command = /^Then: (.*)$/m.exec(stderr)?.[1]
    at.git(...command!.replace(/^git /, '').split(' '))
    expect(at.at('release', 'one')).toBe('1\n')
  })

  it('is asked again before it is believed: what failed once there excuses no branch that is red', async () => {
    const at = branches(
      'if [ -e bad ]; then echo broken; exit 1; fi\nif [ ! -e "$ROOT/../asked" ]; then touch "$ROOT/../asked"; echo "port in use"; exit 1; fi',
    )
    at.branch('feature', { bad: '1\n' })
    at.git('branch', 'release')
    const { exitCode, stdout } = await at.call('land feature --into release')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('feature was refused: check unit failed with exit code 1')
    expect(existsSync(at.path('../asked'))).toBe(true)
  })

  it('is the same as a check that is killed on a branch each time: the branch is refused, and others land', async () => {
    const at = branches('[ ! -e bad ] || kill -KILL $$')
    at.branch('greedy', { bad: '1\n' })
    at.branch('good', { good: '1\n' })
    const { exitCode, stdout } = await at.call('land greedy good --into main')
    expect(exitCode).toBe(3)
    expect(stdout).toContain(
      'greedy was refused: check unit did not come to its end, twice, and does on the base: it was ended by SIGKILL (memory?)',
    )
    expect(at.at('main', 'good')).toBe('1\n')
  })

  it('is asked again where somebody lands it again, for the reason may have been outside', async () => {
    const at = branches('[ -e "$ROOT/../up" ] || [ ! -e one ]')
    at.branch('feature', { one: '1\n' })
    expect((await at.call('land feature --into main')).exitCode).toBe(1)
    at.write('../up', '')
    expect((await at.call('land feature --into main')).exitCode).toBe(0)
    expect(at.at('main', 'one')).toBe('1\n')
  })

  it('is not told any more where the work mends it', async () => {
    const here = repository({ '.fixpoint/config.yaml': config('test -e src/T01') })
    here.write('T01.md', work('T01'))
    const { stdout, stderr } = await here.fixpoint('run T01.md --json', { env })
    expect(stderr).not.toContain('proves nothing')
    expect(JSON.parse(stdout).unproved).toEqual([])
  })
})

describe('a unit that waits for what is not there', () => {
  /** It may bring what nothing else does. */
  const idleSetup = "workspace:\n  setup: 'true'\n"
  const isDeferred = /again at \d{4}-/

  it('says what its check lacks, and that a person must mend it', async () => {
    const here = repository({ '.fixpoint/config.yaml': config('[./gone-program]') + idleSetup })
    here.write('T01.md', work('T01'))
    const { stderr } = await here.fixpoint('run T01.md', { env, interruptAt: isDeferred })
    expect(stderr).toMatch(isDeferred)
    const why = 'check unit could not be run: its program ./gone-program is not there'
    for (const words of ['show T01', 'why T01'])
      expect((await here.fixpoint(words, { env })).stdout).toContain(`\n  ${why}\n`)
    const status = await here.fixpoint('status', { env })
    expect(status.stdout).toMatch(
      /Waits for you\n {2}T01 {2}check unit could not be run: its program \.\/gone-program is not there; it is tried again at \S+, alike {2}→ fixpoint cancel T01\n/,
    )
  })

  it('says which agent is not there, and when it is tried again', async () => {
    const here = repository({
      '.fixpoint/config.yaml': `agents:\n  obedient:\n    command: [./gone-agent]\n${idleSetup}`,
    })
    here.write('T01.md', unitFile({ id: 'T01', script: done }))
    const tried = /there is no program \.\/gone-agent; it is tried again at \d{4}-/
    const { stderr } = await here.fixpoint('run T01.md', { env, interruptAt: tried })
    expect(stderr).toMatch(tried)
    const { needs, trouble } = JSON.parse((await here.fixpoint('why T01 --json', { env })).stdout)
    expect(trouble).toBe('there is no program ./gone-agent')
    expect(needs).toMatchObject([{ name: 'T01', why: expect.stringContaining('gone-agent') }])
  })
})
