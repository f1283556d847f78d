// What other systems of this kind get wrong, one test for each: the number in brackets is that of the acceptance case, which the table in
// README.md beside this file tells apart from those that other files hold. Real git and real agents.

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startEngine } from '../crash/engine.ts'
import { placeOf } from './engine-place.ts'
import {
  agentConfig,
  checkoutOf,
  done,
  repository,
  type TestRepository,
  unitFile,
} from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const run = (here: TestRepository, line: string) => here.fixpoint(line, { env })

/** A place beside the project that agents and the test share. */
const shared = (here: TestRepository, name: string) => join(here.root, '..', name)

const waitFor = (file: string) => `while [ ! -e ${file} ]; do sleep 0.05; done`

async function failuresOf(here: TestRepository): Promise<readonly string[]> {
  const { stdout } = await here.fixpoint('replay r1 --json')
  const { events } = JSON.parse(stdout) as {
    events: readonly { type: string; failure: { class: string; summary: string } }[]
  }
  return events
    .filter(each => each.type === 'attempt.failed')
    .map(({ failure }) => `${failure.class}: ${failure.summary}`)
}

/** Every ref that is a person's, with the settings of the repository. */
const own = ({ git, root }: TestRepository) => ({
  refs: git('for-each-ref', '--format=%(refname) %(objectname)')
    .split('\n')
    .filter(each => !/^refs\/(heads\/)?fixpoint\//.test(each)),
  config: git('config', '--local', '--list'),
  hooks: execFileSync('ls', ['-lA', join(root, '.git/hooks')], { encoding: 'utf8' }),
})

function leaveWork(here: TestRepository): void {
  here.write('src/a.txt', 'put aside\n')
  here.git('stash', 'push', '--quiet')
  here.write('src/a.txt', 'work in progress\n')
  here.write('src/staged.txt', 'staged\n')
  here.git('add', 'src/staged.txt')
  here.write('src/untracked.txt', 'mine\n')
}

describe('work in progress', () => {
  it.each([
    ['lands', `echo b > src/b.txt\n${done}`, 0],
    ['fails', `echo b > src/b.txt; git stash -qu; git clean -fdxq\n${done}`, 1],
    ['waits', `printf '\`\`\`result\\nstatus: blocked\\nquestion: why?\\n\`\`\`\\n'`, 5],
  ])('[specfuse 7] is byte-identical after a run that %s', async (_, script, exitCode) => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script }))
    leaveWork(here)
    const before = checkoutOf(here)
    expect((await run(here, 'run T01.md')).exitCode).toBe(exitCode)
    expect(checkoutOf(here)).toEqual(before)
  })

  it('[dgov 27] in a file that lands, and another branch in the middle, keep nothing from landing; delivery waits', async () => {
    const here = repository()
    const script = `echo agent > src/a.txt; touch ${shared(here, 'at-work')}; ${waitFor(shared(here, 'go'))}\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    here.write('src/a.txt', 'work in progress\n')
    const ran = here.program('run T01.md --deliver ff')
    await until(() => existsSync(shared(here, 'at-work')))
    here.git('switch', '--quiet', '-c', 'elsewhere')
    here.write('../go', '')
    expect((await ran).stdout).toMatch(/^r1 {2}complete: 1 unit, 1 landed/)
    expect(here.at('fixpoint/r1', 'src/a.txt')).toBe('agent\n')
    expect(here.read('src/a.txt')).toBe('work in progress\n')
    expect(here.git('symbolic-ref', 'HEAD')).toBe('refs/heads/elsewhere\n')
    expect(here.git('rev-list', '--count', 'elsewhere')).toBe('1\n')
  })

  it('[dgov 39] after a run is as clean as before, and the next run is not held up', async () => {
    const here = repository({ '.gitignore': 'units/\n' })
    here.write('units/T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    expect(here.git('status', '--porcelain')).toBe('')
    expect((await run(here, 'run units')).exitCode).toBe(0)
    expect(here.git('status', '--porcelain', '--ignored')).toBe('!! .fixpoint/local/\n!! units/\n')
    expect((await run(here, 'run units')).stdout).toMatch(/^r2 {2}complete/)
  })
})

describe('an attempt', () => {
  it('[specfuse 8] never sees what a failed one before it has left', async () => {
    const here = repository({ '.gitignore': '*.log\n' })
    const first = 'echo x > src/left.txt; echo x > left.log; rm src/a.txt; exit 3'
    const script = `if [ "$ATTEMPT" = 1 ]; then ${first}; fi
git status --porcelain --ignored > src/seen.txt; ls src >> src/seen.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    expect((await run(here, 'run T01.md')).exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/seen.txt')).toBe('?? src/seen.txt\na.txt\nseen.txt\n')
  })

  it.each([
    ['commits and switches the branch', 'git add -A; git commit -qm x; git switch -qc other'],
    [
      'rewrites history',
      'git add -A; git commit -q --amend -m x; git switch -q --orphan none; git checkout -q work -- .',
    ],
    ['stages, resets and cleans', 'git add -A; git reset -q; git clean -fdxq -e src/b.txt'],
    ['stashes and takes it out again', 'git stash -qu; git stash pop -q'],
    [
      'writes refs, settings and hooks',
      'git branch -f main HEAD; git tag mine; git config user.name Evil; git config core.hooksPath /tmp; touch .git/hooks/pre-commit; git update-ref refs/heads/fixpoint/r1 HEAD',
    ],
  ])(
    '[specfuse 9] [dgov 17] that %s lands what its folder holds, and moves nothing else',
    async (_, does) => {
      const here = repository()
      here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt; ${does}\n${done}` }))
      leaveWork(here)
      const before = [checkoutOf(here), own(here)]
      expect((await run(here, 'run T01.md')).exitCode).toBe(0)
      expect([checkoutOf(here), own(here)]).toEqual(before)
      expect(here.git('diff', '--name-status', 'main', 'fixpoint/r1')).toBe('A\tsrc/b.txt\n')
      expect(here.git('log', '--format=%an %s', 'main..fixpoint/r1')).toBe('Ana Unit T01\n')
    },
  )

  it('[specfuse 10] that touches a forbidden path fails by its name, however green the checks', async () => {
    const config = agentConfig('checks:\n  green:\n    command: "true"\n')
    const here = repository({ '.fixpoint/config.yaml': config, 'migrations/1.sql': '1\n' })
    const script = `echo b > src/b.txt; echo 2 >> migrations/1.sql\n${done}`
    const front = 'do_not_touch: [migrations/**]\nchecks: [green]\n'
    here.write('T01.md', unitFile({ id: 'T01', script, front, claims: 'create: [.], edit: [.]' }))
    expect((await run(here, 'run T01.md')).exitCode).toBe(1)
    expect(new Set(await failuresOf(here))).toEqual(
      new Set([
        'scope: a change outside the claims: migrations/1.sql: was changed, and must stay as it is',
      ]),
    )
  })

  const deciding = [
    '.fixpoint/config.yaml',
    '.fixpoint/rules/r.md',
    '.github/workflows/ci.yml',
    '.husky/pre-commit',
    'units/T01.md',
  ]

  it.each(deciding)('[specfuse 11] may not change %s, though it claims everything', async path => {
    const here = repository({
      '.fixpoint/rules/r.md': 'r\n',
      '.github/workflows/ci.yml': 'on: push\n',
      '.husky/pre-commit': 'npm test\n',
    })
    const script = `echo b > src/b.txt; if [ "$ATTEMPT" = 1 ]; then echo x >> ${path}; fi\n${done}`
    here.write('units/T01.md', unitFile({ id: 'T01', script, claims: 'create: [.], edit: [.]' }))
    here.git('add', 'units')
    here.git('commit', '--quiet', '-m', 'A unit')
    expect((await run(here, 'run units')).exitCode).toBe(0)
    expect(await failuresOf(here)).toEqual([
      `scope: a change outside the claims: ${path}: was changed; it decides about the work, and no claim names it`,
    ])
    expect(here.git('diff', '--name-only', 'main', 'fixpoint/r1')).toBe('src/b.txt\n')
  })

  it.each([
    '.GitHub/Workflows/new.yml',
    '.github/actions/setup/action.yml',
    '.woodpecker/build.yaml',
  ])('[specfuse 11] may not make %s, though it claims everything', async path => {
    const here = repository({ '.github/workflows/ci.yml': 'on: push\n' })
    const script = `mkdir -p ${path.replace(/\/[^/]*$/, '')}; echo x > ${path}\n${done}`
    const front = 'attempts: 1\n'
    here.write('T01.md', unitFile({ id: 'T01', script, claims: 'create: [.]', front }))
    expect((await run(here, 'run T01.md')).exitCode).toBe(1)
    expect(await failuresOf(here)).toEqual([
      `scope: a change outside the claims: ${path}: was created; it decides about the work, and no claim names it`,
    ])
  })

  it('[specfuse 11] may change what decides where a claim names it', async () => {
    const here = repository({ '.github/workflows/ci.yml': 'on: push\n' })
    const script = `echo x >> .github/workflows/ci.yml\n${done}`
    const claims = 'edit: [.github/workflows/ci.yml]'
    here.write('T01.md', unitFile({ id: 'T01', script, claims }))
    expect((await run(here, 'run T01.md')).exitCode).toBe(0)
  })

  it('[specfuse 11] is judged by the checks of the base, whatever it makes of its copy', async () => {
    const config = agentConfig('checks:\n  never:\n    command: test -e src/never\n')
    const here = repository({ '.fixpoint/config.yaml': config, 'src/never': '' })
    const script = `rm src/never; sed -i 's/test -e.*/"true"/' .fixpoint/config.yaml; git checkout -q .fixpoint\n${done}`
    const claims = 'delete: [src/never]'
    here.write('T01.md', unitFile({ id: 'T01', script, claims, front: 'checks: [never]\n' }))
    expect((await run(here, 'run T01.md')).exitCode).toBe(1)
    expect((await failuresOf(here))[0]).toMatch(/^check_failed: check never failed/)
  })

  it('[specfuse 14] that ends with an error is one that failed, however green the checks', async () => {
    const config = agentConfig('checks:\n  green:\n    command: "true"\n')
    const here = repository({ '.fixpoint/config.yaml': config })
    const script = `echo b > src/b.txt; ${done}; exit 7`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [green]\n' }))
    expect((await run(here, 'run T01.md')).exitCode).toBe(1)
    expect(await failuresOf(here)).toContain('agent_error: the agent ended with exit code 7')
    expect(() => here.git('rev-parse', '--verify', 'fixpoint/r1')).toThrow()
  })
})

describe('units', () => {
  it('[specfuse 12] [terarchitect 32] that are independent work at the same time, each in a folder of its own', async () => {
    const here = repository()
    const names = ['T01', 'T02', 'T03']
    const meets = names.map(each => waitFor(shared(here, each))).join('; ')
    for (const id of names) {
      const script = `pwd > src/${id}; touch ${shared(here, id)}; ${meets}; ls src >> src/${id}\n${done}`
      here.write(`units/${id}.md`, unitFile({ id, script, claims: `create: [src/${id}]` }))
    }
    leaveWork(here)
    const before = checkoutOf(here)
    expect((await run(here, 'run units')).exitCode).toBe(0)
    const seen = names.map(each => here.at('fixpoint/r1', `src/${each}`).split('\n'))
    expect(new Set(seen.map(([folder]) => folder)).size).toBe(3)
    expect(seen.map(([, ...rest]) => rest)).toEqual(names.map(each => [each, 'a.txt', '']))
    expect(checkoutOf(here)).toEqual(before)
  })

  it('[dgov 9] land and let their dependents start while a slow one works that nobody needs', async () => {
    const here = repository()
    const unit = (id: string, script: string, front = '') =>
      here.write(
        `units/${id}.md`,
        unitFile({
          id,
          script: `${script}; echo x > src/${id}\n${done}`,
          claims: `create: [src/${id}]`,
          front,
        }),
      )
    unit('T01', waitFor(shared(here, 'began')))
    unit('T02', 'true')
    unit('T03', `touch ${shared(here, 'began')}`, 'depends_on: [T02]\n')
    expect((await run(here, 'run units')).exitCode).toBe(0)
    expect(here.git('log', '--reverse', '--format=%s', 'main..fixpoint/r1')).toMatch(/^Unit T02\n/)
  })

  it('[dgov 16] start on a base that holds everything they need', async () => {
    const here = repository()
    const unit = (id: string, script: string, front = '') =>
      here.write(
        `units/${id}.md`,
        unitFile({
          id,
          script: `${script} > src/${id}\n${done}`,
          claims: `create: [src/${id}]`,
          front,
        }),
      )
    unit('T01', 'echo 1')
    unit('T02', 'echo 2')
    unit('T03', 'git log --format=%s', 'depends_on: [T01, T02]\n')
    expect((await run(here, 'run units')).exitCode).toBe(0)
    const [last, ...earlier] = here.at('fixpoint/r1', 'src/T03').trim().split('\n')
    expect([last, ...earlier].sort()).toEqual(['Start', 'Unit T01', 'Unit T02'])
  })

  it('[dgov 13] of two runs whose claims overlap wait for each other, and say for whom', async () => {
    const here = repository()
    const slow = `echo 1 >> src/a.txt; touch ${shared(here, 'at-work')}; ${waitFor(shared(here, 'go'))}\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script: slow, claims: 'edit: [src/a.txt]' }))
    here.write('T02.md', unitFile({ id: 'T02', script: `echo 2 >> src/a.txt\n${done}` }))
    const first = here.program('run T01.md')
    await until(() => existsSync(shared(here, 'at-work')))
    const second = here.program('run T02.md')
    let why = ''
    while (!/held by r1\/T01/.test(why)) why = (await here.fixpoint('why T02')).stdout
    here.write('../go', '')
    expect([(await first).exitCode, (await second).exitCode]).toEqual([0, 0])
  })
})

