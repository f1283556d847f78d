// Every git fails alike, because a file of its configuration is broken: before a run, when it has just begun, and while a unit works. It is told
// with the file and what to do, never taken for something else, and the run goes on once it is mended.

import { chmodSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const HOME = process.env.HOME
const later = '2026-01-28T12:00:00Z'
const fix =
  'git reads no repository until that is mended; git config --list ends without an error then'

function withUnit(script = ''): TestRepository {
  const here = repository()
  here.write(
    'units/T01.md',
    unitFile({ id: 'T01', script: `echo b > src/b.txt\n${script}\n${done}` }),
  )
  here.write('../config', '')
  return here
}

const globally = (here: TestRepository) => ({
  env: { PATH: process.env.PATH, HOME, GIT_CONFIG_GLOBAL: here.path('../config') },
})

/** Git itself, but for what is broken: every question from the one on that looks like this. */
function breaking(here: TestRepository, question: string) {
  const words = `case "$*" in ${question}) touch ${here.path('../broken')};; esac
if [ -e ${here.path('../broken')} ]; then echo "fatal: bad config line 1 in file ${here.path('../config')}" >&2; exit 128; fi
PATH=${process.env.PATH} exec git "$@"`
  here.write('../bin/git', `#!/bin/sh\n${words}\n`)
  chmodSync(here.path('../bin/git'), 0o755)
  return { env: { PATH: `${here.path('../bin')}:${process.env.PATH}`, HOME } }
}

function mend(here: TestRepository): void {
  rmSync(here.path('../broken'), { force: true })
  rmSync(here.path('../bin/git'), { force: true })
  here.write('../config', '')
}

describe('a configuration of git that is broken', () => {
  it.each(['run units', 'run units --dry-run', 'fix "More"', 'land side', 'gc', 'prune'])(
    'is what %s tells, and nothing is begun',
    async line => {
      const here = withUnit()
      here.write('../config', '[[broken\n')
      const { exitCode, stdout, stderr } = await here.fixpoint(line, globally(here))
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr).toMatch(/^Error: git\/config git .*: fatal: bad config line 1 in file /m)
      expect(stderr).toContain(`${here.path('../config')} (${fix})\n`)
      mend(here)
      expect((await here.fixpoint('runs', globally(here))).stdout).toBe(
        'Nothing has run here yet.\n',
      )
    },
  )

  it.each(['run', 'run --continue'])(
    'from when a run has just begun is told with what became of it, and %s goes on once it is mended',
    async line => {
      const here = withUnit()
      const broken = breaking(here, '*rev-parse*refs/heads/fixpoint/r1')
      const { exitCode, stderr } = await here.fixpoint('run units', broken)
      expect(exitCode).toBe(1)
      expect(stderr).toContain(
        'r1 is open, and nothing of it is lost. When that is mended: fixpoint run\n',
      )
      expect(stderr).toMatch(
        /^Error: git\/config git rev-parse .*: fatal: bad config line 1 in file /m,
      )
      for (const again of ['run', 'run --continue'])
        expect((await here.fixpoint(again, broken)).stderr).toContain(`(${fix})`)
      expect((await here.fixpoint('show run:r1', globally(here))).stdout).toContain('1 unit')
      mend(here)
      const ended = await here.fixpoint(line, globally(here))
      expect(ended.exitCode, ended.stderr).toBe(0)
      expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
    },
  )

  it('while a unit works is told to whoever watches, once, and costs no attempt', async () => {
    const here = withUnit()
    const broken = breaking(here, '*ls-files*--modified*')
    const interruptAt = /A person must mend this/
    const { exitCode, stderr } = await here.fixpoint('run units', { ...broken, interruptAt })
    expect(exitCode, stderr).toBe(130)
    expect(stderr.match(interruptAt)).toHaveLength(1)
    expect(stderr).toMatch(
      /^A person must mend this: git ls-files .*: fatal: bad config line 1 in file .* \(T01\)\. The run goes on by itself after that\.$/m,
    )
    mend(here)
    const ended = await here.fixpoint('run', { ...globally(here), now: later })
    expect(ended.exitCode, ended.stderr).toBe(0)
    expect((await here.fixpoint('show T01', globally(here))).stdout).toContain('(0 of 3 consumed)')
  })

  it('is why nobody can say where the work of a run is, and that is said', async () => {
    const here = withUnit()
    expect((await here.fixpoint('run units', globally(here))).exitCode).toBe(0)
    const { stdout } = await here.fixpoint('status', globally(here))
    expect(stdout).toContain('Waits to be taken\n  r1  is left on fixpoint/r1  → ')
    here.write('../config', '[[broken\n')
    const why = `could not be looked at: fatal: bad config line 1 in file ${here.path('../config')}\n`
    const status = await here.fixpoint('status', globally(here))
    expect(status.exitCode).toBe(0)
    expect(status.stdout).toContain(`Waits to be taken\n  ${why}`)
    expect(status.stdout).toContain('Next: git status\n')
    const { to_take, to_take_unseen } = JSON.parse(
      (await here.fixpoint('status --json', globally(here))).stdout,
    )
    expect({ to_take, to_take_unseen }).toEqual({
      to_take: [],
      to_take_unseen: expect.stringContaining('bad config line 1'),
    })
    const runs = await here.fixpoint('runs', globally(here))
    expect(runs.stdout).toContain('; where it is could not be looked at: fatal: bad config line 1')
    const show = await here.fixpoint('show run:r1', globally(here))
    expect(show.stderr).toContain(`Where it is by now ${why}`)
  })

  it('is what doctor tells of the repository, and not that there is none', async () => {
    const here = withUnit()
    here.write('.git/config', '[core\nbad')
    const { exitCode, stdout } = await here.fixpoint('doctor', globally(here))
    expect(exitCode).toBe(1)
    const why = 'git could not be asked: fatal: bad config line 1 in file .git/config'
    expect(stdout).toContain(`fail  repository  ${why}`)
    expect(stdout).toContain(`warn  merge       ${why}`)
    expect(stdout).not.toContain('git init')
  })

  it('when it comes to the delivery is told, and what landed is delivered once it is mended', async () => {
    const here = withUnit()
    here.write(
      'units/T01.md',
      unitFile({
        id: 'T01',
        script: `echo b > src/b.txt; echo '[[' > ${here.path('../config')}\n${done}`,
      }),
    )
    const interruptAt = /deliver failed .*bad config line 1 in file/
    const { exitCode, stderr } = await here.fixpoint('run units --deliver ff', {
      ...globally(here),
      interruptAt,
    })
    expect(exitCode, stderr).toBe(130)
    expect(stderr).toMatch(interruptAt)
    const at = '2026-01-27T12:00:30.000Z'
    const why = new RegExp(
      `r1  nobody drives it, .*: 1 unit, 1 landed; its delivery is tried again at ${at}: git .* bad config line 1 in file`,
    )
    const status = await here.fixpoint('status', globally(here))
    expect(status.stdout).toMatch(why)
    expect(status.stdout).not.toContain('waits for a person')
    expect(status.stdout).toContain('Next: fixpoint run\n')
    expect((await here.fixpoint('runs', globally(here))).stdout).toMatch(why)
    expect((await here.fixpoint('show run:r1', globally(here))).stdout).toContain(
      `  delivery r1~1  prepared; it is tried again at ${at}\n`,
    )
    mend(here)
    const ended = await here.fixpoint('run', { ...globally(here), now: later })
    expect(ended.exitCode, ended.stderr).toBe(0)
    expect(here.at('main', 'src/b.txt')).toBe('b\n')
  })
})

