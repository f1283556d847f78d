// `plan` through the front door: argv in, output and files out.

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const spec = `version: "1"
resources:
  feature:
    auth_login:
      description: User login
    auth_refresh:
      depends_on: [feature.auth_login]
    auth_logout: {}
`

const state = (...resources: object[]) =>
  JSON.stringify({
    version: '1',
    serial: 4,
    lineage: 'l',
    last_updated: '2026-01-01T00:00:00Z',
    resources,
  })

const entry = (name: string, status: string, more: object = {}) => ({
  type: 'feature',
  name,
  status,
  ...more,
})

describe('plan', () => {
  it('shows everything as to be created where no state is', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const outcome = await here.fixpoint('plan')
    expect(outcome).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `fixpoint will perform the following actions:

  + feature.auth_login
      # Resource declared in spec but not in state
  + feature.auth_logout
      # Resource declared in spec but not in state
  + feature.auth_refresh
      # Resource declared in spec but not in state

Plan: 3 to create.
`,
    })
    expect(here.files()).toEqual(['fixpoint.spec.yaml'])
  })

  it('exits 2 for changes only when asked', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    expect((await here.fixpoint('plan --detailed-exitcode')).exitCode).toBe(2)
    expect((await here.fixpoint('plan -detailed-exitcode')).exitCode).toBe(2)
    const ci = await here.fixpoint('plan --ci', { tty: true })
    expect(ci.exitCode).toBe(2)
    expect(JSON.parse(ci.stdout).has_changes).toBe(true)
  })

  it('shows partial and broken with their own reasons, also as the absorbed state kept them', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec,
      'fixpoint.state.json': state(
        entry('auth_login', 'partial', { reason: 'no rotation' }),
        entry('auth_logout', 'broken', { attributes: { broken_reason: 'tests fail' } }),
        entry('auth_refresh', 'implemented'),
      ),
    })
    expect((await here.fixpoint('plan')).stdout).toBe(`fixpoint will perform the following actions:

  ~ feature.auth_login
      # no rotation
  ~ feature.auth_logout
      # tests fail

Plan: 2 to update.
`)
  })

  it('shows what is recorded and not declared as to be deleted, until it is removed from the state', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources: {feature: {a: {}}}',
      'fixpoint.state.json': state(entry('a', 'implemented'), entry('old', 'implemented')),
    })
    expect((await here.fixpoint('plan')).stdout).toContain('  - feature.old\n')
    await here.fixpoint('state rm feature.old')
    expect((await here.fixpoint('plan --detailed-exitcode')).stdout).toBe(
      'No changes. State matches spec.\n',
    )
  })

  it('says that nothing is left to do, with exit 0', async () => {
    const done = ['auth_login', 'auth_logout', 'auth_refresh'].map(name =>
      entry(name, 'implemented'),
    )
    const here = project({ 'fixpoint.spec.yaml': spec, 'fixpoint.state.json': state(...done) })
    const outcome = await here.fixpoint('plan --detailed-exitcode')
    expect(outcome).toEqual({
      exitCode: 0,
      stdout: 'No changes. State matches spec.\n',
      stderr: '',
    })
  })

  it('plans nothing for what is deprecated', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources: {feature: {a: {}}}',
      'fixpoint.state.json': state(entry('a', 'deprecated')),
    })
    expect((await here.fixpoint('plan')).stdout).toBe('No changes. State matches spec.\n')
  })

  it('keeps to a target and what it depends on', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const { stdout } = await here.fixpoint('plan --target feature.auth_refresh --json')
    expect(JSON.parse(stdout).actions.map((each: { address: string }) => each.address)).toEqual([
      'feature.auth_login',
      'feature.auth_refresh',
    ])
  })

  it('names the nearest address for a target that does not exist', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const outcome = await here.fixpoint('plan --target feature.auth_logn')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toBe(
      'Error: plan/target feature.auth_logn is neither in the spec nor in the state (did you mean feature.auth_login?)\n',
    )
  })

  it('lists what waits for a dependency, and stays pure JSON under --json', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    expect((await here.fixpoint('plan --check-deps')).stdout).toContain(
      'Blocked by dependencies:\n    feature.auth_refresh waits for feature.auth_login\n',
    )
    const { stdout } = await here.fixpoint('plan --check-deps --format json')
    expect(JSON.parse(stdout).blocked).toEqual([
      { address: 'feature.auth_refresh', waits_for: ['feature.auth_login'] },
    ])
  })

  it('shows symbols with -v as the document prints them, with kind and lines of what was found', async () => {
    const symbols = {
      run: {
        name: 'run',
        kind: 'function',
        status: 'implemented',
        file: 'a.py',
        line: 3,
        end_line: 9,
      },
      format_report: { name: 'format_report', kind: 'function', status: 'missing' },
    }
    const here = project({
      'fixpoint.spec.yaml': 'resources: {module: {inference: {}}}',
      'fixpoint.state.json': state({
        type: 'module',
        name: 'inference',
        status: 'partial',
        symbols,
      }),
    })
    expect((await here.fixpoint('plan --verbose')).stdout).toContain(`  ~ module.inference
      # Resource is partially implemented
      Required: substantive
      Symbols: 1/2 found
        - format_report (missing)
          run  function   lines 3-9 (a.py)
`)
  })

  it('follows moved and lets removed go, without touching the state', async () => {
    const here = project({
      'fixpoint.spec.yaml': `resources: {feature: {sign_in: {}}}
moved: [{from: feature.login, to: feature.sign_in}]
removed: [{address: feature.gone}]
`,
      'fixpoint.state.json': state(entry('gone', 'implemented'), entry('login', 'implemented')),
    })
    const before = here.snapshot()
    expect(
      (await here.fixpoint('plan')).stdout,
    ).toBe(`  . feature.gone is removed from the spec and will leave the state
  . feature.login has moved to feature.sign_in

No changes. State matches spec.
`)
    expect(here.snapshot()).toEqual(before)
    await here.fixpoint('mark feature.sign_in -s partial')
    expect((await here.fixpoint('state list')).stdout).toBe('feature.sign_in\n')
  })

  it('saves a plan that show prints, with the same bytes each time', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const saved = await here.fixpoint('plan -out next.plan')
    expect(saved.stderr).toBe('Saved: next.plan. Look at it with: fixpoint show next.plan\n')
    const bytes = here.read('next.plan')
    await here.fixpoint('plan -out next.plan', { now: '2030-01-01T00:00:00Z' })
    expect(here.read('next.plan')).toBe(bytes)
    expect((await here.fixpoint('show next.plan')).stdout).toContain('Plan: 3 to create.\n')
  })

  it('is found from a folder below the project', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec, 'src/deep/x.py': '' })
    const below = await here.fixpoint('plan', { cwd: here.path('src/deep') })
    expect(below).toEqual(await here.fixpoint('plan'))
    expect(await here.fixpoint('--chdir src/deep plan')).toEqual(below)
    expect(await here.fixpoint('plan -chdir=src')).toEqual(below)
  })

  it('prints the table that reviewers know', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec,
      'fixpoint.state.json': state(
        entry('auth_login', 'implemented'),
        entry('auth_logout', 'broken'),
        entry('extra', 'implemented'),
      ),
    })
    expect((await here.fixpoint('plan --format markdown')).stdout).toBe(`## Fixpoint plan

| Resource | Status | Action |
| --- | --- | --- |
| \`feature.auth_login\` | ✅ implemented | - |
| \`feature.auth_logout\` | 🔴 broken | \`~\` fix |
| \`feature.auth_refresh\` | ❌ missing | \`+\` implement |
| \`feature.extra\` | 🗑️ extra | \`-\` remove |

**Convergence: 33.3%**

> Plan: 1 to create, 1 to update, 1 to delete.
`)
  })
})
