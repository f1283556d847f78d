// Backup, restore and recovery of a project's journal through the front door, and a journal that this program must not read.

import { appendFileSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { journalFolder } from '../../src/engine/journal-place.ts'
import { layoutOf } from '../../src/journal/layout.ts'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** By a process of its own, so that nobody drives what a restored or recovered journal says. */
async function ran() {
  const here = repository()
  here.write('units/T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
  expect((await here.program('run units')).exitCode).toBe(0)
  return here
}

const decisions = ({ root }: TestRepository) => layoutOf(journalFolder(root)).decisions

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

describe('backup and restore', () => {
  it('a journal that was lost is back with its runs, its artifacts and, where asked for, its transcripts', async () => {
    const here = await ran()
    const replay = await here.fixpoint('replay r1')
    const made = await here.fixpoint('backup ../saved --transcripts')
    expect(made.stdout).toMatch(/^\.\.\/saved holds the journal up to entry \d+\.\n$/)
    await here.fixpoint('backup ../lean')
    expect(existsSync(here.path('../lean/transcripts.db'))).toBe(false)
    expect((await here.fixpoint('backup ../saved')).stderr).toMatch(/journal\/exists/)
    rmSync(journalFolder(here.root), { recursive: true })
    expect((await here.fixpoint('runs')).stderr).toContain('There is no journal here')
    const restored = await here.fixpoint('restore ../saved --json')
    expect(JSON.parse(restored.stdout)).toMatchObject({ command: 'restore', aside: null })
    expect(await here.fixpoint('replay r1')).toEqual(replay)
    expect((await here.fixpoint('logs T01')).stdout).toContain('status: done')
    here.write('units/T01.md', unitFile({ id: 'T01', script: `echo c > src/c.txt\n${done}` }))
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
  })

  it('J-30 never replaces a living journal unasked, and sets aside the one that it replaces', async () => {
    const here = await ran()
    await here.fixpoint('backup ../saved')
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    const refused = await here.fixpoint('restore ../saved')
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/restore\/living/) })
    expect((await here.fixpoint('runs')).stdout).toContain('r2')
    const { stderr } = await here.fixpoint('restore ../saved --force')
    expect(stderr).toContain('journal.replaced-1')
    expect((await here.fixpoint('runs')).stdout).not.toContain('r2')
    expect(existsSync(join(here.root, '.fixpoint/local/journal.replaced-1/decisions.db'))).toBe(
      true,
    )
  })

  it('J-30 refuses what was changed, what is another project, what is newer and what is no backup, and touches nothing', async () => {
    const here = await ran()
    await here.fixpoint('backup ../saved')
    const before = await here.fixpoint('replay r1')
    const refusal = async (change: (folder: string) => void) => {
      rmSync(here.path('../other'), { recursive: true, force: true })
      cpSync(here.path('../saved'), here.path('../other'), { recursive: true })
      change(here.path('../other'))
      return (await here.fixpoint('restore ../other --force')).stderr
    }
    const artifacts = join(here.path('../saved'), 'artifacts')
    const [shelf] = readdirSync(artifacts)
    expect(
      await refusal(folder => rmSync(join(folder, 'artifacts', shelf!), { recursive: true })),
    ).toMatch(/backup\/damaged the file is missing/)
    expect(await refusal(folder => appendFileSync(join(folder, 'decisions.db'), 'x'))).toMatch(
      /backup\/damaged the file is not as it was/,
    )
    expect(await refusal(folder => writeFileSync(join(folder, 'more'), 'x'))).toMatch(
      /no part of the backup/,
    )
    expect(
      await refusal(folder =>
        writeFileSync(join(folder, 'manifest.json'), '{"version":9,"program":"fixpoint 9.0.0"}'),
      ),
    ).toMatch(/backup\/newer the backup was made by fixpoint 9\.0\.0/)
    expect(await refusal(folder => rmSync(join(folder, 'manifest.json')))).toMatch(/backup\/none/)
    expect((await here.fixpoint('restore ../nothing')).stderr).toMatch(/there is no folder/)
    const other = await ran()
    const foreign = await other.fixpoint(['restore', here.path('../saved'), '--force'])
    expect(foreign.stderr).toMatch(/journal\/project the journal belongs to project-/)
    expect(await here.fixpoint('replay r1')).toEqual(before)
    expect(
      readdirSync(join(here.root, '.fixpoint/local')).filter(each => each.startsWith('journal')),
    ).toEqual(['journal'])
  })

  it('a journal that lost its entries is told with the way back, and the way works', async () => {
    const here = await ran()
    const replay = await here.fixpoint('replay r1')
    await here.fixpoint('backup ../saved')
    rmSync(decisions(here))
    expect((await here.fixpoint('runs')).stderr).toMatch(
      /journal\/lost .*fixpoint restore DIR --force/,
    )
    expect((await here.fixpoint('restore ../saved --force')).exitCode).toBe(0)
    expect(await here.fixpoint('replay r1')).toEqual(replay)
  })

  it.each([
    [
      'emptied',
      '',
      /journal\/lost the database of the journal is empty, and entry \d+ was already/,
    ],
    [
      'written over',
      'x\n',
      /journal\/corrupt (nothing can be recovered: )?the file is not a database \(/,
    ],
  ])(
    'a journal whose file was %s is told the same way by every command, with the way back',
    async (_, text, told) => {
      const here = await ran()
      const replay = await here.fixpoint('replay r1')
      await here.fixpoint('backup ../saved')
      writeFileSync(decisions(here), text)
      for (const line of [
        'status',
        'runs',
        'show T01',
        'watch',
        'run',
        'run units',
        'gc',
        'recover',
      ]) {
        const { exitCode, stderr } = await here.fixpoint(line, { env })
        expect([line, exitCode, stderr]).toEqual([line, 1, expect.stringMatching(told)])
        expect(stderr).toContain(`${here.path('.fixpoint/local/journal/decisions.db')} journal/`)
        expect(stderr).toMatch(
          /\(put a backup back: fixpoint restore DIR --force; without one, begin/,
        )
        expect(stderr).not.toContain('fixpoint recover')
      }
      // A folder that is named is no unit: the journal need not be read for it.
      expect((await here.fixpoint('restore ../saved')).stderr).toContain('(add --force: ')
      expect((await here.fixpoint('restore ../saved --force')).exitCode).toBe(0)
      expect(await here.fixpoint('replay r1')).toEqual(replay)
    },
  )

  it('J-24 J-30 while a run drives the project it is backed up whole, and never replaced', async () => {
    const here = await ran()
    const script = `touch ${here.root}/../at; while [ ! -e ${here.root}/../go ]; do sleep 0.05; done; echo 3 > src/3\n${done}`
    here.write('slow/T03.md', unitFile({ id: 'T03', script }))
    const run = here.program('run slow')
    while (!existsSync(here.path('../at'))) await new Promise(setImmediate)
    expect((await here.fixpoint('backup ../saved --transcripts')).exitCode).toBe(0)
    for (const line of ['restore ../saved --force', 'recover'])
      expect((await here.fixpoint(line)).stderr).toMatch(/journal\/driven .* drives this project/)
    here.write('../go', '')
    expect((await run).exitCode).toBe(0)
    expect((await here.fixpoint('restore ../saved --force')).exitCode).toBe(0)
    // Whoever worked on it then does not here, so it is not shown as at work.
    expect((await here.fixpoint('show T03')).stdout).toMatch(
      /^r2\/T03 {2}ready\n.*\n {2}process \d+ on \S+ ended\n/,
    )
  })
})

describe('recover', () => {
  it('J-11 saves the readable entries of a damaged journal, lists what is lost, and the damaged one stays', async () => {
    const here = await ran()
    expect((await here.fixpoint('recover')).stdout).toMatch(
      /^The journal is whole up to entry \d+; nothing/,
    )
    change(
      decisions(here),
      `UPDATE events SET payload = replace(payload, 'r1', 'r9') WHERE seq = 6`,
    )
    expect((await here.fixpoint('runs')).stderr).toMatch(/journal\/.* entry 6/)
    const { stdout, exitCode } = await here.fixpoint('recover')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^The journal was recovered up to entry 5\. The damaged one lies in .*journal\.damaged-1\.\nLost: /,
    )
    expect((await here.fixpoint('runs')).stdout).toMatch(/^r1 /)
    const lost = await here.fixpoint('gc --verbose', { env })
    expect(lost.stdout).not.toMatch(/^- (attempt|line)/m)
    here.write('other/T02.md', unitFile({ id: 'T02', script: `echo c > src/c.txt\n${done}` }))
    await here.fixpoint('cancel run:r1')
    expect((await here.program('run other')).exitCode).toBe(0)
    expect(here.at('fixpoint/r2', 'src/c.txt')).toBe('c\n')
  })

  it('has nothing to recover where nothing has run', async () => {
    expect((await repository().fixpoint('recover')).stderr).toMatch(/journal\/missing/)
    expect((await repository().fixpoint('backup ../saved')).stderr).toMatch(/journal\/missing/)
  })
})

