// A unit that was to go on from what an earlier attempt has kept, where that is not to be had: it begins again, and says so once. Real
// processes, one of them interrupted.

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startEngine } from '../crash/engine.ts'
import { until } from '../processes.ts'
import { fixpoint } from './cli.ts'
import { placeOf } from './engine-place.ts'
import { done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const goingOn = 'Go on from there instead of starting again.'

/** T01 was interrupted when half of it was there. */
async function stopped() {
  const here = repository()
  const seen = here.path('../half')
  const script = `if [ ! -e ${seen} ]; then echo half > src/half.txt; touch ${seen}; sleep 300; fi
if [ -e src/half.txt ]; then echo went on > src/b.txt; else echo afresh > src/b.txt; fi\n${done}`
  here.write('units/T01.md', unitFile({ id: 'T01', script }))
  here.git('clone', '--quiet', '.', '../clone')
  const { kill, ended } = startEngine(placeOf(here), ['run', 'units'], {})
  await until(() => existsSync(seen))
  kill('SIGINT')
  expect((await ended).code).toBe(130)
  return here
}

describe('work that an attempt has kept', () => {
  it('is gone on from where it was kept, and nothing is said', async () => {
    const here = await stopped()
    const { exitCode, stderr } = await here.fixpoint('run', { env })
    expect(exitCode, stderr).toBe(0)
    expect(stderr).not.toContain('afresh')
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('went on\n')
    expect((await here.fixpoint('logs T01', { env })).stdout).toContain(goingOn)
  })

  it('and did not come along with the journal is told once, to people and to the agent', async () => {
    const here = await stopped()
    expect((await here.fixpoint('backup ../whole', { env })).exitCode).toBe(0)
    const clone = (line: string) => fixpoint(line, { cwd: here.path('../clone'), env })
    expect((await clone('restore ../whole')).exitCode).toBe(0)
    const { exitCode, stderr } = await clone('run')
    expect(exitCode, stderr).toBe(0)
    expect(stderr.match(/^Warning: .*$/gm)).toEqual([
      expect.stringMatching(
        /^Warning: r1\/T01 starts afresh: what an earlier attempt of it has kept \([0-9a-f]{10}\) is not in this repository; the clone that made it may have it$/,
      ),
    ])
    expect(here.git('-C', '../clone', 'show', 'fixpoint/r1:src/b.txt')).toBe('afresh\n')
    expect((await clone('logs T01')).stdout).not.toContain(goingOn)
  })
})
