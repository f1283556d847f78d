// A verdict is about what was declared when it was read: a spec that was edited since is never shown as met.

import { expect, it } from 'vitest'
import { type Project, project } from './project.ts'

const spec = (body: string, rest = '') =>
  `${rest}resources:\n  f:\n    a: { ${body}, files: [a.py] }\n`

async function verified(): Promise<Project> {
  const here = project({
    'fixpoint.spec.yaml': spec('attributes: { functions: [login] }'),
    'a.py': 'def login(x):\n    return x + 1\n',
  })
  await here.fixpoint('refresh')
  return here
}

const said = 'Declared otherwise since it was verified: fixpoint refresh'

it('plan and status tell a resource that was declared otherwise since it was verified', async () => {
  const here = await verified()
  expect((await here.fixpoint('plan --detailed-exitcode')).exitCode).toBe(0)
  here.write('fixpoint.spec.yaml', spec('attributes: { functions: [login, gone] }'))
  const plan = await here.fixpoint('plan --detailed-exitcode')
  expect(plan.exitCode).toBe(2)
  expect(plan.stdout).toContain(`  ~ f.a\n      # ${said}\n\nPlan: 1 to update.\n`)
  const json = JSON.parse((await here.fixpoint('plan --json')).stdout)
  expect(json).toMatchObject({
    has_changes: true,
    declared_otherwise: ['f.a'],
    actions: [{ action: 'update', address: 'f.a', reason: said }],
  })
  const { stdout } = await here.fixpoint('status')
  expect(stdout).toContain('Declared otherwise since verified\n  f.a  fixpoint refresh\n')
  expect(stdout).toContain('\nNext: fixpoint refresh\n')
  const markdown = (await here.fixpoint('plan --format markdown')).stdout
  expect(markdown).toContain('| `f.a` | ✅ implemented | `~` verify again |')
  expect((await here.fixpoint('ci --fail-under 100 --format text')).exitCode).toBe(2)
  await here.fixpoint('refresh')
  expect((await here.fixpoint('plan')).stdout).toContain('gone is not found among the functions')
  expect((await here.fixpoint('plan')).stdout).not.toContain('declared otherwise')
})

it('a level that a type requires since then is told as well', async () => {
  const here = await verified()
  const body = 'attributes: { functions: [login] }'
  here.write('fixpoint.spec.yaml', spec(body, 'types: { f: { require: tested } }\n'))
  expect((await here.fixpoint('plan')).stdout).toContain(said)
})

it('prose, weights and other names change no verdict, and are no change', async () => {
  const here = await verified()
  const body = 'attributes: { functions: [login] }, description: in words, weight: 3'
  here.write(
    'fixpoint.spec.yaml',
    spec(body).replace('    a:', '    b:').concat('moved: [{ from: f.a, to: f.b }]\n'),
  )
  const plan = await here.fixpoint('plan --detailed-exitcode')
  expect([plan.exitCode, plan.stdout]).toEqual([
    0,
    expect.stringContaining('No changes. State matches spec.'),
  ])
})

it('what a person decided stands whatever is declared, and is not told as unverified', async () => {
  const here = await verified()
  await here.fixpoint('lock f.a')
  here.write('fixpoint.spec.yaml', spec('attributes: { functions: [login, gone] }'))
  expect((await here.fixpoint('plan --detailed-exitcode')).exitCode).toBe(0)
})
