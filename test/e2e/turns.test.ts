// The turns of an agent: kept while it works, shown, and gone on from.

import { expect, it } from 'vitest'
import { done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Two turns that change something, and one that does not; the next attempt says what it found. */
async function astray() {
  const here = repository()
  const isKept = (turn: number) =>
    `while ! ls ${here.root}/.git/refs/fixpoint/attempts | grep -q 'turn.*${turn}$'; do sleep 0.02; done`
  const script = `if [ -e src/log ]; then cp src/log src/found; ${done}; exit; fi
echo one > src/log; echo "fixpoint:turn wrote the first line"; ${isKept(1)}
echo two > src/log; echo "fixpoint:turn"; ${isKept(2)}
echo "fixpoint:turn"
exit 3`
  here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 1\n' }))
  expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(1)
  return here
}

it('each turn is told in the log, and what it left is kept where something changed', async () => {
  const here = await astray()
  const { stdout } = await here.fixpoint('logs T01')
  expect(stdout).toContain('turn> 1 wrote the first line (kept)\n')
  expect(stdout).toContain('turn> 3 (changed nothing)\n')
  expect(stdout).toContain('turn> 2 (kept)\n')
  const shown = await here.fixpoint('show T01')
  expect(shown.stderr).toBe(
    'Turns that were kept: attempt 1: 1, 2. Go back to one: fixpoint restore T01 --turn N\n',
  )
  expect(JSON.parse((await here.fixpoint('show T01 --json')).stdout).turns).toMatchObject([
    { attempt: 1, turn: 1 },
    { attempt: 1, turn: 2 },
  ])
})

it('the next attempt goes on from the turn that a person chose, with their name and reason', async () => {
  const here = await astray()
  const chosen = await here.fixpoint(
    ['restore', 'T01', '--turn', '1', '-m', 'the rest went astray'],
    { env },
  )
  expect(chosen).toMatchObject({
    exitCode: 0,
    stdout: 'The next attempt of r1/T01 goes on from turn 1 of attempt 1.\n',
    stderr: 'Nobody drives the project now. Go on with: fixpoint retry T01 && fixpoint run\n',
  })
  expect((await here.fixpoint('replay r1')).stdout).toMatch(
    /goes on from [0-9a-f]{10} \(ana: the rest went astray\)/,
  )
  expect((await here.fixpoint('prune --verbose', { env })).stdout).toContain(
    'r1/T01 goes on from it when it is tried again',
  )
  expect((await here.fixpoint('retry T01', { env })).exitCode).toBe(0)
  expect((await here.fixpoint('run', { env })).exitCode).toBe(0)
  expect(here.at('fixpoint/r1', 'src/found')).toBe('one\n')
  expect((await here.fixpoint('gc', { env })).stdout).toMatch(
    /T01%23\.1%3a\.turn%2e\.1 {2}\(r1\/T01 landed\)/,
  )
  expect((await here.fixpoint('restore T01 --turn 1', { env })).stderr).toMatch(
    /turn 1 of attempt 1 of r1\/T01 was kept, and its tree was removed on 2026-01-27 by fixpoint gc/,
  )
})

it('what is not there is refused with what is, and a word with two meanings lists them', async () => {
  const here = await astray()
  expect((await here.fixpoint('restore T01 --turn 3', { env })).stderr).toMatch(
    /no turn 3 .*attempt 1: 1, 2/,
  )
  expect((await here.fixpoint('restore T01', { env })).stderr).toMatch(
    /no turn of it is named .*--turn N/,
  )
  here.write('T01/readme', '')
  expect((await here.fixpoint('restore T01', { env })).stderr).toMatch(
    /address\/ambiguous "T01" can mean the folder T01 or the unit r1\/T01 .*\.\/T01/,
  )
  expect((await here.fixpoint('restore ./T01', { env })).stderr).toMatch(/restore\/living/)
  expect((await here.fixpoint('restore T01 --turn x', { env })).exitCode).toBe(64)
})

it('no more than fifty turns of an attempt are kept, and the log says so once', async () => {
  const here = repository()
  const script = `for i in $(seq 53); do echo $i > src/b.txt; echo fixpoint:turn; done\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script }))
  expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  const { stdout } = await here.fixpoint('logs T01')
  expect(stdout.match(/^turn> /gm)).toHaveLength(51)
  expect(stdout).toContain('turn> 51 (no more than 50 are kept)\n')
})
