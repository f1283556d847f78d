// What a check result speaks for, through the front door: everything that it rests on makes it stale, what was found on the same content
// holds again, and every report says which word is old.

import { expect, it } from 'vitest'
import { type Project, project } from './project.ts'

const spec = `resources:
  f:
    declared: { attributes: { functions: [login] }, files: [src/a.js], tests: [test/a.test.js], checks: [unit] }
    found: { attributes: { functions: [login] }, files: [src/a.js], checks: [unit] }
`

const files = {
  'fixpoint.spec.yaml': spec,
  'package.json': '{"name": "it", "main": "main.js"}\n',
  'main.js': "const { login } = require('./src/a.js')\n\nconsole.log(login(1))\n",
  'src/a.js':
    "const { inc } = require('./helper.js')\n\nfunction login(x) {\n  return inc(x)\n}\n\nmodule.exports = { login }\n",
  'src/helper.js': 'function inc(x) {\n  return x + 1\n}\n\nmodule.exports = { inc }\n',
  'test/a.test.js':
    "const assert = require('node:assert')\nconst { login } = require('../src/a.js')\nconst { one } = require('./one.js')\n\nassert.strictEqual(login(one), 2)\n",
  'test/one.js': 'module.exports = { one: 1 }\n',
  'check.sh': 'echo ran >> ../ran.txt\nnode test/a.test.js\n',
  '.fixpoint/config.yaml': 'checks:\n  unit: { command: sh check.sh }\n',
}

async function checked(more: Readonly<Record<string, string>> = {}): Promise<Project> {
  const here = project({ ...files, ...more })
  const found = await verdicts(here, 'refresh --run-checks')
  expect(found).toEqual({ 'f.declared': 'implemented', 'f.found': 'implemented' })
  return here
}

async function verdicts(here: Project, line: string): Promise<Record<string, string>> {
  const { stdout } = await here.fixpoint(`${line} --json`)
  return Object.fromEntries(
    JSON.parse(stdout).resources.map(
      (each: { address: string; status: string; stale: boolean }) => [
        each.address,
        `${each.status}${each.stale ? ', stale' : ''}`,
      ],
    ),
  )
}

const all = (said: string) => ({ 'f.declared': said, 'f.found': said })
const runs = (here: Project) => here.read('../ran.txt').trim().split('\n').length

it.each([
  ['the script that the recipe runs', 'check.sh', 'exit 1\n'],
  [
    'a test that is found to refer to the names',
    'test/a.test.js',
    "process.exit(require('../src/a.js').login(1))\n",
  ],
  ['what such a test imports', 'test/one.js', 'module.exports = { one: 5 }\n'],
  ['what the files import', 'src/helper.js', 'module.exports = { inc: x => x }\n'],
])('%s makes it stale for all that name it', async (_, file, content) => {
  const here = await checked()
  here.write(file, content)
  expect(await verdicts(here, 'refresh')).toEqual(all('implemented, stale'))
  expect((await here.fixpoint('refresh --strict')).stdout).toContain('PARTIAL (2 resources)')
  const ci = await here.fixpoint('ci --run-checks --strict --fail-under 100')
  expect(ci.exitCode).toBe(2)
  expect(await verdicts(here, 'refresh --run-checks')).toEqual(all('broken'))
})

it('inputs of the config do not hide the script that the recipe runs', async () => {
  const here = await checked({
    '.fixpoint/config.yaml': 'checks:\n  unit: { command: sh check.sh, inputs: ["src/**"] }\n',
  })
  here.write('check.sh', 'exit 1\n')
  expect(await verdicts(here, 'refresh --run-checks')).toEqual(all('broken'))
})

