// A journal that was put back from a backup has forgotten what landed since: the line and the record of landings still know it. Each unit
// lands once all the same, and what only looks like a landing lands nothing.

import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { journalFolder } from '../../src/engine/journal-place.ts'
import { layoutOf } from '../../src/journal/layout.ts'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

interface UnitToDo {
  readonly id: string
  readonly front?: string
}

/** Each session is counted, writes another text than any before it, and waits until the test lets it go on. */
function project(units: readonly UnitToDo[]): TestRepository {
  const here = repository()
  for (const { id, front = '' } of units) {
    const script = `echo ${id} >> ${here.root}/../sessions; touch ${here.root}/../at
while [ ! -e ${here.root}/../go ]; do sleep 0.05; done
wc -l < ${here.root}/../sessions > src/${id}
${done}`
    here.write(`units/${id}.md`, unitFile({ id, script, claims: `create: [src/${id}]`, front }))
  }
  return here
}

/** Backed up while the first agent works, then landed wholly, then put back. */
async function forgotten(here: TestRepository, line = 'run units'): Promise<void> {
  const run = here.program(line)
  while (!existsSync(here.path('../at'))) await new Promise(setImmediate)
  expect((await here.fixpoint('backup ../saved')).exitCode).toBe(0)
  here.write('../go', '')
  expect(await run).toMatchObject({ exitCode: 0 })
}

const restored = async (here: TestRepository) =>
  expect((await here.fixpoint('restore ../saved --force')).exitCode).toBe(0)

const landed = ({ git }: TestRepository, line = 'fixpoint/r1') =>
  git('log', '--reverse', '--format=%(trailers:key=Fixpoint-Unit,valueonly)', line, '--')
    .split('\n')
    .filter(Boolean)

const sessions = (here: TestRepository) => here.read('../sessions').trim().split('\n')
const tipOf = ({ git }: TestRepository, name = 'fixpoint/r1') => git('rev-parse', name).trim()

async function landings(here: TestRepository) {
  const { events } = JSON.parse((await here.fixpoint('replay r1 --json')).stdout) as {
    events: readonly { type: string; unit?: string; commit?: string; recognised?: object }[]
  }
  return events.filter(each => each.type === 'unit.landed')
}

describe('a journal that forgot landings', () => {
  it('K-76 learns of them from the line and the record, with where it read them, and nothing lands twice', async () => {
    const here = project([{ id: 'T01' }, { id: 'T02', front: 'depends_on: [T01]\n' }])
    await forgotten(here)
    const tip = tipOf(here)
    const log = tipOf(here, 'refs/fixpoint/log')
    await restored(here)
    const { exitCode, stdout, stderr } = await here.program('run')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^r1 {2}complete: 2 units, 2 landed\n/)
    const first = tipOf(here, 'fixpoint/r1~1')
    const told = (unit: string, commit: string) =>
      `r1/${unit} is on the line already, as ${commit.slice(0, 10)}: refs/fixpoint/log records it, and the journal had forgotten it\n`
    expect(stderr).toContain(told('T01', first))
    expect(stderr).toContain(told('T02', tip))
    expect(stderr).not.toContain('somebody else')
    expect(landed(here)).toEqual(['r1/T01', 'r1/T02'])
    expect(tipOf(here)).toBe(tip)
    expect(sessions(here)).toEqual(['T01', 'T02'])
    expect(await landings(here)).toMatchObject([
      { unit: 'r1/T01', commit: first, recognised: { line: tip, log } },
      { unit: 'r1/T02', commit: tip, recognised: { line: tip, log } },
    ])
  })

  it('K-76 goes on with what had not landed, on top of what had', async () => {
    const here = project([{ id: 'T01' }, { id: 'T02' }])
    const stop = `[ -e ${here.root}/../again ] || exit 1`
    here.write(
      'units/T03.md',
      unitFile({
        id: 'T03',
        script: `${stop}\necho 3 > src/T03\n${done}`,
        front: 'depends_on: [T02]\n',
      }),
    )
    const run = here.program('run units --max-workers 1')
    while (!existsSync(here.path('../at'))) await new Promise(setImmediate)
    await here.fixpoint('backup ../saved')
    here.write('../go', '')
    expect(await run).toMatchObject({ exitCode: 3 })
    await restored(here)
    here.write('../again', '')
    expect((await here.program('run')).stdout).toMatch(/complete: 3 units, 3 landed\n/)
    expect(landed(here).toSorted()).toEqual(['r1/T01', 'r1/T02', 'r1/T03'])
    expect(sessions(here).toSorted()).toEqual(['T01', 'T02'])
  })

  it('K-76 a journal that was recovered from damage learns of them too', async () => {
    const here = project([{ id: 'T01' }])
    here.write('../go', '')
    expect((await here.program('run units')).exitCode).toBe(0)
    const tip = tipOf(here)
    const decisions = new DatabaseSync(layoutOf(journalFolder(here.root)).decisions)
    decisions.exec(`UPDATE events SET payload = payload || ' ' WHERE seq = 8`)
    decisions.close()
    const recovered = await here.fixpoint('recover')
    expect(recovered.stderr).toContain('the next run reads it back from refs/fixpoint/log')
    expect((await here.program('run')).exitCode).toBe(0)
    expect(landed(here)).toEqual(['r1/T01'])
    expect(tipOf(here)).toBe(tip)
    expect(sessions(here)).toEqual(['T01'])
  })

  it('K-76 a line that was delivered and cleared away is read where it was delivered to', async () => {
    const here = project([{ id: 'T01' }])
    await forgotten(here, 'run units --deliver ff')
    here.git('branch', '-D', 'fixpoint/r1')
    await restored(here)
    expect((await here.program('run')).exitCode).toBe(0)
    expect(landed(here, 'main')).toEqual(['r1/T01'])
    expect(sessions(here)).toEqual(['T01'])
  })

  it('K-76 what was taken back since has landed once, and is not taken back twice', async () => {
    const here = project([{ id: 'T01' }])
    await forgotten(here)
    expect((await here.fixpoint(['revert', 'T01', '-m', 'too early'], { env })).exitCode).toBe(0)
    const tip = tipOf(here)
    await restored(here)
    const { exitCode, stderr } = await here.program('run')
    expect(exitCode).toBe(0)
    expect(stderr).toContain(`r1 goes on from ${tip.slice(0, 10)}, where r1/T01-revert-1 landed: `)
    expect(stderr).not.toContain('somebody else')
    expect(landed(here)).toEqual(['r1/T01', 'r1/T01-revert-1'])
    const again = await here.fixpoint(['revert', 'T01', '-m', 'too early'], { env })
    expect(again.stderr).toContain(`r1/T01 was taken back already, by ${tip.slice(0, 10)}`)
    expect(tipOf(here)).toBe(tip)
    expect(sessions(here)).toEqual(['T01'])
    // A new run may do it again: that is another unit.
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    expect(landed(here, 'fixpoint/r2')).toEqual(['r2/T01'])
  })
})

