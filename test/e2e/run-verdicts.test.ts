// What a run tells of the spec: convergence of the base and of the tip, what fell, and nothing written in the checkout.

import { describe, expect, it } from 'vitest'
import { agentConfig, checkoutOf, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const spec = `version: "1"
resources:
  module:
    a:
      files: [src/a.ts]
      attributes: { functions: [first] }
    b:
      files: [src/b.ts]
      attributes: { functions: [second] }
`

const first = 'export function first(): number {\n  return 1\n}\n'
const second = 'export function second(): number {\n  return 2\n}\n'

const project = () =>
  repository({ 'fixpoint.spec.yaml': spec, 'src/a.ts': first, 'fixpoint.state.json': state })

const state = '{"version":"1","serial":0,"lineage":"x","resources":[]}\n'

const writes = (file: string, text: string) => `cat > ${file} <<'END'\n${text}END\n${done}`

describe('verdicts of a run', () => {
  it('tells how far a landing brings the project, and leaves the state of the checkout as it is', async () => {
    const here = project()
    here.write('T01.md', unitFile({ id: 'T01', script: writes('src/b.ts', second) }))
    const before = checkoutOf(here)
    const { exitCode, stdout, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain('r1 evaluated: convergence 100.0%')
    expect(stdout).toContain('convergence 50.0% → 100.0%')
    expect(exitCode).toBe(0)
    expect(checkoutOf(here)).toEqual(before)
    const told = here.git('log', '--format=%B', 'refs/fixpoint/log').split('\n').filter(Boolean)
    expect(told.map(each => JSON.parse(each))).toContainEqual({
      type: 'verdict',
      run: 'r1',
      commit: here.git('rev-parse', 'fixpoint/r1').trim(),
      address: 'module.b',
      status: 'implemented',
      level: 'substantive',
    })
    const shown = await here.fixpoint('show run:r1 --json', { env })
    expect(JSON.parse(shown.stdout)).toMatchObject({
      outcome: 'complete',
      evaluation: { convergence: { before: 50, after: 100 }, fallen: [] },
      verdicts: [{ address: 'module.b', before: 'missing', after: 'implemented' }],
    })
  })

  it('is degraded where what was implemented on the base is no longer, and exits with 4', async () => {
    const here = project()
    const stub = 'export function first(): number {\n  throw new Error("not implemented")\n}\n'
    const script = writes('src/a.ts', stub)
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const { exitCode, stdout, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain('r1 finished: degraded')
    expect(stdout).toContain('module.a was implemented on the base, and is no longer')
    expect(stdout).toContain('convergence 50.0% → 25.0%')
    expect(exitCode).toBe(4)
    const status = await here.fixpoint('status', { env })
    expect(status.stdout).toContain('r1  degraded: convergence 50.0% → 25.0%')
  })

  it('counts a check only where it was run, and takes none that was not for a fall', async () => {
    const checked = spec.replace('[first] }', '[first] }\n      checks: [unit]')
    const config = agentConfig('checks:\n  unit: { command: "true" }\n')
    const files = {
      'fixpoint.spec.yaml': checked,
      'src/a.ts': first,
      'src/main.ts': "import { first } from './a.ts'\n\nexport const one = first()\n",
      'test/a.test.ts': "import { first } from '../src/a.ts'\n\nit('is one', () => first())\n",
      '.fixpoint/config.yaml': config,
    }
    const here = repository(files)
    const front = 'checks: [unit]\n'
    here.write('T01.md', unitFile({ id: 'T01', front, script: writes('src/b.ts', second) }))
    const { exitCode, stdout } = await here.fixpoint('run T01.md', { env })
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('convergence 25.0% → 100.0%')])
    here.git('merge', '--quiet', '--ff-only', 'fixpoint/r1')
    const none = { front: 'checks: []\n', script: `echo c > src/c.txt\n${done}` }
    here.write('T02.md', unitFile({ id: 'T02', ...none }))
    const next = await here.fixpoint('run T02.md', { env })
    expect([next.exitCode, next.stdout]).toEqual([
      0,
      expect.stringContaining('convergence 100.0% → 75.0%'),
    ])
  })

  it('refuses a spec that cannot be judged by before anything starts', async () => {
    const here = repository({
      'fixpoint.spec.yaml': spec.replace('[first] }', '[first] }\n      checks: [unti]'),
      '.fixpoint/config.yaml': agentConfig('checks:\n  unit: { command: "true" }\n'),
    })
    here.write('T01.md', unitFile({ id: 'T01', script: done }))
    for (const line of ['run T01.md', 'run T01.md --dry-run']) {
      const { exitCode, stderr } = await here.fixpoint(line, { env })
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining('the check unti')])
      expect(here.files().filter(each => each.startsWith('.fixpoint/local'))).toEqual([])
    }
  })
})
