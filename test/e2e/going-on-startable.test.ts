// What would fail at once is told before an existing run goes on, by every command that makes it go on, with the words of a new run; and
// where the run has other work, that is done.

import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { env } from './branches.ts'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const missing =
  '.fixpoint/config.yaml:3:5 process/missing-program agent mine: program "my-agent" is not on PATH (install my-agent, or name it by its path)'

const config = `agents:
  mine:
    command: [my-agent]
  obedient:
${agentConfig().split('\n').slice(2).join('\n')}`

interface Place {
  readonly here: TestRepository
  /** With the program on PATH. */
  readonly able: { readonly env: Readonly<Record<string, string | undefined>> }
}

/** A unit of an agent whose program is on one PATH only, and says what the file beside it says. */
function place(says: string, more = ''): Place {
  const here = repository({ '.fixpoint/config.yaml': config + more })
  here.write('../bin/my-agent', `#!/bin/sh\n. ${here.path('../says')}\n`)
  chmodSync(here.path('../bin/my-agent'), 0o755)
  here.write('../says', says)
  here.write(
    'units/T01.md',
    unitFile({ id: 'T01', script: '', front: 'agent: mine\nattempts: 1\n' }),
  )
  return { here, able: { env: { ...env, PATH: `${here.path('../bin')}:${env.PATH}` } } }
}

const asks = `printf '\`\`\`result\\nstatus: blocked\\nsummary: which one?\\nquestion: which one?\\n\`\`\`\\n'`

const entries = async ({ here }: Place) => (await here.fixpoint('replay r1', { env })).stdout

async function expectRefused(
  at: Place,
  line: string | readonly string[],
  text = missing,
): Promise<void> {
  const before = await entries(at)
  const { exitCode, stdout, stderr } = await at.here.fixpoint(line, { env })
  expect({ line, exitCode, stdout, stderr }).toEqual({
    line,
    exitCode: 1,
    stdout: '',
    stderr: `Error: ${text}\n`,
  })
  expect(await entries(at)).toBe(before)
}

describe('an agent whose program is gone', () => {
  it('keeps what failed from another chance until it is back', async () => {
    const at = place('exit 3\n')
    expect((await at.here.fixpoint('run units', at.able)).exitCode).toBe(1)
    for (const line of ['run --continue', 'retry T01']) await expectRefused(at, line)
    at.here.write('../says', `echo b > src/b.txt\n${done}\n`)
    const { exitCode, stderr } = await at.here.fixpoint('run --continue', at.able)
    expect(exitCode, stderr).toBe(0)
  })

  it('keeps a run that was interrupted from going on, and a question from its answer', async () => {
    const at = place(`${asks}\n`)
    expect((await at.here.fixpoint('run units', at.able)).exitCode).toBe(5)
    await expectRefused(at, ['answer', 'T01', 'the second'])
    expect((await at.here.fixpoint(['answer', 'T01', 'the second'], at.able)).exitCode).toBe(0)
    await expectRefused(at, 'run')
    at.here.write('../says', `echo b > src/b.txt\n${done}\n`)
    expect((await at.here.fixpoint('run', at.able)).exitCode).toBe(0)
  })

  it('is told once where the run has other work, and that is done', async () => {
    const at = place('exit 3\n')
    const { here, able } = at
    const later = `if [ -e ${here.path('../go')} ]; then mkdir docs; echo 2 > docs/2; else exit 3; fi\n${done}`
    const front = 'agent: obedient\nattempts: 1\n'
    here.write(
      'units/T02.md',
      unitFile({ id: 'T02', script: later, front, claims: 'create: [docs]' }),
    )
    expect((await here.fixpoint('run units', able)).exitCode).toBe(1)
    here.write('../go', '')
    const interruptAt = /T02 landed/
    const { stdout, stderr, exitCode } = await here.fixpoint('run --continue', { env, interruptAt })
    expect(stderr.match(/A person must mend this/g), stderr).toHaveLength(1)
    expect(stderr).toContain(
      `A person must mend this: ${missing} (T01). The run goes on with the rest.\n`,
    )
    expect(here.at('fixpoint/r1', 'docs/2')).toBe('2\n')
    expect(exitCode, stdout).toBe(130)
    here.write('../says', `echo b > src/b.txt\n${done}\n`)
    expect((await here.fixpoint('run', { ...able, now: '2026-01-28T12:00:00Z' })).exitCode).toBe(0)
  })
})

describe('what a person accepts', () => {
  it('needs its checks, and no agent any more', async () => {
    const at = place(`echo b > src/b.txt\n${done}\n`, 'checks:\n  unit:\n    command: my-check\n')
    const { here, able } = at
    here.write('../bin/my-check', '#!/bin/sh\n')
    chmodSync(here.path('../bin/my-check'), 0o755)
    const front = 'agent: mine\nchecks: [unit]\nreview: human\n'
    here.write('units/T01.md', unitFile({ id: 'T01', script: '', front }))
    expect((await here.fixpoint('run units', able)).exitCode).toBe(5)
    await expectRefused(
      at,
      'accept T01',
      '.fixpoint/config.yaml:9:5 process/missing-program check unit: program "my-check" is not on PATH (install my-check, or name it by its path)',
    )
    rmSync(here.path('../bin/my-agent'))
    expect((await here.fixpoint('accept T01', able)).exitCode).toBe(0)
    expect((await here.fixpoint('run', able)).exitCode).toBe(0)
  })
})

