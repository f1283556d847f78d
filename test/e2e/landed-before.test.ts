// What landed in an earlier run and is in the base is there: it is not worked on again, and what needs it starts. What is not in the base,
// was taken out of it, or says something else by now, is not.

import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const first = unitFile({ id: 'T01', script: `echo 1 > src/1.txt\n${done}` })
/** Fails where the work of T01 is not in its workspace. */
const second = unitFile({
  id: 'T02',
  script: `cat src/1.txt > src/2.txt && ${done}`,
  front: 'depends_on: [T01]\n',
})

/** T01 has landed, and nothing else; T02 needs it. */
async function landed(deliver = '--deliver ff'): Promise<TestRepository> {
  const here = repository()
  here.write('units/T01.md', first)
  here.write('units/T02.md', second)
  expect(await here.fixpoint(`run units/T01.md ${deliver}`, { env })).toMatchObject({ exitCode: 0 })
  return here
}

const run = (here: TestRepository, line: string) => here.fixpoint(`run ${line}`, { env })

const notAgain = 'T01 landed in r1: in the base, and not worked on again\n'

describe('a need that landed in an earlier run and is in the base', () => {
  it.each(['units --only T02', 'units/T02.md'])('is not worked on again by run %s', async line => {
    const here = await landed()
    const dry = await run(here, `${line} --dry-run`)
    expect(dry.stdout).toMatch(/^ {2}1\. T02$/m)
    expect(dry.stdout).not.toContain('1. T01')
    expect(dry.stderr).toBe(notAgain)
    const { exitCode, stdout, stderr } = await run(here, line)
    expect(stdout).toMatch(/^r2 {2}complete: 1 unit, 1 landed\n {2}T02 /)
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(notAgain)])
    expect(here.at('fixpoint/r2', 'src/2.txt')).toBe('1\n')
  })

  it('is there too where its line was landed as one commit', async () => {
    const here = await landed('')
    here.write('other.txt', 'x\n')
    here.git('add', 'other.txt')
    here.git('commit', '-qm', 'Meanwhile')
    here.write(
      '.fixpoint/config.yaml',
      `${here.read('.fixpoint/config.yaml')}checks: { ok: { command: "true" } }\n`,
    )
    here.git('commit', '-qam', 'A check')
    const taken = await here.fixpoint('land fixpoint/r1 --into main', { env })
    expect(taken).toMatchObject({ exitCode: 0 })
    expect((await run(here, 'units/T02.md')).stdout).toMatch(/^r3 {2}complete: 1 unit, 1 landed/)
  })

  it('is there too where others squashed its line, with what landed on top of it', async () => {
    const here = repository()
    const needing = (id: string, script: string) =>
      unitFile({ id, script: `${script}\n${done}`, front: 'depends_on: [T01]\n' })
    here.write('units/T01.md', first)
    here.write('units/T02.md', needing('T02', 'echo more >> src/1.txt'))
    await run(here, 'units')
    here.write('units/T03.md', needing('T03', 'echo 3 > src/3.txt'))
    here.write('other.txt', 'x\n')
    here.git('add', 'other.txt')
    here.git('commit', '-qm', 'Meanwhile')
    here.git('merge', '--squash', 'fixpoint/r1')
    here.git('commit', '-qm', 'All of it (#1)')
    expect((await run(here, 'units/T03.md --dry-run')).stderr).toBe(notAgain)
    here.git('revert', '--no-edit', 'HEAD')
    expect((await run(here, 'units/T03.md')).stderr).toContain(
      'landed in r1 and is not in the base (fixpoint land fixpoint/r1, or',
    )
  })

  it('is told to programs', async () => {
    const here = await landed()
    const commit = here.git('rev-parse', 'main').trim()
    const landedBefore = [{ unit: 'T01', run: 'r1', commit }]
    for (const line of ['units --only T02 --dry-run', 'units --only T02', 'units/T01.md']) {
      const { stdout } = await run(here, `${line} --json`)
      expect(JSON.parse(stdout)).toMatchObject({ landedBefore })
    }
  })
})

