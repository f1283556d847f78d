// What a run would fail of at once, however often it tries, is refused before it starts, and the rehearsal says the same. What only shows
// while it runs is told to whoever watches, at once and once.

import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { env } from './branches.ts'
import { NOON } from './cli.ts'
import {
  agentConfig,
  checkoutOf,
  done,
  repository,
  type TestRepository,
  unitFile,
} from './repository.ts'

const unit = (script = `echo b > src/b.txt\n${done}`, front = '') =>
  unitFile({ id: 'T01', script, front })

const checks = (command: string, more = '') =>
  agentConfig(`checks:\n  unit:\n    command: ${command}\n${more}`)

function project(config: string, front = ''): TestRepository {
  const here = repository({ '.fixpoint/config.yaml': config })
  here.write('T01.md', unit(undefined, front))
  return here
}

/** By the run and by its rehearsal alike, and nothing was begun. */
async function expectRefused(here: TestRepository, text: string): Promise<void> {
  const before = checkoutOf(here)
  for (const line of ['run T01.md --dry-run', 'run T01.md']) {
    const { exitCode, stdout, stderr } = await here.fixpoint(line, { env })
    expect({ line, exitCode, stdout, stderr }).toEqual({
      line,
      exitCode: 1,
      stdout: '',
      stderr: `Error: ${text}\n`,
    })
  }
  expect(checkoutOf(here)).toEqual(before)
  expect(here.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\n')
  expect((await here.fixpoint('runs', { env })).stdout).not.toContain('r1')
}

describe('an agent', () => {
  it.each([
    ['a program', '[gone-agent, --fast]'],
    ['a line', 'gone-agent --fast < /dev/null 2>&1'],
    ['a line with variables', 'CI=1 gone-agent --fast && true'],
  ])('whose program is not there is refused, named as %s', async (_, command) => {
    const here = project(`agents:\n  mine:\n    command: ${command}\n`)
    await expectRefused(
      here,
      '.fixpoint/config.yaml:3:5 process/missing-program agent mine: program "gone-agent" is not on PATH (install gone-agent, or name it by its path)',
    )
  })

  it('whose program is no program is refused', async () => {
    const here = project('')
    const path = here.path('../agent')
    here.write('../agent', '#!/bin/sh\n')
    chmodSync(path, 0o644)
    here.write('.fixpoint/config.yaml', `agents:\n  mine:\n    command: [${path}]\n`)
    here.git('commit', '--quiet', '-a', '-m', 'Agent')
    await expectRefused(
      here,
      `.fixpoint/config.yaml:3:5 process/not-executable agent mine: ${path} is not executable (chmod +x ${path})`,
    )
  })

  it('that no unit asks for may be absent', async () => {
    const more = '  other:\n    command: [gone-agent]\n'
    const here = project(agentConfig(more), 'agent: obedient\n')
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  })
})

describe('a check', () => {
  it('whose program is not there is refused, of a landing too', async () => {
    const here = project(checks('gone-program --all'), 'checks: [unit]\n')
    const why =
      'process/missing-program check unit: program "gone-program" is not on PATH (install gone-program, or name it by its path)'
    await expectRefused(here, `.fixpoint/config.yaml:7:5 ${why}`)
    here.git('switch', '--quiet', '-c', 'feature')
    here.write('src/a.txt', 'a of the branch\n')
    here.git('commit', '--quiet', '-a', '-m', 'Feature')
    here.git('switch', '--quiet', 'main')
    const { exitCode, stderr } = await here.fixpoint('land feature', { env })
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining(why) })
  })

  it.each([
    'test -f src/b.txt',
    '"[ -f src/b.txt ]"',
    '"! false"',
    '"gone-program || test -f src/b.txt"',
    '"if test -f src/b.txt; then true; fi"',
    '"only() { test -f src/b.txt; }; only"',
    '"PATH=$PWD/bin:$PATH made"',
    'true && ./bin/made',
    'timeout 60 sh -c ./bin/made',
  ])('that a workspace can run is not: %s', async command => {
    const made = 'mkdir bin; echo "#!/bin/sh" > bin/made; chmod +x bin/made'
    const here = project(checks(command), 'checks: [unit]\n')
    const script = `echo b > src/b.txt\n${made}\n${done}`
    const claims = 'create: [src, bin]'
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [unit]\n', claims }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).not.toContain('missing-program')
    expect(exitCode, stderr).toBe(0)
  })

  it('that setup brings is not refused, and what is not there yet is told', async () => {
    const here = project('')
    const folder = here.path('../programs')
    const file = `${folder}/brought`
    const setup = `mkdir -p ${folder} && printf '#!/bin/sh\\n' > ${file} && chmod +x ${file}`
    const more = `workspace:\n  setup: ${JSON.stringify(setup)}\n`
    here.write('.fixpoint/config.yaml', checks('brought', more))
    here.git('commit', '--quiet', '-a', '-m', 'Setup')
    here.write('T01.md', unit(undefined, 'checks: [unit]\n'))
    const withFolder = { ...env, PATH: `${folder}:${env.PATH}` }
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env: withFolder })
    expect(stderr).toContain(
      'Warning: .fixpoint/config.yaml:7:5 process/missing-program check unit: program "brought" is not on PATH (install brought, or name it by its path, unless setup brings it)\n',
    )
    expect(exitCode, stderr).toBe(0)
  })
})