describe('what takes back', () => {
  it('needs its checks', async () => {
    const at = place(`echo b > src/b.txt\n${done}\n`, 'checks:\n  unit:\n    command: my-check\n')
    const { here, able } = at
    here.write('../bin/my-check', '#!/bin/sh\n')
    chmodSync(here.path('../bin/my-check'), 0o755)
    here.write(
      'units/T01.md',
      unitFile({ id: 'T01', script: '', front: 'agent: mine\nchecks: [unit]\n' }),
    )
    expect((await here.fixpoint('run units', able)).exitCode).toBe(0)
    await expectRefused(
      at,
      'revert T01',
      '.fixpoint/config.yaml:9:5 process/missing-program check unit: program "my-check" is not on PATH (install my-check, or name it by its path)',
    )
    expect((await here.fixpoint('revert T01', able)).exitCode).toBe(0)
  })

  it('needs its signature', async () => {
    const at = place(`echo b > src/b.txt\n${done}\n`)
    const { here, able } = at
    const key = here.path('../signer')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
    for (const [name, value] of [
      ['commit.gpgsign', 'true'],
      ['gpg.format', 'ssh'],
      ['user.signingkey', key],
    ])
      here.git('config', name!, value!)
    expect((await here.fixpoint('run units', able)).exitCode).toBe(0)
    rmSync(key)
    const fix = 'see that git commit -S works here, or git config commit.gpgsign false'
    await expectRefused(
      at,
      'revert T01',
      `git/signing commit.gpgsign asks for a signature, and none can be made: user.signingkey names ${key}, which is not there (${fix})`,
    )
  })
})

describe('a check whose program the project lacks', () => {
  const problem = (more: string) =>
    `.fixpoint/config.yaml:9:5 process/missing-program check unit: tools/gone.sh is not in what is committed, and a workspace holds nothing else (${more}; r1 stays with what it began with, so cancel what waits there and run the unit file anew)`
  const write = 'write and commit tools/gone.sh, or name another program'

  const check = 'checks:\n  unit:\n    command: ./tools/gone.sh\n'

  /** Another unit could have made it, and did not. */
  async function failed(more = ''): Promise<Place> {
    const at = place('exit 3\n', check)
    const { here, able } = at
    const front = `agent: mine\nchecks: [unit]\nattempts: 1\n${more}`
    here.write('units/T01.md', unitFile({ id: 'T01', script: '', front }))
    const script = `[ -e ${here.path('../go')} ] || exit 3\nmkdir tools; cp /bin/true tools/gone.sh\n${done}`
    const maker = { id: 'T02', script, front: 'agent: obedient\nattempts: 1\n' }
    here.write('units/T02.md', unitFile({ ...maker, claims: 'create: [tools]' }))
    const { exitCode, stderr } = await here.fixpoint('run units', able)
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining(`(${write}, unless a unit does)`),
    ])
    return at
  }

  it('is told before retry, and what is advised works', async () => {
    const { here, able } = await failed()
    const { exitCode, stderr } = await here.fixpoint('retry T01', able)
    expect([exitCode, stderr]).toEqual([1, `Error: ${problem(write)}\n`])
    here.write('tools/gone.sh', '#!/bin/sh\n')
    chmodSync(here.path('tools/gone.sh'), 0o755)
    here.git('add', 'tools')
    here.git('commit', '--quiet', '-m', 'A program')
    const since = await here.fixpoint('retry T01', able)
    expect([since.exitCode, since.stderr]).toEqual([1, `Error: ${problem('HEAD has it by now')}\n`])
    here.write('../says', `echo b > src/b.txt\n${done}\n`)
    const anew = await here.fixpoint('run units/T01.md', able)
    expect(anew.exitCode, anew.stderr).toBe(0)
  })

  it('that a unit brings which goes on with it is a warning before run --continue', async () => {
    const { here, able } = await failed('depends_on: [T02]\n')
    here.write('../says', `echo b > src/b.txt\n${done}\n`)
    here.write('../go', '')
    const { exitCode, stderr } = await here.fixpoint('run --continue', able)
    expect(stderr).toContain(`(${write}, unless a unit does; r1 stays`)
    expect(exitCode, stderr).toBe(0)
  })

  it('is not told where the work has it already', async () => {
    const { here, able } = place(`mkdir tools; cp /bin/true tools/gone.sh\n${done}\n`, check)
    const front = 'agent: mine\nchecks: [unit]\nreview: human\n'
    const unit = unitFile({ id: 'T01', script: '', front, claims: 'create: [tools]' })
    here.write('units/T01.md', unit)
    expect((await here.fixpoint('run units', able)).exitCode).toBe(5)
    const { exitCode, stderr } = await here.fixpoint('accept T01', able)
    expect(stderr).not.toContain('missing-program')
    expect(exitCode, stderr).toBe(0)
    expect((await here.fixpoint('run', able)).exitCode).toBe(0)
  })
})
