// What `show` and `why` say of a unit whose landing was taken back: by which unit and commit, and whether the branch that was to have it has
// it all the same. What is advised is typed here as it is printed.

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** T01 has landed, and main has it. */
async function landed(): Promise<TestRepository> {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: `echo landed > src/a.txt\n${done}` }))
  const { exitCode } = await here.fixpoint('run T01.md --deliver ff', { env })
  expect(exitCode).toBe(0)
  return here
}

async function told(here: TestRepository) {
  const [show, why] = [
    await here.fixpoint('show T01', { env }),
    await here.fixpoint('why T01', { env }),
  ]
  expect(why.stdout).toBe(show.stdout)
  const [first = ''] = show.stdout.split('\n')
  const row = /^ {2}revert {6}(.*)$/m.exec(show.stdout)?.[1]
  const { reverted, status } = JSON.parse((await here.fixpoint('show T01 --json', { env })).stdout)
  expect(JSON.parse((await here.fixpoint('why T01 --json', { env })).stdout).reverted).toEqual(
    reverted,
  )
  expect(status).toBe('landed')
  return { first, row, reverted }
}

const tipOf = (here: TestRepository, branch: string) => here.git('rev-parse', branch).trim()

describe('a unit whose landing', () => {
  it('stands says nothing of a revert', async () => {
    const here = await landed()
    expect(await told(here)).toEqual({ first: 'r1/T01  landed', row: undefined, reverted: null })
  })

  it('was taken back names the unit, the commit and the branch that has it no more', async () => {
    const here = await landed()
    expect((await here.fixpoint('revert T01', { env })).exitCode).toBe(0)
    const commit = tipOf(here, 'main')
    expect(here.at('main', 'src/a.txt')).toBe('a\n')
    expect(await told(here)).toEqual({
      first: 'r1/T01  landed, then reverted',
      row: `by r1/T01-revert-1 as ${commit.slice(0, 10)}, and delivered to main`,
      reverted: {
        by: 'r1/T01-revert-1',
        how: 'taken',
        commit,
        target: { branch: 'main', hasIt: false, isDelivered: true, command: null },
      },
    })
  })

  it('was taken back on its line alone says that the target still has it, and what brings the revert there', async () => {
    const here = await landed()
    here.write('src/a.txt', 'mine\n')
    expect((await here.fixpoint('revert T01', { env })).exitCode).toBe(5)
    const commit = tipOf(here, 'fixpoint/r1')
    const command = 'git commit -am "Work in progress" && fixpoint land fixpoint/r1 --into main'
    const { row, reverted } = await told(here)
    expect(row).toBe(
      `by r1/T01-revert-1 as ${commit.slice(0, 10)}; main still has it  → ${command}`,
    )
    expect(reverted.target).toEqual({ branch: 'main', hasIt: true, isDelivered: false, command })
    here.git('checkout', '--quiet', 'src/a.txt')
    const after = (await told(here)).reverted.target.command
    execFileSync('sh', ['-c', after], { cwd: here.root, env, stdio: 'pipe' })
    expect(here.at('main', 'src/a.txt')).toBe('a\n')
    expect((await told(here)).row).toMatch(/, and delivered to main$/)
  })

  it('was taken back by hand, with git, is told as such', async () => {
    const here = await landed()
    here.git('revert', '--no-edit', 'HEAD')
    const commit = tipOf(here, 'main')
    const { row, reverted } = await told(here)
    expect(row).toBe(`by hand as ${commit.slice(0, 10)}, and delivered to main`)
    expect(reverted).toMatchObject({ by: null, how: 'taken', commit })
  })
})

it('a revert that could not be proved took nothing back, and is told as such', async () => {
  const config = '.fixpoint/config.yaml'
  const here = repository()
  here.write(
    config,
    `${here.read(config)}checks:\n  own: { command: "grep -q landed src/a.txt" }\n`,
  )
  here.git('commit', '--quiet', '--all', '-m', 'A check')
  const front = 'checks: [own]\n'
  here.write('T01.md', unitFile({ id: 'T01', front, script: `echo landed > src/a.txt\n${done}` }))
  await here.fixpoint('run T01.md --deliver ff', { env })
  await here.fixpoint('revert T01', { env })
  const { first, row, reverted } = await told(here)
  expect(first).toBe('r1/T01  landed')
  expect(row).toBe('r1/T01-revert-1 was to take it back, and failed')
  expect(reverted).toMatchObject({ by: 'r1/T01-revert-1', how: 'failed', commit: null })
})