it('a stale pass stands, and every report says which check, and since what changed', async () => {
  const here = await checked()
  here.write('src/helper.js', 'module.exports = { inc: x => x }\n')
  const said = 'check unit passed before src/helper.js changed (stale)'
  const refresh = await here.fixpoint('refresh')
  expect(refresh.stdout).toContain(`    Stale: ${said}: fixpoint refresh --run-checks\n`)
  const plan = await here.fixpoint('plan')
  expect(plan.stdout).toContain(
    'No changes. State matches spec.\nStale, fixpoint refresh --run-checks',
  )
  expect(plan.stdout).toContain(`  f.found: ${said}\n`)
  expect(JSON.parse((await here.fixpoint('plan --json')).stdout).stale).toEqual([
    { address: 'f.declared', checks: [said] },
    { address: 'f.found', checks: [said] },
  ])
  expect((await here.fixpoint('status')).stdout).toContain(`  f.found  ${said}\n`)
  expect((await here.fixpoint('ci --format text')).stdout).toContain(`  f.found: ${said}\n`)
  await here.fixpoint('refresh --run-checks')
  here.write('src/helper.js', files['src/helper.js'])
  await here.fixpoint('refresh')
  expect((await here.fixpoint('plan')).stdout).not.toContain('Stale')
})

it('what was found on the same content holds again when that content is back', async () => {
  const here = await checked()
  here.write('src/helper.js', 'module.exports = { inc: x => x }\n')
  expect(await verdicts(here, 'refresh --run-checks')).toEqual(all('broken'))
  here.write('src/helper.js', files['src/helper.js'])
  expect(await verdicts(here, 'refresh')).toEqual(all('implemented'))
  await here.fixpoint('refresh --run-checks')
  expect(runs(here)).toBe(2)
  here.write('src/helper.js', `${files['src/helper.js']}// again\n`)
  expect(await verdicts(here, 'refresh')).toEqual(all('implemented, stale'))
})

it('no report says of one check that it passed and that it failed on one tree', async () => {
  const apart = spec.replace(
    '    found: { attributes: { functions: [login] }, files: [src/a.js]',
    '    found: { attributes: { functions: [inc] }, files: [src/helper.js]',
  )
  const here = await checked({
    'fixpoint.spec.yaml': apart,
    'test/inc.test.js': "const { inc } = require('../src/helper.js')\n\nconsole.log(inc(1))\n",
  })
  here.write('test/one.js', 'module.exports = { one: 5 }\n')
  expect(await verdicts(here, 'refresh --run-checks')).toEqual(all('broken'))
  expect(await verdicts(here, 'refresh')).toEqual(all('broken'))
  expect((await here.fixpoint('why f.found')).stdout).toContain('f.found is broken')
  here.write('test/one.js', files['test/one.js'])
  expect(await verdicts(here, 'refresh')).toEqual(all('implemented'))
})

it('why names the check that failed, and how it ended where it printed nothing', async () => {
  const here = project({ ...files, 'check.sh': 'exit 3\n' })
  await here.fixpoint('refresh --run-checks')
  expect((await here.fixpoint('why f.found')).stdout).toContain(
    'To raise it: check unit failed: exit code 3, and it printed nothing\n',
  )
})

it('who has to be passing and names no check is judged by all of them', async () => {
  const passing =
    'resources:\n  f:\n    a: { attributes: { functions: [login] }, files: [src/a.js], require: passing }\n'
  const here = project({ ...files, 'fixpoint.spec.yaml': passing, 'check.sh': 'exit 1\n' })
  expect(await verdicts(here, 'refresh')).toEqual({ 'f.a': 'partial' })
  expect(await verdicts(here, 'refresh --run-checks')).toEqual({ 'f.a': 'broken' })
  here.write('check.sh', files['check.sh'])
  expect(await verdicts(here, 'refresh --run-checks')).toEqual({ 'f.a': 'implemented' })
  here.write('.fixpoint/config.yaml', '{}\n')
  const { stdout } = await here.fixpoint('refresh')
  expect(stdout).toContain('no check is declared that could pass')
})

it('the verdict that stands is the one that held last, also of content that came back', async () => {
  const here = await checked()
  const plain = here.read('src/helper.js')
  here.write('src/helper.js', plain.replace('x + 1', 'x - 1'))
  expect(await verdicts(here, 'refresh --run-checks')).toEqual(all('broken'))
  here.write('src/helper.js', plain)
  expect(await verdicts(here, 'refresh')).toEqual(all('implemented'))
  here.write('src/helper.js', `${plain}\n`)
  expect(await verdicts(here, 'refresh')).toEqual(all('implemented, stale'))
})
