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

const ESC = '\u001b'

it('run draws on a terminal, gives the screen back, and says at the end what it says in a pipe', async () => {
  const here = oneUnit()
  const { exitCode, stdout, stderr } = await here.fixpoint('run T01.md', onTerminal)
  expect(exitCode).toBe(0)
  expect(stderr.split(ESC).filter(each => each.startsWith('[?1049'))).toHaveLength(2)
  expect(stderr.indexOf(`${ESC}[?1049h`)).toBeLessThan(stderr.indexOf(`${ESC}[?25l`))
  expect(stderr.indexOf(`${ESC}[?25h`)).toBeLessThan(stderr.indexOf(`${ESC}[?1049l`))
  expect(stderr).toContain('0 of 1 landed')
  expect(stderr).toContain('T01')
  expect(stderr).not.toContain('r1/T01 landed as')
  expect(stderr.slice(stderr.indexOf(`${ESC}[?1049l`))).toMatch(/Landed on fixpoint\/r1/)
  expect(stdout).toContain('1 unit, 1 landed')
})

it('colours only where it is wanted', async () => {
  const tones = new RegExp(`${ESC}\\[\\d+m`)
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
  expect(stderr).not.toContain(`${ESC}[?`)
  expect(stderr).toContain('r1/T01 landed as')
})
