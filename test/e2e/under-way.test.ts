// The same unit files named once more while a run with them is open: after a kill, from a second terminal, by habit. Nothing is done twice.

import { describe, expect, it } from 'vitest'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const asks = `printf '\`\`\`result\\nstatus: blocked\\nquestion: Which one?\\nsummary: two ways\\n\`\`\`\\n'`

const type = (here: TestRepository, line: string) => here.fixpoint(line, { env })

const landing = (id: string, front = '') =>
  unitFile({
    id,
    script: `echo x > src/${id}.txt\n${done}`,
    front,
    claims: `create: [src/${id}.txt]`,
  })

/** T01 has landed on the line of r1, T02 asks a person. */
async function open(): Promise<TestRepository> {
  const here = repository()
  here.write('units/T01.md', landing('T01'))
  here.write('units/T02.md', unitFile({ id: 'T02', script: asks, claims: 'create: [src/b.txt]' }))
  expect((await type(here, 'run units')).exitCode).toBe(5)
  return here
}

describe('what is under way in an open run', () => {
  it('is gone on with, and not started again', async () => {
    const here = await open()
    const { exitCode, stdout, stderr } = await type(here, 'run units')
    expect(exitCode).toBe(5)
    expect(stderr).toContain('T01, T02 under way in r1: not started again\n')
    expect(stdout).toMatch(/^r1 /)
    expect((await type(here, 'runs --json')).stdout).not.toContain('"r2"')
  })

  it('keeps what it was started with, and says so where something else is asked for', async () => {
    const here = await open()
    expect((await type(here, 'run units --deliver ff')).stderr).toContain(
      'Warning: r1 keeps what it was started with; --deliver changes nothing\n',
    )
    for (const line of ['run --deliver ff', 'run --continue --oracle working'])
      expect(await type(here, line), line).toMatchObject({
        exitCode: 64,
        stderr: expect.stringContaining(
          'goes with units that start: an open run keeps what it was started with (fixpoint run, which ends with how its work is taken)',
        ),
      })
  })

  it('is left out of a run of others, and refused as a need of them', async () => {
    const here = await open()
    here.write('units/T03.md', landing('T03'))
    const { stdout, stderr } = await type(here, 'run units --json')
    expect(stderr).toContain('T01, T02 under way in r1: not started again\n')
    expect(JSON.parse(stdout)).toMatchObject({
      run: 'r2',
      underWay: [
        { unit: 'T01', run: 'r1' },
        { unit: 'T02', run: 'r1' },
      ],
    })
    expect(here.at('fixpoint/r2', 'src/T03.txt')).toBe('x\n')
    here.write('units/T04.md', landing('T04', 'depends_on: [T02]\n'))
    expect(await type(here, 'run units --only T04')).toMatchObject({
      exitCode: 1,
      stderr:
        'Error: unit/open-need T04 needs T02, which is under way in r1 (fixpoint run goes on with r1; start T04 when that has landed)\n',
    })
  })

  it('is worked on beside where its text is another by now, or with --again', async () => {
    const here = await open()
    here.write('units/T02.md', landing('T02'))
    const edited = await type(here, 'run units/T02.md')
    expect(edited.stdout).toMatch(/^r2 {2}complete: 1 unit, 1 landed/)
    const again = await type(here, 'run units/T01.md --again')
    expect(again.stdout).toMatch(/^r3 {2}complete: 1 unit, 1 landed/)
  })

  it('is told by a dry run', async () => {
    const here = await open()
    const { exitCode, stdout, stderr } = await type(here, 'run units --dry-run')
    expect([exitCode, stdout]).toEqual([0, 'Nothing to do.\n'])
    expect(stderr).toContain('T01, T02 under way in r1: not started again\n')
  })
})
