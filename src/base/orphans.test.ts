// When we are killed ourselves, a namespace dies with us, and elsewhere the next start ends what is left. Real processes.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it, onTestFinished } from 'vitest'
import { livingWith, newWord, OWNER, until } from '../../test/processes.ts'
import { runContained } from './containment.ts'
import { bestLauncher, plainLauncher } from './launcher.ts'
import { sweepOrphans } from './orphans.ts'

const best = await bestLauncher()
const environment = { PATH: process.env.PATH ?? '' }

/** A process that runs a line contained, until it is killed. */
async function killedOwner(tier: string, line: string, word: string): Promise<void> {
  const child = spawn(process.execPath, [OWNER, tier, line], {
    env: { PATH: process.env.PATH, TEST_WORD: word },
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  // The owner, and at least the line and its two grandchildren.
  expect(await until(() => livingWith(word).length >= 4)).toBe(true)
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

describe('when we are killed ourselves', () => {
  const line = 'setsid sleep 1000 & (setsid sh -c "sleep 1000; true" &) ; sleep 1000'

  it.each([best].filter(each => each !== plainLauncher))(
    'a $tier ($name) dies with us',
    async ({ tier }) => {
      const word = newWord()
      await killedOwner(tier, line, word)
      expect(await until(() => livingWith(word).length === 0)).toBe(true)
    },
  )

  it('the next start ends what is left, with its temporary folder, and touches nothing else', async () => {
    const word = newWord()
    const abort = new AbortController()
    const bystander = runContained({
      command: 'echo up; sleep 1000',
      cwd: tmpdir(),
      environment,
      timeoutMs: 20_000,
      signal: abort.signal,
      launcher: plainLauncher,
      onOutput: async () => {
        await killedOwner('process-group', line, word)
        const { folders, survivors } = await sweepOrphans()
        expect(folders.filter(existsSync)).toEqual([])
        expect(survivors).toEqual([])
        expect(livingWith(word)).toEqual([])
        abort.abort()
      },
    })
    expect((await bystander).ending).toEqual({ kind: 'cancelled' })
  })
})