describe('J-12 a journal from a newer program', () => {
  const commands = [
    ...['runs', 'show T01', 'show run:r1', 'watch', 'replay r1', 'logs T01', 'run', 'run units'],
    ...[
      'run --continue',
      'fix "More"',
      'pause',
      'resume',
      'cancel run:r1',
      'retry T01',
      'skip T01',
    ],
    ...['answer T01 yes', 'accept T01', 'reject T01 no', 'open T01 --print', 'gc', 'prune'],
    ...['gc --dry-run', 'backup ../saved', 'recover'],
  ]

  it('J-12 is refused by its name through every command, and not one byte of it is touched', async () => {
    const here = await ran()
    change(decisions(here), `PRAGMA user_version = 99; UPDATE meta SET program = 'fixpoint 99.1.0'`)
    const folder = journalFolder(here.root)
    const state = () =>
      readdirSync(folder)
        .sort()
        .map(name => name)
    const before = state()
    for (const line of commands) {
      const { stderr, exitCode } = await here.fixpoint(line, { env })
      expect(`${line}: ${stderr}`).toMatch(
        /journal\/newer the journal was written by fixpoint 99\.1\.0: it has shape 99/,
      )
      expect(exitCode, line).toBe(1)
    }
    expect(state()).toEqual(before)
    expect(existsSync(here.path('../saved'))).toBe(false)
  })
})
