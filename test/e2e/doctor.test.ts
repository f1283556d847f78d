// `fixpoint doctor`: each thing that Fixpoint stands on, and the way to mend it.

import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { env as usual } from './branches.ts'
import { type Project, project } from './project.ts'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const spec = 'version: "1"\nresources:\n  feature:\n    login: {}\n'

interface Line {
  readonly verdict: string
  readonly message: string
  readonly fix?: string
}

/** What doctor says, by name. */
async function examine(here: Project, env: Readonly<Record<string, string | undefined>> = {}) {
  const { exitCode, stdout } = await here.fixpoint('doctor --json', { env })
  const { ok, findings } = JSON.parse(stdout)
  const lines = findings.map(({ name, ...line }: Line & { name: string }) => [name, line])
  return { exitCode, ok, found: Object.fromEntries(lines) as Readonly<Record<string, Line>> }
}

it('a project that was just started in a repository is well', async () => {
  const here = project()
  execFileSync('git', ['init', '--quiet'], { cwd: here.root })
  await here.fixpoint('init')
  const { exitCode, stdout } = await here.fixpoint('doctor')
  const git = /git version (\S+)/.exec(execFileSync('git', ['--version'], { encoding: 'utf8' }))![1]
  expect(stdout).toBe(`ok    node        ${process.versions.node}
ok    git         ${git}
ok    repository  ${here.root}
ok    cache       ${here.path('../cache')}
ok    config      .fixpoint/config.yaml
ok    spec        fixpoint.spec.yaml, 3 resources
ok    state       fixpoint.state.json, serial 0
ok    lock        free
ok    merge       git merges the state by resource
`)
  expect(exitCode).toBe(0)
})

it('an empty folder fails for the spec alone, and changes nothing', async () => {
  const here = project()
  const { exitCode, ok, found } = await examine(here)
  expect({ exitCode, ok }).toEqual({ exitCode: 1, ok: false })
  expect(found.spec).toEqual({
    verdict: 'fail',
    message: 'spec/absent there is no spec file fixpoint.spec.yaml',
    fix: 'run fixpoint init, or name one with --spec',
  })
  const verdicts = Object.entries(found).map(([name, { verdict }]) => `${name} ${verdict}`)
  expect(verdicts).toEqual([
    'node ok',
    'git ok',
    'repository warn',
    'cache ok',
    'config ok',
    'spec fail',
    'state warn',
    'lock ok',
    'merge warn',
  ])
  expect(here.files()).toEqual([])
})

it('a spec with several problems shows the first, and where to see the others', async () => {
  const here = project({ 'fixpoint.spec.yaml': 'resorces: {}\nversio: 1\n' })
  const { found } = await examine(here)
  expect(found.spec).toEqual({
    verdict: 'fail',
    message:
      'fixpoint.spec.yaml:1:1 spec/unknown-key unknown key resorces and 1 more: fixpoint validate',
    fix: 'did you mean resources?',
  })
})

it('a state that is no state fails with its line', async () => {
  const here = project({
    'fixpoint.spec.yaml': spec,
    'fixpoint.state.json': '{\n  "version": "1",\n  oops',
  })
  const { exitCode, found } = await examine(here)
  expect(exitCode).toBe(1)
  expect(found.state?.verdict).toBe('fail')
  expect(found.state?.message).toContain('fixpoint.state.json:3:3 state/corrupt')
})

it('a config with a misspelt key fails, and nothing is said that rests on it', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec, '.fixpoint/config.yaml': 'agnet: x\n' })
  const { exitCode, found } = await examine(here)
  expect(exitCode).toBe(1)
  expect(found.config).toEqual({
    verdict: 'fail',
    message: '.fixpoint/config.yaml:1:1 config/unknown-key unknown key agnet',
    fix: 'did you mean agent?',
  })
  expect(found).not.toHaveProperty('state')
})

it('a lock that is held is shown with its holder and its id', async () => {
  const lock = {
    id: 'L1',
    user: 'bo',
    host: 'far',
    pid: 7,
    started: '1',
    at: '2026-01-27T11:00:00Z',
    purpose: 'mark',
  }
  const here = project({
    'fixpoint.spec.yaml': spec,
    '.fixpoint.state.json.lock': JSON.stringify(lock),
  })
  const { exitCode, found } = await examine(here)
  expect(exitCode).toBe(0)
  expect(found.lock).toEqual({
    verdict: 'warn',
    message: 'held by bo@far (process 7) for mark since 2026-01-27T11:00:00Z',
    fix: 'wait for it, or if it is gone: fixpoint force-unlock L1',
  })
})

