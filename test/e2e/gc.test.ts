// `gc` and `prune` through the front door: what they take, what they never take, and that a dry run says what happens.

import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalFolder } from '../../src/engine/journal-place.ts'
import { openArtifacts } from '../../src/journal/artifacts.ts'
import { layoutOf } from '../../src/journal/layout.ts'
import {
  agentConfig,
  checkoutOf,
  done,
  repository,
  type TestRepository,
  unitFile,
} from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const FAR = '2030-01-27T12:00:00Z'

const refs = ({ git }: TestRepository) =>
  git('for-each-ref', '--format=%(refname)', 'refs/fixpoint/attempts', 'refs/heads/fixpoint')
    .split('\n')
    .filter(Boolean)

const linesOf = (text: string) => text.trimEnd().split('\n')

/** One unit that landed and one that failed. */
async function ran(config = '') {
  const here = repository({ '.fixpoint/config.yaml': agentConfig(config) })
  const lands = unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` })
  const fails = unitFile({
    id: 'T02',
    script: 'echo c > src/c.txt; exit 3',
    front: 'attempts: 1\n',
  })
  here.write('units/T01.md', lands)
  here.write('units/T02.md', fails)
  expect((await here.fixpoint('run units', { env })).exitCode).toBe(3)
  return here
}

describe('gc', () => {
  it.each([
    ['prune', '', 'fixpoint prune, which keeps none of a unit that has ended'],
    ['gc', 'retention: { transcripts: 0 }\n', 'fixpoint gc, because retention.transcripts is 0'],
  ])(
    'logs says of what %s removed when that was, and by what rule',
    async (command, config, why) => {
      const here = await ran(config)
      expect((await here.fixpoint(command, { env })).exitCode).toBe(0)
      expect(await here.fixpoint('logs T01')).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: `Error: logs/removed what attempt 1 of r1/T01 said was removed on 2026-01-27 by ${why} (retention.transcripts in .fixpoint/config.yaml says how long gc leaves it)\n`,
      })
      expect((await here.fixpoint('logs T01 --attempt 7')).stderr).toContain(
        'there is no attempt 7 ',
      )
    },
  )

  it('takes what landed, keeps what did not land until it expires, and never what was not delivered', async () => {
    const here = await ran()
    const before = checkoutOf(here)
    const { stdout, stderr, exitCode } = await here.fixpoint('gc --dry-run --verbose', { env })
    expect(linesOf(stdout)).toEqual([
      '- attempt     refs/fixpoint/attempts/r1%2f.T01%23.1  (r1/T01 landed)',
      '  workspace   workspace 1  (kept for the next attempts)',
      '  attempt     refs/fixpoint/attempts/r1%2f.T02%23.1  (r1/T02 failed, last heard of on 2026-01-27)',
      '  line        refs/heads/fixpoint/r1  (what landed in r1 was not delivered)',
      '  transcript  r1/T01#1  (r1/T01 landed, last heard of on 2026-01-27)',
      '  transcript  r1/T02#1  (r1/T02 failed, last heard of on 2026-01-27)',
    ])
    expect(stderr).toBe(`Would remove 1 ref of an attempt.
What only these refs hold is freed by git itself, in its own time: git gc.
`)
    expect(exitCode).toBe(0)
    expect(refs(here)).toHaveLength(3)
    expect((await here.fixpoint('gc --verbose', { env })).stdout).toBe(stdout)
    expect(refs(here)).toEqual(['refs/fixpoint/attempts/r1%2f.T02%23.1', 'refs/heads/fixpoint/r1'])
    expect((await here.fixpoint('gc', { env })).stdout).toBe('Nothing to remove.\n')
    expect(checkoutOf(here)).toEqual(before)
  })

  it('leaves the branch of a cancelled run that holds what landed and nobody has, even to prune', async () => {
    const here = await ran()
    const landed = here.git('rev-parse', 'fixpoint/r1')
    expect((await here.fixpoint('retry T02', { env })).exitCode).toBe(0)
    expect((await here.fixpoint('cancel run:r1', { env })).exitCode).toBe(0)
    expect((await here.fixpoint('runs', { env })).stdout).toContain('r1  cancelled')
    const { stdout } = await here.fixpoint('prune --verbose', { env, now: FAR })
    const line = '  line        refs/heads/fixpoint/r1  (what landed in r1 was not delivered)'
    expect(linesOf(stdout)).toContain(line)
    expect(here.git('rev-parse', 'fixpoint/r1')).toBe(landed)
    here.git('merge', '--quiet', '--ff-only', 'fixpoint/r1')
    expect((await here.fixpoint('prune', { env })).stdout).toContain('and main holds what landed')
    expect(refs(here)).toEqual([])
  })

  it('takes the branch of a run once a branch of the user holds it, and everything that has expired', async () => {
    const here = await ran()
    here.git('merge', '--quiet', '--ff-only', 'fixpoint/r1')
    const old = openArtifacts(layoutOf(journalFolder(here.root)).artifacts)
    const forgotten = old.put('nobody refers to this')
    const foreseen = await here.fixpoint('gc --dry-run --json', { env, now: FAR })
    const found = JSON.parse(foreseen.stdout)
    expect(found).toMatchObject({ version: '1', command: 'gc', dry_run: true })
    const names = found.removed.map(({ kind, name }: Record<string, string>) => `${kind} ${name}`)
    expect(names).toEqual([
      'attempt refs/fixpoint/attempts/r1%2f.T01%23.1',
      'attempt refs/fixpoint/attempts/r1%2f.T02%23.1',
      'line refs/heads/fixpoint/r1',
      'transcript r1/T01#1',
      'transcript r1/T02#1',
      `artifact ${forgotten}`,
    ])
    const real = JSON.parse((await here.fixpoint('gc --json', { env, now: FAR })).stdout)
    expect(real).toEqual({ ...found, dry_run: false })
    expect(real.freed_bytes).toBeGreaterThan(0)
    expect(refs(here)).toEqual([])
    expect((await here.fixpoint('logs T01')).stderr).toMatch(
      /was removed on 2030-01-27 by fixpoint gc/,
    )
    expect(old.has(forgotten)).toBe(false)
    expect((await here.fixpoint('show T02', { env })).stdout).toContain('agent_error')
    expect((await here.fixpoint('replay r1', { env })).exitCode).toBe(0)
  })

  it('keeps as long as the config says, and refuses what it cannot read there', async () => {
    const here = await ran('retention: { attempts: 0, transcripts: 0, workspaces: 0 }\n')
    const { stdout } = await here.fixpoint('gc', { env })
    expect(linesOf(stdout).map(line => line.slice(2, 12).trim())).toEqual([
      ...['workspace', 'attempt', 'attempt', 'transcript', 'transcript'],
    ])
    here.write('.fixpoint/config.yaml', agentConfig('retention: { attempts: soon }\n'))
    expect(await here.fixpoint('gc', { env })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/config\.yaml:5:\d+ config\/value retention\.attempts must be/),
    })
  })

  it('old results of checks go, and the check runs again', async () => {
    const here = repository({
      '.fixpoint/config.yaml': agentConfig('checks: { unit: { command: "true" } }\n'),
    })
    const script = `echo b > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [unit]\n' }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    const folder = here.path('.fixpoint/local/checks')
    for (const name of readdirSync(join(folder, 'results')))
      utimesSync(join(folder, 'results', name), 1_000, 1_000)
    expect((await here.fixpoint('gc', { env })).stdout).toMatch(/^- check /m)
    expect(readdirSync(join(folder, 'results'))).toEqual([])
    expect(readdirSync(join(folder, 'latest'))).toEqual([])
  })

  it('is not stopped by a cache that was deleted, half or whole, or lies elsewhere now', async () => {
    const here = await ran()
    const cache = join(here.root, '../cache/workspaces')
    const slots = join(cache, readdirSync(cache).find(name => name.startsWith('project-'))!)
    rmSync(join(slots, 'workspaces/1/tree'), { recursive: true })
    const { stdout } = await here.fixpoint('gc', { env })
    expect(stdout).toMatch(/^- workspace {3}workspace 1 {2}\(nobody holds it/)
    rmSync(join(here.root, '../cache'), { recursive: true })
    expect((await here.fixpoint('prune', { env })).exitCode).toBe(0)
    const moved = { ...env, FIXPOINT_CACHE_DIR: join(here.root, '../elsewhere') }
    expect((await here.fixpoint('gc', { env: moved })).exitCode).toBe(0)
    here.write('T03.md', unitFile({ id: 'T03', script: `echo d > src/d.txt\n${done}` }))
    expect((await here.fixpoint('run T03.md', { env: moved })).exitCode).toBe(0)
  })

  it('has nothing to prove where nothing has run, and refuses where the journal is damaged', async () => {
    const here = repository()
    expect((await here.fixpoint('gc', { env })).stdout).toBe('Nothing to remove.\n')
    expect(existsSync(here.path('.fixpoint/local'))).toBe(false)
    const other = await ran()
    rmSync(layoutOf(journalFolder(other.root)).decisions)
    expect(await other.fixpoint('gc', { env })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/journal\/lost/),
    })
    expect(refs(other)).toHaveLength(3)
  })
})

