// What people record: marks, locks and the state file, through the front door.

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const spec = 'resources:\n  feature:\n    a: {}\n    b: {}\n    c: {}\n    d: {}\n    e: {}\n'

const stored = (here: { read(file: string): string }) =>
  JSON.parse(here.read('fixpoint.state.json'))

describe('a state that is known to be valid', () => {
  const known = (here: { path(file: string): string }) => readdirSync(here.path('../cache/states'))

  it('is one that was written here, and no other: what a person wrote is looked at', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.fixpoint('mark feature.a -s partial -r early')
    const text = here.read('fixpoint.state.json')
    expect([known(here).length, (await here.fixpoint('state list')).exitCode]).toEqual([1, 0])
    here.write('fixpoint.state.json', JSON.stringify(JSON.parse(text)))
    expect((await here.fixpoint('state list')).stdout).toBe('feature.a\n')
    here.write('fixpoint.state.json', text.replace('"partial"', '"nearly"'))
    expect((await here.fixpoint('state list')).stderr).toContain('nearly')
    expect(known(here).length).toBe(1)
  })

  it('is one that was found so, once it stands as it would be written', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.fixpoint('mark feature.a -s partial -r early')
    const lines = await here.fixpoint('state list -v')
    rmSync(here.path('../cache'), { recursive: true })
    for (let round = 0; round < 2; round++) {
      expect(await here.fixpoint('state list -v')).toEqual(lines)
      expect(known(here).length).toBe(1)
    }
  })
})

describe('mark', () => {
  it('records status, files, tests, reason and who', async () => {
    const files = { 'src/a.py': 'a = 1\n', 'src/b.py': 'b = 1\n' }
    const here = project({ 'fixpoint.spec.yaml': spec, ...files })
    const outcome = await here.fixpoint([
      'mark',
      'feature.a',
      '-s',
      'partial',
      '-f',
      'src/a.py, src/b.py',
      '-t',
      'tests/a.py',
      '-r',
      'no rotation',
      '-a',
      'codex',
    ])
    expect(outcome).toEqual({ exitCode: 0, stdout: 'Marked as partial: feature.a\n', stderr: '' })
    expect(stored(here)).toEqual({
      version: '1',
      serial: 1,
      lineage: 'id-2',
      last_updated: '2026-01-27T12:00:00Z',
      resources: [
        {
          type: 'feature',
          name: 'a',
          status: 'partial',
          locked: false,
          source: 'manual',
          reason: 'no rotation',
          agent: 'codex',
          files: ['src/a.py', 'src/b.py'],
          tests: ['tests/a.py'],
          mark_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          created_at: '2026-01-27T12:00:00Z',
          updated_at: '2026-01-27T12:00:00Z',
          history: [
            {
              at: '2026-01-27T12:00:00Z',
              from: 'missing',
              to: 'partial',
              by: 'codex',
              reason: 'no rotation',
            },
          ],
        },
      ],
    })
  })

  it('raises the serial by one and touches the time of that entry only', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    for (const name of 'abcde')
      await here.fixpoint(`mark feature.${name}`, { now: '2026-01-01T00:00:00Z' })
    await here.fixpoint('mark feature.c -s broken', { now: '2026-02-02T00:00:00Z' })
    const { serial, last_updated, resources } = stored(here)
    expect([serial, last_updated]).toEqual([6, '2026-02-02T00:00:00Z'])
    for (const each of resources) {
      expect(each.created_at).toBe('2026-01-01T00:00:00Z')
      expect(each.updated_at).toBe(
        each.name === 'c' ? '2026-02-02T00:00:00Z' : '2026-01-01T00:00:00Z',
      )
    }
  })

  it('of nothing new writes nothing', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.fixpoint('mark feature.a -s broken -r why --lock')
    const before = here.snapshot()
    const again = await here.fixpoint('mark feature.a -s broken -r why --lock', {
      now: '2027-01-01T00:00:00Z',
    })
    expect(again.stdout).toBe('No change: feature.a is broken already.\n')
    expect(here.snapshot()).toEqual(before)
  })

  it('refuses an address that is not declared, with the nearest one, unless allowed', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const refused = await here.fixpoint('mark feature.aa')
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toBe(
      'Error: mark/undeclared feature.aa is not declared in fixpoint.spec.yaml (did you mean feature.a?)\n',
    )
    expect(existsSync(here.path('fixpoint.state.json'))).toBe(false)
    expect((await here.fixpoint('mark feature.aa --allow-undeclared')).exitCode).toBe(0)
  })

  it('keeps its hands off a locked resource until it is unlocked', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.fixpoint('mark feature.a -s broken --lock')
    const before = here.snapshot()
    for (const line of ['mark feature.a', 'state rm feature.a', 'state mv feature.a feature.b']) {
      const refused = await here.fixpoint(line)
      expect(refused.stderr).toBe(
        'Error: state/resource-locked feature.a is locked (run fixpoint unlock feature.a first)\n',
      )
    }
    expect(here.snapshot()).toEqual(before)
    expect((await here.fixpoint('unlock feature.a')).stdout).toBe('Unlocked: feature.a\n')
    expect((await here.fixpoint('mark feature.a')).exitCode).toBe(0)
  })

  it('takes paths from where it was typed', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec, 'src/auth/x.py': '' })
    await here.fixpoint('mark feature.a --files x.py', { cwd: here.path('src/auth') })
    expect(stored(here).resources[0].files).toEqual(['src/auth/x.py'])
    const outside = await here.fixpoint('mark feature.a --files ../x.py')
    expect(outside.exitCode).toBe(64)
  })

  it('knows its agent from the settings: flag over environment over file', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec,
      '.fixpoint/config.yaml': 'agent: from-file\n',
    })
    const agentAfter = async (line: string, env = {}) => {
      await here.fixpoint(line, { env })
      return stored(here).resources.at(-1).agent
    }
    expect(await agentAfter('mark feature.a')).toBe('from-file')
    expect(await agentAfter('mark feature.b', { FIXPOINT_AGENT: 'from-env' })).toBe('from-env')
    expect(await agentAfter('mark feature.c --agent=from-flag', { FIXPOINT_AGENT: 'x' })).toBe(
      'from-flag',
    )
  })
})