describe('a checkout that the config of git has elsewhere', () => {
  const lines = ['run units', 'run units --dry-run', 'run', 'fix "More"', 'land side', 'gc', 'init']
  const places = [
    ['/fixpoint-nowhere', 'there is no such folder'],
    ['nowhere', 'there is no such folder'],
    ['../../bin', 'HERE does not lie in it'],
  ] as const

  it.each(places)('at %s is what every command tells, and doctor too', async (folder, why) => {
    const here = withUnit()
    here.write('../bin/x', '')
    here.git('config', 'core.worktree', folder)
    const config = here.path('.git/config')
    const said = `repository/worktree ${config} says core.worktree = ${folder}, and ${why.replace('HERE', here.root)}`
    const todo = `git config --file ${config} --unset core.worktree, or put the checkout where it says`
    for (const line of lines)
      expect(await here.fixpoint(line, globally(here)), line).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: `Error: ${said} (${todo})\n`,
      })
    const { exitCode, stdout } = await here.fixpoint('doctor', globally(here))
    expect(exitCode).toBe(1)
    expect(stdout).toContain(`fail  repository  ${said}\n                  → ${todo}\n`)
  })

  it('right where it is forbids nothing, and in a linked worktree git does not ask it', async () => {
    const here = withUnit()
    here.git('add', '.')
    here.git('commit', '--quiet', '-m', 'A unit')
    here.git('config', 'core.worktree', '..')
    here.git('worktree', 'add', '--quiet', '../side')
    for (const line of ['run units --dry-run', '--chdir ../side run units --dry-run']) {
      const { exitCode, stderr } = await here.fixpoint(line, globally(here))
      expect(exitCode, stderr).toBe(0)
    }
  })
})

it.each(['ci', 'refresh', 'scan', 'plan --refresh'])(
  'a repository that git does not trust is nothing that %s answers for from anything else',
  async line => {
    const here = repository({
      'fixpoint.spec.yaml':
        'resources:\n  m:\n    a: {files: [a.py], attributes: {functions: [a]}}\n',
      'a.py': 'def a(): return 1\n',
    })
    const { exitCode, stdout, stderr } = await here.program(line, {
      env: { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
    })
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(
      /^Error: git\/failed git .*dubious ownership.* \(if you trust it: git config --global --add safe\.directory .*\)$/m,
    )
  },
)
