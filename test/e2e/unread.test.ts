// Output that nobody reads to its end, as behind `| head -1`: a run goes on and answers as ever, and what only tells ends without a word, as
// programs of Unix do that a closed pipe ends.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NODE, PROGRAM } from './places.ts'
import { project } from './project.ts'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

interface Piped {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

type Stream = 'stdout' | 'stderr'

/** The built program, of which these streams are closed once their first line was read; at once where nothing is to be read. */
function piped(
  root: string,
  line: string,
  closed: readonly Stream[],
  lines: 0 | 1 = 0,
): Promise<Piped> {
  const child = spawn(NODE, [PROGRAM, ...line.split(' ')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: join(root, '../home'),
      FIXPOINT_CACHE_DIR: join(root, '../cache'),
    },
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    const isClosed = closed.includes(name)
    if (isClosed && lines === 0) child[name].destroy()
    child[name].on('data', part => {
      said[name] += String(part)
      if (isClosed && said[name].includes('\n')) for (const each of closed) child[each].destroy()
    })
  }
  return new Promise(resolve => child.on('close', exitCode => resolve({ exitCode, ...said })))
}

function withUnits(...scripts: readonly string[]): TestRepository {
  const here = repository()
  for (const [at, script] of scripts.entries())
    here.write(
      `units/T0${at + 1}.md`,
      unitFile({ id: `T0${at + 1}`, script, claims: `create: [src/${at}.txt]` }),
    )
  return here
}

const work = (at: number) => `echo ${at} > src/${at}.txt\n${done}`

describe('a run whose output nobody reads', () => {
  it.each([
    ['from its first line on', ['stdout', 'stderr'], 1],
    ['at all', ['stdout', 'stderr'], 0],
    ['on stderr', ['stderr'], 0],
    ['on stdout', ['stdout'], 0],
  ] as const)('%s lands all the same, and answers 0', async (_, closed, lines) => {
    const here = withUnits(work(0), work(1), work(2))
    const { exitCode } = await piped(here.root, 'run units --max-workers 1', closed, lines)
    expect(exitCode).toBe(0)
    for (const at of [0, 1, 2]) expect(here.at('fixpoint/r1', `src/${at}.txt`)).toBe(`${at}\n`)
    expect((await here.fixpoint('runs')).stdout).toContain('r1  complete: 3 units, 3 landed')
  })

  it('answers that some of it failed, and is warned as ever', async () => {
    const here = withUnits(work(0), 'exit 3')
    here.write('units/T03.md', '')
    const { exitCode } = await piped(here.root, 'run units', ['stdout', 'stderr'])
    expect(exitCode).toBe(3)
  })

  it('answers that it was refused', async () => {
    const here = withUnits(work(0))
    for (const line of ['run nowhere', 'run nowhere --json', 'land nowhere'])
      expect((await piped(here.root, line, ['stdout', 'stderr'])).exitCode).toBe(1)
  })
})

describe('what only tells', () => {
  it.each(['plan', 'status', 'status --json', 'help', 'help run', 'config'])(
    'ends without a word and with 141: %s',
    async line => {
      const here = withUnits()
      here.write('fixpoint.spec.yaml', 'resources:\n  feature:\n    login: {}\n')
      expect(await piped(here.root, line, ['stdout'])).toMatchObject({ exitCode: 141, stderr: '' })
    },
  )

  it('of a long text, in the middle of it', async () => {
    const long = Array.from({ length: 5_000 }, (_, index) => `    resource_${index}: {}\n`).join('')
    const here = project({ 'fixpoint.spec.yaml': `resources:\n  feature:\n${long}` })
    const { exitCode, stderr } = await piped(here.root, 'plan', ['stdout'], 1)
    expect({ exitCode, stderr }).toEqual({ exitCode: 141, stderr: '' })
    expect((await piped(here.root, 'plan --detailed-exitcode', ['stdout'], 1)).exitCode).toBe(2)
  })
})