describe('the state file', () => {
  const good = {
    version: '1',
    serial: 3,
    lineage: 'l',
    resources: [{ type: 'feature', name: 'a', status: 'partial' }],
  }

  it.each([
    [
      'cut off',
      '{"version": "1",\n "serial": 3,\n "resources": [',
      'fixpoint.state.json:3:16 state/corrupt',
    ],
    ['not JSON', 'hello\n', 'fixpoint.state.json:1:1 state/corrupt'],
    [
      'of an unknown status',
      JSON.stringify({ ...good, resources: [{ type: 'f', name: 'a', status: 'done' }] }, null, 2),
      'fixpoint.state.json:9:17 state/type resources[0].status must be one of',
    ],
    [
      'of another version',
      JSON.stringify({ ...good, version: '7' }),
      'fixpoint.state.json:1:12 state/type version must be 1, not "7"',
    ],
    [
      'with an entry twice',
      JSON.stringify({ ...good, resources: [...good.resources, ...good.resources] }, null, 2),
      'fixpoint.state.json:11:5 state/duplicate feature.a stands twice',
    ],
  ])('%s is refused by line and never overwritten', async (_, text, expected) => {
    const here = project({ 'fixpoint.spec.yaml': spec, 'fixpoint.state.json': text })
    for (const line of ['plan', 'mark feature.a', 'ci', 'state list']) {
      const outcome = await here.fixpoint(line)
      expect(outcome.exitCode).toBe(1)
      expect(outcome.stderr).toContain(`Error: ${expected}`)
    }
    expect(here.read('fixpoint.state.json')).toBe(text)
    expect(readdirSync(here.root).sort()).toEqual(['fixpoint.spec.yaml', 'fixpoint.state.json'])
  })

  it('shows one resource with files, tests, symbols, times and reason', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec,
      'fixpoint.state.json': JSON.stringify({
        ...good,
        resources: [
          {
            type: 'module',
            name: 'inference',
            status: 'implemented',
            files: ['src/inference.py'],
            tests: ['tests/test_inference.py'],
            created_at: '2026-01-27T14:00:00',
            updated_at: '2026-01-27T15:30:00',
            symbols: {
              InferenceEngine: {
                name: 'InferenceEngine',
                kind: 'class',
                status: 'implemented',
                file: 'src/inference.py',
                line: 94,
                end_line: 686,
              },
              'InferenceEngine.infer_all': {
                name: 'infer_all',
                kind: 'method',
                status: 'implemented',
                file: 'src/inference.py',
                line: 154,
                end_line: 178,
              },
              validate_config: { name: 'validate_config', kind: 'function', status: 'missing' },
            },
          },
        ],
      }),
    })
    expect((await here.fixpoint('state show module.inference')).stdout).toBe(`# module.inference
type       = "module"
name       = "inference"
status     = "implemented"
files      = ["src/inference.py"]
tests      = ["tests/test_inference.py"]
created_at = "2026-01-27T14:00:00"
updated_at = "2026-01-27T15:30:00"
symbols    = 3 (2 implemented, 1 missing)
  InferenceEngine            class      lines 94-686 (src/inference.py)
  InferenceEngine.infer_all  method     lines 154-178 (src/inference.py)
  validate_config            function   [MISSING]
`)
    expect((await here.fixpoint('state show module.inferenc')).stderr).toBe(
      'Error: state/unknown module.inferenc is not in the state (did you mean module.inference?)\n',
    )
  })

  it('lists addresses, and more with -v', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.fixpoint('mark feature.b --files src/b.py --lock')
    await here.fixpoint('mark feature.a -s partial')
    expect((await here.fixpoint('state list')).stdout).toBe('feature.a\nfeature.b [locked]\n')
    expect((await here.fixpoint('state list -v')).stdout).toBe(
      'feature.a  partial\nfeature.b [locked]  implemented  src/b.py\n',
    )
    expect((await here.fixpoint('state list --type module')).stdout).toBe('')
  })

  it('goes out and in again: later serials only, of this project only', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.fixpoint('mark feature.a')
    expect((await here.fixpoint('state pull -o backup.json')).stdout).toBe(
      'Pulled: backup.json (1 resources, serial 1)\n',
    )
    expect(here.read('backup.json')).toBe(here.read('fixpoint.state.json'))
    expect((await here.fixpoint('state pull')).stdout).toBe(here.read('backup.json'))
    expect((await here.fixpoint('state push -i backup.json')).stdout).toBe(
      'No change: the same state is stored already.\n',
    )

    await here.fixpoint('mark feature.b')
    const older = await here.fixpoint('state push -i backup.json')
    expect(older.exitCode).toBe(1)
    expect(older.stderr).toContain('Error: backup.json state/serial serial 1 is older than 2')

    const backup = JSON.parse(here.read('backup.json'))
    here.write('foreign.json', JSON.stringify({ ...backup, serial: 9, lineage: 'other' }))
    expect((await here.fixpoint('state push -i foreign.json')).stderr).toContain('state/lineage')

    here.write('newer.json', JSON.stringify({ ...backup, serial: 9 }))
    expect((await here.fixpoint('state push -i newer.json')).stdout).toBe(
      'Pushed: newer.json (1 resources, serial 9)\n',
    )
    expect((await here.fixpoint('state push -i backup.json --force')).exitCode).toBe(0)
    expect(here.read('fixpoint.state.json')).toBe(here.read('backup.json'))
    expect((await here.fixpoint('state push')).stderr).toBe(
      'Error: state/no-input no file to push (name one with -i FILE)\n',
    )
  })

  it('merges two branches as git asks for it', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.fixpoint('mark feature.a')
    const base = here.read('fixpoint.state.json')
    here.write('base', base)
    await here.fixpoint('mark feature.b', { now: '2026-03-01T00:00:00Z' })
    await here.fixpoint('mark feature.a -s broken', { now: '2026-03-01T00:00:00Z' })
    here.write('ours', here.read('fixpoint.state.json'))
    here.write('fixpoint.state.json', base)
    await here.fixpoint('mark feature.c')
    await here.fixpoint('mark feature.a -s partial', { now: '2026-04-01T00:00:00Z' })
    here.write('theirs', here.read('fixpoint.state.json'))
    const outcome = await here.fixpoint('state merge base ours theirs')
    expect(outcome.stdout).toBe('Merged: 3 resources, serial 4\n')
    expect(outcome.stderr).toBe('Both sides changed feature.a; the later one was kept.\n')
    const merged = JSON.parse(here.read('ours'))
    expect(
      merged.resources.map(
        (each: { name: string; status: string }) => `${each.name} ${each.status}`,
      ),
    ).toEqual(['a partial', 'b implemented', 'c implemented'])
  })
})