describe('a need that landed in an earlier run, and is no longer what it was', () => {
  it('is not there where its line was not taken: the command that takes it is named, and works', async () => {
    const here = await landed('')
    const { exitCode, stderr } = await run(here, 'units/T02.md')
    expect(exitCode).toBe(1)
    expect(stderr).toBe(
      'Error: units/T02.md unit/depends-on it depends on T01, which landed in r1 and is not in the base (git merge --ff-only fixpoint/r1, or fixpoint run units/T02.md units/T01.md)\n',
    )
    here.git('merge', '--ff-only', 'fixpoint/r1')
    expect(await run(here, 'units/T02.md')).toMatchObject({ exitCode: 0 })
  })

  it('is not there where it was taken back', async () => {
    const here = await landed()
    here.git('revert', '--no-edit', 'HEAD')
    expect((await run(here, 'units/T02.md')).stderr).toContain(
      'it depends on T01, which landed in r1 and was taken back (fixpoint run units/T02.md units/T01.md)',
    )
    here.git('revert', '--no-edit', 'HEAD')
    expect((await run(here, 'units/T02.md --dry-run')).stderr).toBe(notAgain)
  })

  it('is not there where the merge that brought it was taken back', async () => {
    const here = await landed('')
    here.git('merge', '--no-ff', '-qm', 'Take it', 'fixpoint/r1')
    here.git('revert', '--no-edit', '-m', '1', 'HEAD')
    expect((await run(here, 'units/T02.md')).stderr).toContain('landed in r1 and was taken back')
  })

  it('is another where its file was edited since, but not where only who does it and how', async () => {
    const here = await landed()
    here.write('units/T01.md', first.replace('id: T01\n', 'id: T01\nattempts: 5\npriority: 3\n'))
    expect((await run(here, 'units/T02.md --dry-run')).stderr).toBe(notAgain)
    here.write('units/T01.md', first.replaceAll('1.txt', 'one.txt'))
    expect((await run(here, 'units/T02.md')).stderr).toContain(
      'it depends on T01, which landed in r1 and was edited since (fixpoint run units/T02.md units/T01.md)',
    )
    const { stdout, stderr } = await run(here, 'units --only T02 --dry-run')
    expect(stdout).toContain('1. T01\n  2. T02')
    expect(stderr).toBe('T01 landed in r1 and was edited since: worked on again\n')
    await run(here, 'units/T01.md --deliver ff')
    here.write('units/T01.md', first)
    expect((await run(here, 'units/T02.md')).stderr).toContain('landed in r2 and was edited since')
  })

  it('is not there where its line ended as it began', async () => {
    const here = repository()
    here.write('units/T01.md', first)
    here.write('units/T02.md', second)
    here.write(
      'units/T03.md',
      unitFile({
        id: 'T03',
        script: `rm src/1.txt\n${done}`,
        front: 'depends_on: [T01]\n',
        claims: 'delete: [src/1.txt]',
      }),
    )
    expect(await run(here, 'units --only T03')).toMatchObject({ exitCode: 0 })
    expect((await run(here, 'units/T02.md')).stderr).toContain(
      'landed in r1 and is not in the base',
    )
  })

  it('is unknown where its file is gone: its id alone says nothing', async () => {
    const here = await landed()
    rmSync(here.path('units/T01.md'))
    expect((await run(here, 'units/T02.md')).stderr).toContain(
      'it depends on T01, which is not in this run; a T01 landed in r1 (take T01 out of depends_on if that is the one)',
    )
  })
})

describe('units that landed, run once more', () => {
  it('are left out, and the others worked on', async () => {
    const here = await landed()
    const { exitCode, stdout, stderr } = await run(here, 'units --deliver ff')
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(notAgain)])
    expect(stdout).toMatch(/^r2 {2}complete: 1 unit, 1 landed\n {2}T02 /)
    const events = async () => [(await here.fixpoint('runs')).stdout, here.git('for-each-ref')]
    const before = await events()
    for (const line of ['units', 'units --only T02', 'units --dry-run'])
      expect(await run(here, line)).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/^Nothing to do\.$/m),
        stderr: expect.stringMatching(
          line.includes('only')
            ? /^T02 landed in r2: in the base, and not worked on again$/m
            : /^T01 landed in r1; T02 landed in r2: in the base, and not worked on again$/m,
        ),
      })
    expect(await events()).toEqual(before)
  })

  it('are worked on where --again says so, and not what they need', async () => {
    const here = repository()
    here.write('units/T01.md', unitFile({ id: 'T01', script: `date +%s%N > src/1.txt\n${done}` }))
    here.write(
      'units/T02.md',
      unitFile({
        id: 'T02',
        script: `date +%s%N > src/2.txt\n${done}`,
        front: 'depends_on: [T01]\n',
      }),
    )
    await run(here, 'units --deliver ff')
    const only = await run(here, 'units --only T02 --again --deliver ff')
    expect(only.stdout).toMatch(/^r2 {2}complete: 1 unit, 1 landed\n {2}T02 /)
    const all = await run(here, 'units --again')
    expect(all.stdout).toMatch(/^r3 {2}complete: 2 units, 2 landed/)
    expect(await run(here, '--again')).toMatchObject({ exitCode: 64 })
  })

  it('and were not taken are worked on again, which is told with the command that takes them', async () => {
    const here = await landed('')
    const { stderr } = await run(here, 'units/T01.md')
    expect(stderr).toContain(
      'T01 landed in r1, which is not in the base: worked on again (to go on from there: git merge --ff-only fixpoint/r1)\n',
    )
  })

  it('are worked on by fix whenever it is typed', async () => {
    const here = repository()
    const script = `\`\`\`sh\ndate +%s%N > src/1.txt\n${done}\n\`\`\``
    for (const name of ['r1', 'r2'])
      expect(await here.fixpoint(['fix', script, '--deliver', 'ff'], { env })).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining(`${name}  complete`),
      })
  })
})
