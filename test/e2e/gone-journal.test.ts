// The journal is removed or replaced under a run: by `git clean -fdx`, a restore, a checkout that is moved or thrown away. Whoever drives or
// watches ends with that word, and nothing that it started works on.

import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startEngine } from '../crash/engine.ts'
import { processesOf } from '../crash/faults.ts'
import { placeOf } from './engine-place.ts'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

/** One unit at work, which stays there until it is ended. */
async function atWork(here: TestRepository) {
  const begun = here.path('../begun')
  here.write('T01.md', unitFile({ id: 'T01', script: `touch ${begun}; exec sleep 600\n${done}` }))
  const engine = startEngine(placeOf(here), ['run', 'T01.md'])
  while (!existsSync(begun)) await new Promise(setImmediate)
  return engine
}

const said = (how: string) =>
  new RegExp(
    `^Error: .*decisions\\.db journal/gone the journal was ${how} while this process used it \\(.+\\)$`,
    'm',
  )

describe('J-31 a journal that goes away while a unit works', () => {
  it.each<[string, string, (here: TestRepository) => void]>([
    [
      'is cleaned away',
      'removed or moved',
      here => void here.git('clean', '--quiet', '-fdx', '.fixpoint'),
    ],
    [
      'is thrown away with its project',
      'removed or moved',
      here => rmSync(here.root, { recursive: true }),
    ],
    [
      'is moved with its project',
      'removed or moved',
      here => renameSync(here.root, here.path('../renamed')),
    ],
    [
      'is replaced by another',
      'replaced',
      here => {
        const journal = here.path('.fixpoint/local/journal')
        cpSync(journal, `${journal}.new`, { recursive: true })
        renameSync(journal, `${journal}.old`)
        renameSync(`${journal}.new`, journal)
      },
    ],
  ])('because it %s ends the run', async (_, how, take) => {
    const here = repository()
    const engine = await atWork(here)
    const watcher = startEngine(placeOf(here), ['run'])
    while (!watcher.told().includes('watched from here')) await new Promise(setImmediate)
    take(here)
    for (const { ended } of [engine, watcher]) {
      const { code, stderr } = await ended
      expect(stderr).toMatch(said(how))
      expect(stderr).not.toContain('nothing of it is lost')
      expect(code).toBe(1)
    }
    expect(processesOf(placeOf(here)).filter(each => /sleep/.test(each))).toEqual([])
  })
})