describe('diff', () => {
  it('since a plan was saved takes the plan for the earlier side, and a folder for its part', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources: {feature: {a: {files: [src/a.py]}, b: {}}}',
      'src/a.py': '',
    })
    await here.fixpoint('mark feature.b')
    await here.fixpoint('plan -out next.plan')
    await here.fixpoint('mark feature.a -s partial')
    const since = await here.fixpoint('diff next.plan')
    expect(since.stdout).toContain('New (1):\n  feature.a: partial\n')
    expect(since.stdout).toContain('Convergence: 50.0% -> 75.0% (+25.0%)\n')
    expect((await here.fixpoint('diff src --old fixpoint.state.json')).stdout).toContain(
      'Convergence: 50.0% -> 50.0%',
    )
    expect((await here.fixpoint('diff')).exitCode).toBe(64)
  })

  it('has its sections and the one formula, with serials exactly as stored', async () => {
    const side = (serial: number, entries: Record<string, string>) =>
      JSON.stringify({
        version: '1',
        serial,
        resources: Object.entries(entries).map(([name, status]) => ({
          type: 'feature',
          name,
          status,
        })),
      })
    const here = project({
      'fixpoint.spec.yaml': spec,
      'old.json': side(5, { a: 'partial', b: 'missing', c: 'implemented', d: 'implemented' }),
      'fixpoint.state.json': side(8, {
        a: 'implemented',
        b: 'broken',
        c: 'partial',
        e: 'implemented',
      }),
    })
    expect((await here.fixpoint('diff --old old.json')).stdout).toBe(`fixpoint diff
==================================================
  Old: old.json (serial 5)
  New: fixpoint.state.json (serial 8)

Upgraded (1):
  feature.a: partial -> implemented

Downgraded (1):
  feature.c: implemented -> partial

Changed (1):
  feature.b: missing -> broken

New (1):
  feature.e: implemented

Removed (1):
  feature.d: implemented

Convergence: 50.0% -> 50.0% (+0.0%)
`)
    expect((await here.fixpoint('diff --old old.json --new old.json')).stdout).toContain(
      'No changes.\n',
    )
    const one = await here.fixpoint('diff feature.c --old old.json')
    expect(one.stdout).toContain('Downgraded (1):\n  feature.c: implemented -> partial\n')
    expect(one.stdout).toContain('Convergence: 100.0% -> 50.0% (-50.0%)\n')
    expect(one.stdout).not.toContain('feature.a')
    const absent = await here.fixpoint('diff --old old.json --new none.json')
    expect(absent.exitCode).toBe(1)
    expect(absent.stderr).toBe(
      'Error: none.json state/absent there is no such state file (check the path)\n',
    )
  })
})
