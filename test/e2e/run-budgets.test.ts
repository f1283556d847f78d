// Budgets of time through the front door: a session in flight is ended in good order, its work is kept, and only a person goes past.

import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Works until it is stopped, unless what an earlier session wrote is there: then it is done at once. */
const slow = `test -f src/begun.txt || { echo begun > src/begun.txt; sleep 60; }\n${done}`

describe('budgets', () => {
  it.each([
    ['unit', 'r1/T01', 'r1/T01', 'budget: { time: 500ms }\n', ''],
    ['run', 'run:r1', 'r1', '', 'budgets:\n  run: { time: 500ms }\n'],
    ['day', 'day', 'the day', '', 'budgets:\n  day: { time: 500ms }\n'],
  ])(
    'K-52 K-53 of the %s ends a session in flight, keeps its work, and is raised by a person',
    async (scope, word, owner, front, config) => {
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
      expect(raised.stdout).toContain(
        `the budget of ${owner} is now 1h of agents (ana: fixpoint override)\n`,
      )
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

  it('are not set below what was used, nor for what has landed: that would mean nothing', async () => {
    const here = repository()
    const script = `sleep 0.2; if [ -e ../../../../../go ]; then echo b > src/b.txt; fi\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 1\n' }))
    await here.fixpoint('run T01.md', { env })
    for (const word of ['T01', 'run:r1', 'day']) {
      const { exitCode, stderr } = await here.fixpoint(`override ${word} --time 1ms`, { env })
      expect([exitCode, stderr]).toEqual([
        1,
        expect.stringMatching(/override\/used 1ms is not more than .* has used already \(\d+ms\)/),
      ])
    }
    here.write('../cache/go', '')
    await here.fixpoint('run --continue', { env })
    for (const word of ['T01', 'run:r1'])
      expect((await here.fixpoint(`override ${word} --time 9h`, { env })).stderr).toMatch(
        /override\/over r1\S* has landed/,
      )
    expect((await here.fixpoint('override day --time 9h', { env })).exitCode).toBe(0)
  })
})