it('a cache folder that cannot be one fails with its path', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec, taken: '' })
  const { exitCode, found } = await examine(here, { FIXPOINT_CACHE_DIR: here.path('taken/cache') })
  expect(exitCode).toBe(1)
  expect(found.cache?.message).toContain('a part of the path is not a folder')
})

it('each missing half of the merge driver is a warning with the command that mends it', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec })
  execFileSync('git', ['init', '--quiet'], { cwd: here.root })
  expect((await examine(here)).found.merge?.fix).toBe(
    "echo 'fixpoint.state.json merge=fixpoint' >> .gitattributes",
  )
  here.write('.gitattributes', 'fixpoint.state.json merge=fixpoint\n')
  expect((await examine(here)).found.merge?.fix).toBe(
    "git config merge.fixpoint.driver 'fixpoint state merge %O %A %B'",
  )
})

it('a branch that no branch of a run can stand beside is told in the words of run', async () => {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: done }))
  here.git('branch', 'fixpoint')
  const words =
    'repository/name-taken a branch is called fixpoint, and beside it git can hold no branch of a run, as fixpoint/r1'
  const fix = 'rename it: git branch -m fixpoint another-name'
  const { exitCode, stdout } = await here.fixpoint('doctor')
  expect(exitCode).toBe(1)
  expect(stdout).toContain(`fail  repository  ${words}\n                  → ${fix}\n`)
  expect((await here.fixpoint('run T01.md')).stderr).toBe(`Error: ${words} (${fix})\n`)
})

describe('programs of checks and agents', () => {
  const config = (command: string, more = '') =>
    agentConfig(`checks:\n  unit:\n    command: ${command}\n${more}`)

  function withCheck(made: string, files: Readonly<Record<string, string>> = {}) {
    return repository({ 'fixpoint.spec.yaml': spec, '.fixpoint/config.yaml': made, ...files })
  }

  it('of the project that git does not keep as such are told as a run tells them', async () => {
    const here = withCheck(config('timeout 60 ./check.sh'), { 'check.sh': '#!/bin/sh\n' })
    here.git('config', 'core.fileMode', 'false')
    chmodSync(here.path('check.sh'), 0o755)
    const { exitCode, found } = await examine(here, usual)
    expect([exitCode, found.programs]).toEqual([
      1,
      {
        verdict: 'fail',
        message:
          '.fixpoint/config.yaml:7:5 process/not-executable check unit: check.sh is not executable in what is committed, and a workspace holds it as it is there',
        fix: 'chmod +x check.sh && git update-index --chmod=+x check.sh && git commit, or start it with an interpreter: sh check.sh',
      },
    ])
    here.git('update-index', '--chmod=+x', 'check.sh')
    here.git('commit', '--quiet', '-m', 'A program')
    expect((await examine(here, usual)).found.programs).toEqual({
      verdict: 'ok',
      message: 'those of agents and checks are there',
    })
  })

  it.each([
    ['./gone.sh', '', 'fail', 'check unit: gone.sh is not in what is committed'],
    ['gone-program', '', 'fail', 'check unit: program "gone-program" is not on PATH'],
    ['./gone.sh', "workspace:\n  setup: 'true'\n", 'warn', 'check unit: gone.sh is not in'],
    ["'true'", 'agents-of', 'warn', 'agent other: program "gone-agent" is not on PATH'],
  ])('that are not there: %s %s', async (command, more, verdict, text) => {
    const other = '  other:\n    command: [gone-agent]\n'
    const made =
      more === 'agents-of'
        ? agentConfig(`${other}checks:\n  unit:\n    command: ${command}\n`)
        : config(command, more)
    const { exitCode, found } = await examine(withCheck(made), usual)
    expect(found.programs).toMatchObject({ verdict, message: expect.stringContaining(text) })
    expect(exitCode).toBe(verdict === 'fail' ? 1 : 0)
  })
})
