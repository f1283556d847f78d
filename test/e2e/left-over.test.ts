// What runs that are over left to a person, as `status` tells it: work of whatever run that waits to be taken, and what failed in the latest.
// What is advised is typed here as it is printed.

import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const spec = `version: "1"
resources:
  module:
    a:
      files: [src/a.ts]
      attributes: { functions: [first] }
`

const status = async (here: TestRepository) => (await here.fixpoint('status', { env })).stdout
const json = async (here: TestRepository) =>
  JSON.parse((await here.fixpoint('status --json', { env })).stdout)

async function ran(here: TestRepository, name: string): Promise<void> {
  here.write(
    `${name}.md`,
    unitFile({ id: name, script: `echo ${name} > src/${name}.txt\n${done}` }),
  )
  expect((await here.fixpoint(`run ${name}.md`, { env })).exitCode).toBe(0)
}

async function type(here: TestRepository, command: string): Promise<number> {
  if (command.startsWith('fixpoint '))
    return (await here.fixpoint(command.slice('fixpoint '.length), { env })).exitCode
  execFileSync('sh', ['-c', command], { cwd: here.root, env, stdio: 'pipe' })
  return 0
}

it('an older run whose work waits is told beside the latest one, until it was taken', async () => {
  const config = agentConfig('checks:\n  own: { command: "test -f src/a.txt" }\n')
  const here = repository({ '.fixpoint/config.yaml': config })
  await ran(here, 'T01')
  await ran(here, 'T02')
  expect(await status(here)).toBe(`Latest run
  r2  complete: 1 unit, 1 landed

Waits to be taken
  r2  is left on fixpoint/r2  → git merge --ff-only fixpoint/r2
  r1  is left on fixpoint/r1  → git merge --ff-only fixpoint/r1

Next: git merge --ff-only fixpoint/r2
`)
  await type(here, 'git merge --ff-only fixpoint/r2')
  const why = 'main went on meanwhile, so prove it on top'
  const command = 'fixpoint land fixpoint/r1 --into main'
  expect(await status(here)).toBe(`Latest run
  r2  complete: 1 unit, 1 landed

Waits to be taken
  r1  is left on fixpoint/r1: ${why}  → ${command}

Next: ${command}
`)
  expect(await json(here)).toMatchObject({
    to_take: [{ run: 'r1', branch: 'fixpoint/r1', why, command }],
    failed: null,
    next_command: command,
  })
  expect((await here.fixpoint('run', { env })).stderr).toContain(
    `no run is open, and no units are named; r1 is left on fixpoint/r1 (${command} takes what r1 landed; fixpoint run units starts another)`,
  )
  expect(await type(here, command)).toBe(0)
  expect(await json(here)).toMatchObject({ to_take: [], next_command: 'fixpoint run UNIT.md' })
  expect(await status(here)).toBe(`Latest run
  r3  complete: 1 unit, 1 landed

Next: fixpoint run UNIT.md
`)
})

it.each([
  ['without a spec', {}],
  [
    'with a spec',
    {
      'fixpoint.spec.yaml': spec,
      'src/a.ts': 'export function first(): number {\n  return 1\n}\n',
    },
  ],
])('%s the failed units of the latest run are told by name with the way on', async (_, files) => {
  const here = repository(files)
  here.write('units/T01.md', unitFile({ id: 'T01', script: done, front: 'attempts: 1\n' }))
  here.write('units/T02.md', unitFile({ id: 'T02', script: done, front: 'attempts: 1\n' }))
  here.write(
    'units/T03.md',
    unitFile({ id: 'T03', script: done, front: 'attempts: 1\ndepends_on: [T02]\n' }),
  )
  expect((await here.fixpoint('run units', { env })).stdout).toContain('r1  failed: 3 units')
  expect(await status(here)).toContain(`
Failed in r1
  T01  no_change: nothing was changed  → fixpoint retry T01
  T02  no_change: nothing was changed  → fixpoint retry T02

Next: fixpoint run --continue
`)
  expect(await json(here)).toMatchObject({
    failed: {
      run: 'r1',
      units: [
        { unit: 'r1/T01', name: 'T01', failure: 'no_change: nothing was changed' },
        { unit: 'r1/T02', name: 'T02', command: 'fixpoint retry T02' },
      ],
      command: 'fixpoint run --continue',
    },
    next_command: 'fixpoint run --continue',
  })
  await here.fixpoint('open T01 --print', { env })
  expect(await status(here)).toContain('Next: fixpoint open T01 --take\n')
  expect((await json(here)).failed.units).toHaveLength(1)
})