describe('a program of the project that git does not keep as one', () => {
  const message = (who: string) =>
    `process/not-executable ${who}: tools/go.sh is not executable in what is committed, and a workspace holds it as it is there`
  const fix =
    'chmod +x tools/go.sh && git update-index --chmod=+x tools/go.sh && git commit, or start it with an interpreter: sh tools/go.sh'
  const config = checks('./tools/go.sh --all')

  /** Executable here, which says nothing of workspaces. */
  function withScript(made = config): TestRepository {
    const here = repository({ '.fixpoint/config.yaml': made, 'tools/go.sh': '#!/bin/sh\n' })
    here.git('config', 'core.fileMode', 'false')
    chmodSync(here.path('tools/go.sh'), 0o755)
    here.write('T01.md', unit(undefined, 'checks: [unit]\n'))
    return here
  }

  it('is refused where a check starts with it, and works once it is committed as one', async () => {
    const here = withScript()
    await expectRefused(here, `.fixpoint/config.yaml:7:5 ${message('check unit')} (${fix})`)
    here.git('update-index', '--chmod=+x', 'tools/go.sh')
    here.git('commit', '--quiet', '-m', 'A program')
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  })

  it('is refused where an agent is it, also before the first commit', async () => {
    const here = withScript('agents:\n  mine:\n    command: [tools/go.sh]\n')
    here.write('T01.md', unit())
    await expectRefused(here, `.fixpoint/config.yaml:3:5 ${message('agent mine')} (${fix})`)
    here.git('update-ref', '-d', 'HEAD')
    const { stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain(message('agent mine'))
  })

  it('is a warning where a unit may make it one', async () => {
    const here = withScript()
    const script = `echo b > src/b.txt; chmod +x tools/go.sh\n${done}`
    const claims = 'create: [src], edit: [tools/go.sh]'
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [unit]\n', claims }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain(`${message('check unit')} (${fix}, unless a unit does)\n`)
    expect(exitCode, stderr).toBe(0)
  })

  it('is looked for where branches land', async () => {
    const here = withScript()
    here.git('branch', 'old')
    here.git('switch', '--quiet', '-c', 'feature')
    here.write('src/a.txt', 'a of the branch\n')
    here.git('commit', '--quiet', '-a', '-m', 'Feature')
    here.git('switch', '--quiet', 'main')
    here.git('update-index', '--chmod=+x', 'tools/go.sh')
    here.git('commit', '--quiet', '-m', 'A program')
    const refused = await here.fixpoint('land feature --into old', { env })
    expect(refused).toMatchObject({
      exitCode: 1,
      stderr: `Error: .fixpoint/config.yaml:7:5 ${message('check unit')} (${fix})\n`,
    })
    expect((await here.fixpoint('land feature --into main', { env })).exitCode).toBe(0)
  })
})

describe('a program of the project that git does not keep at all', () => {
  const message =
    'process/missing-program check unit: tools/gone.sh is not in what is committed, and a workspace holds nothing else'
  const fix = 'write and commit tools/gone.sh, or name another program'

  it.each([
    './tools/gone.sh --all',
    '[tools/gone.sh]',
    'CI=1 env A=b timeout -k 5 60 nice -n 5 ./tools/gone.sh < /dev/null',
    '[timeout, --signal=KILL, "60", tools/gone.sh]',
    './tools/gone.sh && true',
  ])('is refused where a check starts with it: %s', async command => {
    const here = project(checks(command), 'checks: [unit]\n')
    await expectRefused(here, `.fixpoint/config.yaml:7:5 ${message} (${fix})`)
  })

  it('is refused with the way to keep it where it is only in the checkout', async () => {
    const here = project(checks('tools/gone.sh'), 'checks: [unit]\n')
    here.write('tools/gone.sh', '#!/bin/sh\n')
    chmodSync(here.path('tools/gone.sh'), 0o755)
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    const add = 'git add tools/gone.sh && git commit, or name it in workspace.carry of the config'
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `Error: .fixpoint/config.yaml:7:5 ${message} (${add})\n`,
    })
    here.write('.gitignore', 'tools\n')
    const carried = checks('tools/gone.sh', 'workspace:\n  carry: [tools]\n')
    here.write('.fixpoint/config.yaml', carried)
    here.git('add', '.gitignore')
    here.git('commit', '--quiet', '-a', '-m', 'Carry')
    const carrying = await here.fixpoint('run T01.md', { env })
    expect(carrying.stderr).not.toContain('missing-program')
    expect(carrying.exitCode, carrying.stderr).toBe(0)
  })

  it('is no matter where it lies behind a link, which git does not follow', async () => {
    const here = project(checks('there/go.sh'), 'checks: [unit]\n')
    here.write('tools/go.sh', '#!/bin/sh\n')
    chmodSync(here.path('tools/go.sh'), 0o755)
    symlinkSync('tools', here.path('there'))
    here.git('add', '.')
    here.git('commit', '--quiet', '-m', 'Linked')
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).not.toContain('missing-program')
    expect(exitCode, stderr).toBe(0)
  })

  it.each([
    ['setup', 'src', "workspace:\n  setup: 'mkdir tools; cp /bin/true tools/gone.sh'\n"],
    ['a unit', 'src, tools', ''],
  ])('is a warning where %s may bring it', async (mender, create, more) => {
    const here = project(checks('./tools/gone.sh', more))
    const bring = mender === 'setup' ? '' : 'mkdir tools; cp /bin/true tools/gone.sh\n'
    const script = `echo b > src/b.txt\n${bring}${done}`
    const claims = `create: [${create}]`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [unit]\n', claims }))
    here.write('.gitignore', mender === 'setup' ? 'tools\n' : '\n')
    here.git('add', '.gitignore')
    here.git('commit', '--quiet', '-m', 'Ignored')
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain(`${message} (${fix}, unless ${mender} does)\n`)
    expect(exitCode, stderr).toBe(0)
  })

  it('and that setup did not bring is tried a few times, and then a person is asked', async () => {
    const idle = "workspace:\n  setup: 'true'\n"
    const here = project(checks('./tools/gone.sh', idle), 'checks: [unit]\n')
    const why = 'check unit could not be run: its program ./tools/gone.sh is not there'
    /** Each wait is over as soon as it is told. */
    const now = (told: string) =>
      new Date(Date.parse(NOON) + told.split('; again at').length * 120_000).toISOString()
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env, now })
    expect(stderr.match(/; again at/g)).toHaveLength(2)
    expect(stderr).toContain(`r1/T01 waits for a person: ${why}. Waiting does not mend that.`)
    expect(exitCode).toBe(5)
    const { stdout } = await here.fixpoint('status', { env })
    expect(stdout).toContain('\nNext: fixpoint cancel T01\n')
    expect((await here.fixpoint('cancel T01', { env })).exitCode).toBe(0)
    here.write('tools/gone.sh', '#!/bin/sh\n')
    chmodSync(here.path('tools/gone.sh'), 0o755)
    here.git('add', 'tools')
    here.git('commit', '--quiet', '-m', 'Mended')
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  })

  it('any more is charged to the work that took it away', async () => {
    const here = repository({
      '.fixpoint/config.yaml': checks('./tools/go.sh'),
      'tools/go.sh': '#!/bin/sh\n',
    })
    here.git('update-index', '--chmod=+x', 'tools/go.sh')
    here.git('commit', '--quiet', '-m', 'A program')
    const front = 'checks: [unit]\nattempts: 1\n'
    const claims = 'create: [src], delete: [tools/go.sh]'
    const script = `rm tools/go.sh; echo b > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front, claims }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain(
      'check unit cannot be started any more: its program ./tools/go.sh is not there',
    )
    expect(exitCode, stderr).toBe(1)
  })
})

describe('a signature', () => {
  /** Of a person whose settings are their own. */
  function signing(...settings: readonly (readonly [string, string])[]): TestRepository {
    const here = project(agentConfig())
    for (const [key, value] of [['commit.gpgsign', 'true'], ...settings] as const)
      here.git('config', key, value)
    return here
  }
  const fix = 'see that git commit -S works here, or git config commit.gpgsign false'
  const text = (why: string) =>
    `git/signing commit.gpgsign asks for a signature, and none can be made: ${why} (${fix})`

  it('by a program that is not there is refused', async () => {
    const here = signing(['gpg.program', 'gone-gpg'])
    await expectRefused(here, text('program "gone-gpg" is not on PATH'))
  })

  it('with a file that is not there is refused', async () => {
    const here = signing(['gpg.format', 'ssh'], ['user.signingkey', '/nowhere/key'])
    await expectRefused(here, text('user.signingkey names /nowhere/key, which is not there'))
  })

  it('with a file that is no key is refused', async () => {
    const here = signing(['gpg.format', 'ssh'])
    here.write('../key', 'no key\n')
    chmodSync(here.path('../key'), 0o600)
    here.git('config', 'user.signingkey', here.path('../key'))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('asks for a signature, and none can be made: '),
    })
    expect(here.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\n')
  })

  it('with a key that GnuPG does not have is refused', async () => {
    const here = signing(['user.signingkey', 'nobody@example.org'])
    here.write('../gnupg/.keep', '')
    chmodSync(here.path('../gnupg'), 0o700)
    const own = { ...env, GNUPGHOME: here.path('../gnupg') }
    const { exitCode, stderr } = await here.fixpoint('run T01.md --dry-run', { env: own })
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('gpg has no secret key nobody@example.org'),
    })
  })

  it.each([
    ['that expired', 'sign', '1d', 'expired on 2020-01-02'],
    ['that cannot sign', 'cert', '0', 'is not one that signs, or what of it signs has expired'],
  ])('with a key of GnuPG %s is refused', async (_, usage, expires, why) => {
    const here = signing(['user.signingkey', 'ana@example.org'])
    here.write('../gnupg/.keep', '')
    chmodSync(here.path('../gnupg'), 0o700)
    const own = { ...env, GNUPGHOME: here.path('../gnupg') }
    const made = ['--quick-gen-key', 'Ana <ana@example.org>', 'ed25519', usage, expires]
    const then = ['--faked-system-time', '20200101T000000']
    const options = { env: own, stdio: 'ignore' } as const
    execFileSync('gpg', ['--batch', '--passphrase', '', ...then, ...made], options)
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env: own })
    execFileSync('gpgconf', ['--kill', 'gpg-agent'], options)
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `Error: ${text(`the key ana@example.org of gpg ${why}`)}\n`,
    })
    expect(here.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\n')
  })

  it('with a key that signs is made; a key with a passphrase asks nobody before the start', async () => {
    const here = signing(['gpg.format', 'ssh'])
    const key = here.path('../signer')
    const make = (phrase: string, file: string) =>
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', phrase, '-f', file])
    make('', key)
    here.git('config', 'user.signingkey', key)
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(exitCode, stderr).toBe(0)
    expect(here.git('cat-file', 'commit', 'fixpoint/r1')).toContain('BEGIN SSH SIGNATURE')
    make('secret', here.path('../locked'))
    here.git('config', 'user.signingkey', here.path('../locked'))
    expect((await here.fixpoint('run T01.md --again --dry-run', { env })).exitCode).toBe(0)
  })
})

describe('a git that was not told who commits', () => {
  const told =
    'Warning: git/identity git was not told your name and e-mail, so what lands is committed by Fixpoint <fixpoint@localhost> (git config user.name "Your Name" && git config user.email you@example.org)\n'

  function nobody(): { readonly here: TestRepository; readonly own: typeof env } {
    const here = project(checks('test -d src'), 'checks: [unit]\n')
    for (const each of ['name', 'email']) here.git('config', '--unset', `user.${each}`)
    here.write('../gitconfig', '')
    const alone = { GIT_CONFIG_GLOBAL: here.path('../gitconfig'), GIT_CONFIG_NOSYSTEM: '1' }
    return { here, own: { ...env, ...alone } }
  }

  it('is told before run, revert, fix and land start, once each, and they work', async () => {
    const { here, own } = nobody()
    const branch = ['-c', 'user.name=Ben', '-c', 'user.email=ben@example.org']
    here.git('switch', '--quiet', '-c', 'feature')
    here.write('src/a.txt', 'a of the branch\n')
    here.git(...branch, 'commit', '--quiet', '-a', '-m', 'Feature')
    here.git('switch', '--quiet', 'main')
    for (const line of ['run T01.md --dry-run', 'run T01.md', 'revert T01', 'land feature']) {
      const { exitCode, stderr } = await here.fixpoint(line, { env: own })
      expect(exitCode, `${line}: ${stderr}`).toBe(0)
      expect([line, stderr.split(told).length, stderr.indexOf(told)]).toEqual([line, 2, 0])
    }
    const { stderr } = await here.fixpoint('fix "Nothing"', { env: own })
    expect(stderr.startsWith(told), stderr).toBe(true)
    expect(here.git('log', '-1', '--format=%an <%ae>', 'fixpoint/r1')).toBe(
      'Fixpoint <fixpoint@localhost>\n',
    )
  })

  it('is not told where the environment names them', async () => {
    const { here, own } = nobody()
    const named = { GIT_AUTHOR_NAME: 'Ana', GIT_AUTHOR_EMAIL: 'ana@example.org' }
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env: { ...own, ...named } })
    expect(exitCode, stderr).toBe(0)
    expect(stderr).not.toContain('git/identity')
  })
})

describe('what only shows while a run goes on', () => {
  it('is told once, with what a person may do', async () => {
    const here = repository({
      '.fixpoint/config.yaml':
        "agents:\n  obedient:\n    command: [./tools/gone]\nworkspace:\n  setup: 'true'\n",
    })
    here.write('units/T01.md', unit())
    here.write('units/T02.md', unitFile({ id: 'T02', script: done, claims: 'create: [docs]' }))
    const interruptAt = /T02 attempt 1 failed.* is tried again at/
    const { stderr } = await here.fixpoint('run units --max-workers 1', { env, interruptAt })
    expect(stderr).toMatch(/T01 attempt 1 failed.* is tried again at/)
    const words = [
      /^A person must mend this: there is no program \.\/tools\/gone \(T01\)\. The run goes on by itself after that\.$/gm,
      /^Nothing is lost if you end it with Ctrl-C meanwhile: fixpoint run goes on from there\.$/gm,
    ]
    for (const each of words) expect(stderr.match(each)).toHaveLength(1)
  })
})