describe('prune', () => {
  it('takes what is only idle too, whatever its age, and what was not delivered stays', async () => {
    const here = await ran()
    const { stdout } = await here.fixpoint('prune', { env })
    expect(linesOf(stdout).map(line => line.slice(2, 12).trim())).toEqual([
      ...['workspace', 'attempt', 'attempt', 'transcript', 'transcript'],
    ])
    expect(refs(here)).toEqual(['refs/heads/fixpoint/r1'])
    expect(await here.fixpoint('run --continue', { env })).toMatchObject({ exitCode: 3 })
  })
})

describe('case 37', () => {
  it('beside a live run nothing is removed that a live lease owns, and the dry run says what happens', async () => {
    const here = repository()
    const script = `echo b > src/b.txt; touch ${here.root}/../started; while [ ! -e ${here.root}/../go ]; do sleep 0.05; done\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    here.write('first/T00.md', unitFile({ id: 'T00', script: `echo 0 > src/0\n${done}` }))
    expect((await here.fixpoint('run first', { env })).exitCode).toBe(0)
    const run = here.program('run T01.md')
    await appears(join(here.root, '../started'))
    const foreseen = await here.fixpoint('prune --dry-run --verbose', { env, now: FAR })
    expect(foreseen.stdout).toMatch(
      /^ {2}workspace {3}workspace \d {2}\(process \d+ runs in it\)$/m,
    )
    expect(foreseen.stdout).toMatch(/^ {2}transcript {2}r2\/T01#1 {2}\(r2\/T01 is working\)$/m)
    expect(foreseen.stdout).toMatch(/^- transcript {2}r1\/T00#1 /m)
    // The agent starts one process after the other: which of them is met first is not the same twice.
    const anyProcess = (text: string) => text.replace(/process \d+/g, 'process N')
    const { stdout } = await here.fixpoint('prune --verbose', { env, now: FAR })
    expect(anyProcess(stdout)).toBe(anyProcess(foreseen.stdout))
    here.write('../go', '')
    expect((await run).exitCode).toBe(0)
    expect(here.at('fixpoint/r2', 'src/b.txt')).toBe('b\n')
  })
})

describe('case 39', () => {
  it('a completed run leaves the working tree as clean as before, and the next run is not blocked', async () => {
    const here = repository()
    here.write('.git/info/exclude', 'units/\n')
    here.write('units/T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    expect(here.git('status', '--porcelain')).toBe('')
    const before = checkoutOf(here)
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    expect(here.git('status', '--porcelain', '--ignored=no')).toBe('')
    expect(checkoutOf(here)).toEqual(before)
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    expect((await here.fixpoint('gc', { env })).exitCode).toBe(0)
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    expect(checkoutOf(here)).toEqual(before)
  })
})

async function appears(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise(resolve => setImmediate(resolve))
}
