// The live view through the front door: a terminal gets a picture and its screen back, everything else gets plain lines.

import { expect, it } from 'vitest'
import { done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const onTerminal = { tty: true, env: { ...env, TERM: 'xterm-256color' } }

function oneUnit() {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
  return here
}

it('run draws on a terminal, gives the screen back, and says at the end what it says in a pipe', async () => {
  const here = oneUnit()
  const { exitCode, stdout, stderr } = await here.fixpoint('run T01.md', onTerminal)
  expect(exitCode).toBe(0)
  expect(stderr.match(/\x1b\[\?1049[hl]/g)).toEqual(['\x1b[?1049h', '\x1b[?1049l'])
  expect(stderr).toMatch(/\x1b\[\?25l[^]*\x1b\[\?25h/)
  expect(stderr).toContain('0 of 1 landed')
  expect(stderr).toContain('T01')
  expect(stderr).not.toContain('r1/T01 attempt 1 is prepared')
  expect(stderr.slice(stderr.indexOf('\x1b[?1049l'))).toMatch(/Landed on fixpoint\/r1/)
  expect(stdout).toContain('1 unit, 1 landed')
})

it('colours only where it is wanted', async () => {
  const tones = /\x1b\[\d+m/
  expect((await oneUnit().fixpoint('run T01.md', onTerminal)).stderr).toMatch(tones)
  const quiet = { ...onTerminal, env: { ...onTerminal.env, NO_COLOR: '1' } }
  expect((await oneUnit().fixpoint('run T01.md', quiet)).stderr).not.toMatch(tones)
  expect((await oneUnit().fixpoint('run T01.md --no-color', onTerminal)).stderr).not.toMatch(tones)
})

it.each([
  ['a pipe', { env: { ...env, TERM: 'xterm' } }],
  ['a dumb terminal', { tty: true, env: { ...env, TERM: 'dumb' } }],
  ['a log of CI', { tty: true, env: { ...env, TERM: 'xterm', CI: 'true' } }],
])('%s gets lines', async (_, circumstances) => {
  const { stderr } = await oneUnit().fixpoint('run T01.md', circumstances)
  expect(stderr).not.toContain('\x1b[?')
  expect(stderr).toContain('r1/T01 attempt 1 is prepared')
})
