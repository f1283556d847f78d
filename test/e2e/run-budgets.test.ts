// Budgets of time through the front door: a session in flight is ended in good order, its work is kept, and only a person goes past.

import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Works until it is stopped, unless what an earlier session wrote is there: then it is done at once. */
const slow = `test -f src/begun.txt || { echo begun > src/begun.txt; sleep 60; }\n${done}`

describe('budgets', () => {
  it.each([
    ['unit', 'r1/T01', 'budget: { time: 500ms }\n', ''],
    ['run', 'run:r1', '', 'budgets:\n  run: { time: 500ms }\n'],
    ['day', 'day', '', 'budgets:\n  day: { time: 500ms }\n'],
  ])(
    'K-52 K-53 of the %s ends a session in flight, keeps its work, and is raised by a person',
    async (scope, word, front, config) => {
      const here = repository({ '.fixpoint/config.yaml': agentConfig(config) })
      here.write('T01.md', unitFile({ id: 'T01', front, script: slow }))
      const stopped = await here.fixpoint('run T01.md', { env })
      expect(stopped.stderr).toContain('r1/T01 is asked to stop (budget)')
      expect(stopped.stdout).toContain(
        `the time of its ${scope} is used up; raise it: fixpoint override ${word} --time TIME`,
      )
      expect(stopped.exitCode).toBe(5)
      expect((await here.fixpoint('show run:r1', { env })).stdout).toMatch(
        /^ {2}time \d+\.\d s of agents$/m,
      )
      const shown = JSON.parse((await here.fixpoint('show T01 --json', { env })).stdout)
      expect(shown).toMatchObject({ status: 'ready', spent: 0 })
      expect(shown.usage.timeMs).toBeGreaterThanOrEqual(500)
      const raised = await here.fixpoint(['override', word, '--time', '1h'], { env })
      expect(raised.stdout).toContain(`budget of ${scope} raised`)
      const { exitCode } = await here.fixpoint('run', { env })
      expect(exitCode).toBe(0)
      expect(here.at('fixpoint/r1', 'src/begun.txt')).toBe('begun\n')
    },
  )

  it('that are no time to work in are refused before anything starts', async () => {
    const here = repository({
      '.fixpoint/config.yaml': agentConfig('budgets:\n  day: { time: soon }\n'),
    })
    here.write('T01.md', unitFile({ id: 'T01', script: done }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('"soon" is not a time to work')])
    here.write('T02.md', unitFile({ id: 'T02', front: 'budget: { time: 0 }\n', script: done }))
    expect((await here.fixpoint('run T02.md --dry-run', { env })).stderr).toContain(
      '"0" is not a time to work in',
    )
  })

  it('say what they want of override', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    await here.fixpoint('run T01.md', { env })
    const { exitCode, stderr } = await here.fixpoint('override run:r1', { env })
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('--time says how long')])
  })
})