describe('a journal that forgot a revert', () => {
  it('K-76 takes back nothing twice, whatever reason is given', async () => {
    const here = project([{ id: 'T01' }])
    here.write('../go', '')
    expect((await here.program('run units')).exitCode).toBe(0)
    await here.fixpoint('backup ../saved')
    expect((await here.fixpoint('revert T01', { env })).exitCode).toBe(0)
    const tip = tipOf(here)
    await restored(here)
    const again = await here.fixpoint(['revert', 'T01', '-m', 'once more'], { env })
    expect(again.stderr).toContain(`r1/T01 was taken back already, by ${tip.slice(0, 10)}`)
    expect(tipOf(here)).toBe(tip)
  })
})

describe('a run that the journal forgot wholly', () => {
  /** r2 landed T02 and was delivered, r3 landed nothing; then the journal is the one of r1 again. */
  async function forgottenRuns(): Promise<TestRepository> {
    const here = project([{ id: 'T01' }, { id: 'T02' }, { id: 'T03' }])
    here.write(
      'T09.md',
      unitFile({ id: 'T09', script: 'echo 9 > src/9; exit 1', front: 'attempts: 1\n' }),
    )
    here.write('../go', '')
    const runs = async (words: string, exitCode: number) =>
      expect(await here.fixpoint(`run ${words} --deliver ff`, { env })).toMatchObject({ exitCode })
    await runs('units/T01.md', 0)
    await here.fixpoint('backup ../saved')
    await runs('units/T02.md', 0)
    await runs('T09.md', 1)
    here.git('branch', '-D', 'fixpoint/r2')
    await restored(here)
    return here
  }

  it('is told, its name is not used again, and nothing of it is overwritten', async () => {
    const here = await forgottenRuns()
    const left = () => here.git('for-each-ref', 'refs/fixpoint/attempts')
    const before = left()
    const log = tipOf(here, 'refs/fixpoint/log')
    expect((await here.fixpoint('runs')).stderr).toContain(
      'refs/fixpoint/log records landings of r2, which this journal does not know',
    )
    const { exitCode, stdout, stderr } = await here.fixpoint('run units/T03.md', { env })
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^r4 {2}complete/)
    expect(stderr).toContain('The name r2 is taken: this repository holds a run of that name')
    expect(stderr).toContain('The name r3 is taken: ')
    for (const line of before.split('\n')) expect(left()).toContain(line)
    here.git('merge-base', '--is-ancestor', log, 'refs/fixpoint/log')
    const next = await here.fixpoint('run T09.md', { env })
    expect(next.stdout).toMatch(/^r5 /)
    expect(next.stderr).not.toContain('is taken')
  })

  it('K-76 does not land the very same order twice, unless it was taken back', async () => {
    const here = await forgottenRuns()
    const [main, log] = [tipOf(here, 'main'), tipOf(here, 'refs/fixpoint/log')]
    const again = await here.fixpoint('run units/T02.md --deliver ff', { env })
    expect(again.exitCode).toBe(1)
    expect(again.stderr).toContain(
      `run/landed T02 landed already, as ${main.slice(0, 10)}: refs/fixpoint/log records it in r2, which this journal does not know`,
    )
    // Beside another unit, whose file is reserved too.
    expect((await here.fixpoint('run units --again --deliver ff', { env })).exitCode).toBe(1)
    expect([tipOf(here, 'main'), tipOf(here, 'refs/fixpoint/log')]).toEqual([main, log])
    expect(sessions(here)).toEqual(['T01', 'T02'])
    here.git('revert', '--no-edit', 'main')
    expect((await here.fixpoint('run units/T02.md --deliver ff', { env })).exitCode).toBe(0)
    expect(landed(here, 'main')).toEqual(['r1/T01', 'r2/T02', 'r4/T02'])
  })
})

