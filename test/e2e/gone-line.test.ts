// The branch of a run was removed by hand, and git has tidied its commits away: the run cannot go on, which is told with what still can be done.

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

/** As a person might do it, and git after a while. */
function forget(here: TestRepository): void {
  const refs = here.git(
    'for-each-ref',
    '--format=%(refname)',
    'refs/fixpoint',
    'refs/heads/fixpoint',
  )
  for (const each of refs.split('\n').filter(Boolean)) here.git('update-ref', '-d', each)
  here.git('reflog', 'expire', '--expire=now', '--all')
  here.git('gc', '--quiet', '--prune=now')
}

it('a run whose landed commit is gone says so, and its units can be run anew', async () => {
  const here = repository()
  const failing = 'exit 1'
  here.write('units/T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
  here.write('units/T02.md', unitFile({ id: 'T02', script: failing, front: 'attempts: 1\n' }))
  expect((await here.program('run units')).exitCode).toBe(3)
  const tip = here.git('rev-parse', 'fixpoint/r1').trim()
  forget(here)
  const journal = async () => (await here.fixpoint('replay r1 --json')).stdout
  const before = await journal()
  for (const command of ['run --continue', 'retry T02']) {
    const { exitCode, stderr } = await here.program(command)
    expect(exitCode, command).toBe(1)
    expect(stderr).toContain(
      `Error: run/line-gone what landed in r1 is not in this repository any more: commit ${tip.slice(0, 10)} (git fetch CLONE ${tip} where another clone has it; else run its units anew)\n`,
    )
    expect(stderr).not.toContain('nothing of it is lost')
  }
  expect(await journal()).toBe(before)
  expect((await here.fixpoint('status')).stdout).not.toMatch(/run --continue|retry/)
  expect((await here.program('run units --only T01')).exitCode).toBe(0)
  expect(here.at('fixpoint/r2', 'src/b.txt')).toBe('b\n')
})

it('a run of which only the delivery is left ends with that word, and holds up nobody else', async () => {
  const here = repository()
  const begun = here.path('../begun')
  const go = here.path('../go')
  const waits = `touch ${begun}; while [ ! -e ${go} ]; do sleep 0.02; done`
  here.write(
    'T01.md',
    unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}`, claims: 'create: [src/b.txt]' }),
  )
  here.write(
    'T02.md',
    unitFile({
      id: 'T02',
      script: `${waits}\n${done}`,
      claims: 'create: [src/c.txt]',
      front: 'attempts: 1\n',
    }),
  )
  const run = here.program('run T01.md T02.md --deliver ff')
  while (!existsSync(begun)) await new Promise(setImmediate)
  while (here.git('branch', '--list', 'fixpoint/r1') === '') await new Promise(setImmediate)
  forget(here)
  here.write('../go', '')
  const { exitCode, stderr } = await run
  expect(stderr).toMatch(
    /what landed in r1 is not in this repository any more: commit [0-9a-f]{10}/,
  )
  expect(exitCode).not.toBe(0)
  here.write('T03.md', unitFile({ id: 'T03', script: `echo d > src/d.txt\n${done}` }))
  const next = await here.program('run T03.md --deliver ff')
  expect(next.exitCode, next.stderr).toBe(0)
  expect(here.at('main', 'src/d.txt')).toBe('d\n')
})

describe('what is proved and not on a line yet', () => {
  /** Runs a command once, in the middle of the proof of both, and counts the proofs. */
  async function proving(once: string) {
    const isTogether = 'test -e src/T01 && test -e src/T02'
    const meanwhile = `test -e $ROOT/../tidied || (cd $ROOT && ${once} && touch $ROOT/../tidied)`
    const here = repository({
      '.fixpoint/config.yaml': agentConfig(`checks:
  first: { command: 'if ${isTogether}; then ${meanwhile}; fi', environment: [ROOT] }
  second: { command: 'if ${isTogether}; then echo 1 >> $ROOT/../proofs; fi', environment: [ROOT] }
`),
    })
    for (const id of ['T01', 'T02']) {
      const claims = `create: [src/${id}]`
      here.write(`${id}.md`, unitFile({ id, script: `echo ${id} > src/${id}\n${done}`, claims }))
    }
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ROOT: here.root }
    const { exitCode, stderr } = await here.fixpoint('run T01.md T02.md --deliver ff', { env })
    expect(existsSync(here.path('../tidied')), stderr).toBe(true)
    expect(exitCode, stderr).toBe(0)
    expect(stderr).not.toContain('conflicts with')
    expect(here.at('main', 'src/T01') + here.at('main', 'src/T02')).toBe('T01\nT02\n')
    return here
  }

  it('is held, so that git tidies nothing of it away, until it has landed', async () => {
    const here = await proving('git gc --quiet --prune=now')
    expect(here.git('for-each-ref', '--format=%(refname)', 'refs/fixpoint').split('\n')).toEqual([
      'refs/fixpoint/attempts/r1%2f.T01%23.1',
      'refs/fixpoint/attempts/r1%2f.T02%23.1',
      'refs/fixpoint/log',
      '',
    ])
  })

  it('is made anew where somebody removed what holds it', async () => {
    const remove =
      'git for-each-ref --format="delete %(refname)" "refs/fixpoint/attempts/*candidate" | git update-ref --stdin'
    await proving(`${remove} && git gc --quiet --prune=now`)
  })
})
