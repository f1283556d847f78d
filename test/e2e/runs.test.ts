// `runs`, `replay`, `show run:ID` and `why UNIT` through the front door, over a journal that was written by kernel and journal.

import { describe, expect, it } from 'vitest'
import { answer, does, failure, lands, started } from '../kernel/project.ts'
import { writeJournal } from './journal.ts'
import { project } from './project.ts'

/** `a` landed; `b` failed once and works again; `c` waits for `b`. */
async function begun() {
  const game = started(['a', 'b', { name: 'c', after: ['b'] }])
  lands(game, 'a')
  does(game, 'b', 'prepare', 'work')
  answer(game, 'b', 'judge', failure('no_change'))
  const here = project()
  await writeJournal(here.root, game.events)
  return { here, game }
}

describe('runs', () => {
  it('says that nothing has run where there is no journal, and makes none', async () => {
    const here = project()
    expect(await here.fixpoint('runs')).toEqual({
      exitCode: 0,
      stdout: 'Nothing has run here yet.\n',
      stderr: 'Next: fixpoint run UNIT.md\n',
    })
    expect(here.files()).toEqual([])
  })

  it('lists every run with how far it is', async () => {
    const { here } = await begun()
    const { stdout } = await here.fixpoint('runs')
    expect(stdout).toBe(
      'r  nobody drives it, and nothing happened since 2026-01-01T00:00:00.000Z: 3 units, 1 landed, 1 pending, 1 preparing\n',
    )
  })
})

describe('show run', () => {
  it('shows each unit with the reason why it is not further', async () => {
    const { here } = await begun()
    const { stdout } = await here.fixpoint('show run:r')
    expect(
      stdout,
    ).toBe(`r  nobody drives it, and nothing happened since 2026-01-01T00:00:00.000Z: 3 units, 1 landed, 1 pending, 1 preparing
  a  landed     commit-a-1
  b  preparing  prepare is next (no_change: no_change happened)
  c  pending    needs r/b first
`)
  })

  it('names the nearest run for one that is not there', async () => {
    const { here } = await begun()
    const { exitCode, stderr } = await here.fixpoint('show run:s')
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/run\/unknown there is no run s/)
  })
})

describe('why of a unit', () => {
  it('says what it waits for, and what its attempts failed of', async () => {
    const { here } = await begun()
    expect((await here.fixpoint('why c')).stdout).toMatch(
      /^r\/c {2}pending\n {2}needs r\/b first\n/,
    )
    const told = await here.fixpoint('why b --json')
    expect(JSON.parse(told.stdout)).toMatchObject({
      command: 'why',
      unit: 'r/b',
      reason: { kind: 'effect', effect: 'r/b#2:prepare' },
      failures: [{ class: 'no_change', summary: 'no_change happened' }],
    })
  })
})

describe('replay', () => {
  it('prints what was decided in order, and leads to the state that the kernel reached', async () => {
    const { here, game } = await begun()
    const { stdout, exitCode } = await here.fixpoint('replay r')
    expect(exitCode).toBe(0)
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('    1  2026-01-01T00:00:00.000Z  r started with 3 units on c0')
    expect(lines.filter(each => /^ *\d+ {2}/.test(each))).toHaveLength(game.events.length)
    expect(stdout).toContain(
      'r/b attempt 1 failed (no_change): no_change happened; it is tried again',
    )
  })

  it('stops at an entry, and shows the state as it was then', async () => {
    const { here } = await begun()
    const { stdout } = await here.fixpoint('replay run:r --until 1')
    expect(stdout).toMatch(/ {2}r started with 3 units on c0\n\nr {2}running: 3 units, 3 pending\n/)
    const early = JSON.parse((await here.fixpoint('replay r --until 5 --json')).stdout)
    expect(early.events.map((each: { seq: number }) => each.seq)).toEqual([1, 2, 3, 4, 5])
    expect(early.broken).toEqual([])
  })

  it('takes only the number of an entry', async () => {
    const { here } = await begun()
    expect((await here.fixpoint('replay r --until soon')).exitCode).toBe(64)
  })

  it('refuses an altered journal with the place of the damage', async () => {
    const { here } = await begun()
    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(here.path('.fixpoint/local/journal/decisions.db'))
    database.exec(`update events set payload = replace(payload, 'c0', 'c9') where seq = 1`)
    database.close()
    const { exitCode, stderr } = await here.fixpoint('replay r')
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/journal\/altered/)
  })
})