describe('what only looks like a landing', () => {
  const commitOn = (here: TestRepository, ref: string, parent: string, message: string) => {
    const commit = here.git('commit-tree', `${parent}^{tree}`, '-p', parent, '-m', message).trim()
    here.git('update-ref', ref, commit)
    return commit
  }

  it('K-77 a trailer that a person wrote lands nothing: the unit is paused, the person is told, and says', async () => {
    const here = project([{ id: 'T01' }])
    await forgotten(here)
    await restored(here)
    here.git('update-ref', '-d', 'refs/heads/fixpoint/r1')
    const words = 'Mine\n\nFixpoint-Unit: r1/T01'
    const forged = commitOn(here, 'refs/heads/fixpoint/r1', 'main', words)
    const { exitCode, stderr } = await here.program('run')
    expect(exitCode).toBe(5)
    expect(stderr).toContain(
      `r1/T01 paused (fixpoint: ${forged} on its line says that it is r1/T01, and no landing of it is recorded)\n`,
    )
    expect(sessions(here)).toEqual(['T01'])
    expect((await here.fixpoint('why T01')).stdout).toContain(
      `: ${forged} on its line says that it is r1/T01, and no landing of it is recorded\n`,
    )
    expect((await here.fixpoint('resume T01')).exitCode).toBe(0)
    expect((await here.program('run')).exitCode).toBe(0)
    expect(sessions(here)).toEqual(['T01', 'T01'])
    expect(tipOf(here, 'fixpoint/r1~1')).toBe(forged)
  })

  it('K-77 a landing that was picked onto another line, or written anew, is none', async () => {
    const here = project([{ id: 'T01' }])
    await forgotten(here)
    const message = here.git('log', '-1', '--format=%B', 'fixpoint/r1')
    await restored(here)
    commitOn(here, 'refs/heads/fixpoint/r1', 'main', message)
    expect((await here.program('run')).exitCode).toBe(5)
    expect(await landings(here)).toEqual([])
    expect(sessions(here)).toEqual(['T01'])
  })

  it('K-77 a unit of the same name in another clone is another unit', async () => {
    const here = project([{ id: 'T01' }])
    await forgotten(here)
    const entry = here.git('log', '-1', '--format=%B', 'refs/fixpoint/log')
    const other = JSON.stringify({ ...JSON.parse(entry.split('\n')[0]!), order: 'f'.repeat(64) })
    here.git('update-ref', '-d', 'refs/fixpoint/log')
    const tree = here.git('rev-parse', 'main^{tree}').trim()
    here.git('update-ref', 'refs/fixpoint/log', here.git('commit-tree', tree, '-m', other).trim())
    await restored(here)
    expect((await here.program('run')).exitCode).toBe(5)
    expect(await landings(here)).toEqual([])
  })

  it('K-77 what a merge brought along is not the line', async () => {
    const here = project([{ id: 'T01' }])
    await forgotten(here)
    const landing = tipOf(here)
    await restored(here)
    const words = ['-p', 'main', '-p', landing, '-m', 'Merge']
    const merge = here.git('commit-tree', 'main^{tree}', ...words).trim()
    here.git('update-ref', 'refs/heads/fixpoint/r1', merge)
    expect((await here.program('run')).exitCode).toBe(0)
    expect(sessions(here)).toEqual(['T01', 'T01'])
    expect(tipOf(here, 'fixpoint/r1~1')).toBe(merge)
  })

  it('what a person put on top of a landing stays where it is', async () => {
    const here = project([{ id: 'T01' }])
    await forgotten(here)
    const landing = tipOf(here)
    const mine = commitOn(here, 'refs/heads/fixpoint/r1', landing, 'Mine')
    await restored(here)
    const { exitCode, stderr } = await here.program('run')
    expect(exitCode).toBe(0)
    expect(stderr).toContain(`r1 was moved to ${mine.slice(0, 10)} by somebody else\n`)
    expect(await landings(here)).toMatchObject([{ unit: 'r1/T01', commit: landing }])
    expect(tipOf(here)).toBe(mine)
  })
})