describe('work that is finished', () => {
  it('[specfuse 41] is not done again: no event, no commit', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    await run(here, 'run T01.md')
    const all = async () => [(await here.fixpoint('replay r1')).stdout, here.git('for-each-ref')]
    const before = await all()
    expect((await run(here, 'run')).exitCode).toBe(64)
    await run(here, 'run --continue')
    expect(await all()).toEqual(before)
  })

  it('[dgov 28] survives a git that fails under it, and lands when git works again', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    const failed = shared(here, 'failed')
    const fails = `if [ "$1" = mktree ] && [ ! -e ${failed} ]; then touch ${failed}; echo broken >&2; exit 128; fi`
    here.write('../bin/git', `#!/bin/sh\n${fails}\nexec ${real} "$@"\n`)
    chmodSync(shared(here, 'bin/git'), 0o755)
    const PATH = `${shared(here, 'bin')}:${process.env.PATH}`
    const { told, kill, ended } = startEngine(placeOf(here), ['run', 'T01.md'], { PATH })
    await until(() => told().includes('broken'))
    kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(here.at('refs/fixpoint/attempts/r1%2f.T01%23.1', 'src/b.txt')).toBe('b\n')
    // The world gets time to recover; by the clock of this test that is over.
    const later = await here.fixpoint('run', { env, now: '2099-01-01T00:00:00Z' })
    expect(later.exitCode).toBe(0)
    const trailer = '%(trailers:key=Fixpoint-Attempt,valueonly)'
    expect(here.git('log', '-1', `--format=${trailer}`, 'fixpoint/r1').trim()).toBe('1')
  })
})

/** A condition of the world, looked at until it holds; the test's own limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 10))
}
