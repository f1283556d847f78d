// The engine is killed without warning and started again: each unit lands exactly once, nothing is left behind, and the checkout is as it was.

import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/base/hash.ts'
import { NODE, PROGRAM } from './places.ts'
import { checkoutOf, done, repository, type TestRepository, unitFile } from './repository.ts'

const POINTS = join(import.meta.dirname, '../crash/points.js')

/** How many of the moments are tried. */
const SAMPLE = Number(process.env.CRASH_MOMENTS ?? 6)

function sixUnits(): TestRepository {
  const here = repository()
  const unit = (id: string, front = '') =>
    here.write(
      `units/${id}.md`,
      unitFile({
        id,
        script: `echo ${id} > src/${id}\n${done}`,
        claims: `create: [src/${id}]`,
        front,
      }),
    )
  for (const id of ['T01', 'T02', 'T03', 'T04']) unit(id)
  unit('T05', 'depends_on: [T01, T02]\n')
  unit('T06', 'depends_on: [T05]\n')
  here.write('src/a.txt', 'work in progress\n')
  here.write('src/untracked.txt', 'mine\n')
  here.write('src/staged.txt', 'staged\n')
  here.git('stash', 'push', '--quiet', 'src/a.txt')
  here.write('src/a.txt', 'other work\n')
  here.git('add', 'src/staged.txt')
  return here
}

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
}

function start(here: TestRepository, words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(NODE, ['--import', POINTS, PROGRAM, ...words], {
    cwd: here.root,
    env: {
      PATH: process.env.PATH,
      HOME: join(here.root, '../home'),
      FIXPOINT_CACHE_DIR: join(here.root, '../cache'),
      ...env,
    },
  })
  let stderr = ''
  child.stdout.resume()
  child.stderr.on('data', (part: Buffer) => {
    stderr += part.toString()
  })
  const ended = new Promise<Ended>(resolve =>
    child.on('close', (code, signal) => resolve({ code, signal, stderr })),
  )
  return { child, ended }
}

/** What must hold after the restart, whatever happened before it. */
async function expectWhole(here: TestRepository, before: ReturnType<typeof checkoutOf>) {
  const branch = here.git('for-each-ref', '--format=%(refname)', 'refs/heads/fixpoint').trim()
  const landed = here
    .git('log', '--format=%(trailers:key=Fixpoint-Unit,valueonly)', `main..${branch}`)
    .split('\n')
    .filter(Boolean)
  expect(landed.map(each => each.replace(/^.*\//, '')).sort()).toEqual([
    'T01',
    'T02',
    'T03',
    'T04',
    'T05',
    'T06',
  ])
  expect(checkoutOf(here)).toEqual(before)
  expect(processesIn(join(here.root, '..'))).toEqual([])
  expect(here.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1)
}

/** Processes whose folder lies in the home of this test. */
function processesIn(home: string): readonly string[] {
  return readdirSync('/proc')
    .filter(each => /^\d+$/.test(each))
    .filter(pid => folderOf(pid).startsWith(home))
}

function folderOf(pid: string): string {
  try {
    return execFileSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    return '' // it ended, or it is somebody else's
  }
}

/** Until the run is complete: a start that was killed before the run began has nothing to go on with, nor one that had done everything. */
async function finish(here: TestRepository): Promise<Ended> {
  const again = await start(here, ['run']).ended
  if (again.code !== 64) return again
  const { stdout } = await here.fixpoint('runs --json')
  const [run] = (JSON.parse(stdout) as { runs: { outcome: string }[] }).runs
  return run?.outcome === 'complete' ? { ...again, code: 0 } : start(here, ['run', 'units']).ended
}

describe('an engine that is killed', () => {
  it('at any moment is restarted to the same end', async () => {
    const whole = sixUnits()
    const file = join(whole.root, '../points.json')
    const first = await start(whole, ['run', 'units'], { CRASH_COUNT: file }).ended
    expect(first.code).toBe(0)
    const points = JSON.parse(readFileSync(file, 'utf8')) as string[]
    expect(points.length).toBeGreaterThan(200)
    const tried = chosen(points.length)
    for (const at of tried) {
      const here = sixUnits()
      const before = checkoutOf(here)
      await start(here, ['run', 'units'], { CRASH_AT: String(at) }).ended
      const ended = await finish(here)
      expect(ended.code, `killed ${points[at - 1]} (${at}): ${ended.stderr}`).toBe(0)
      await expectWhole(here, before)
    }
    process.stdout.write(`crash matrix: ${tried.length} of ${points.length} moments\n`)
  }, 3_600_000)

  it('while agents work leaves none of them alive, and starts them again without waiting', async () => {
    const here = repository()
    const script = `if [ ! -e ../../../../../stop ]; then touch ../../../../../stop; sleep 300.75; fi
echo b > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const { child, ended } = start(here, ['run', 'T01.md'])
    await until(() => isRunning('sleep 300.75'))
    child.kill('SIGKILL')
    await ended
    const again = await start(here, ['run']).ended
    expect(again.stderr).toContain('r1 finished: complete')
    expect(isRunning('sleep 300.75')).toBe(false)
    expect(here.git('rev-list', '--count', 'main..fixpoint/r1').trim()).toBe('1')
  })
})

describe('an engine that is interrupted', () => {
  it('ends what runs in good order, says how to go on, and goes on', async () => {
    const here = repository()
    const script = `echo b > src/b.txt
if [ ! -e ../../../../../stop ]; then touch ../../../../../stop; sleep 300.5; fi\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const { child, ended } = start(here, ['run', 'T01.md'])
    await until(() => isRunning('sleep 300.5'))
    child.kill('SIGINT')
    const stopped = await ended
    expect(stopped.code).toBe(130)
    expect(stopped.stderr).toContain('Stopped. Go on with: fixpoint run')
    expect(isRunning('sleep 300.5')).toBe(false)
    expect(existsSync(join(here.root, '.fixpoint/local/driver.json'))).toBe(false)
    // What was cut short is never judged as if it were done: it is kept, and another session ends it.
    expect((await here.fixpoint('replay r1')).stdout).toContain('r1/T01 stopped; its work is kept')
    expect((await start(here, ['run']).ended).code).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
    expect(
      here
        .git('log', '-1', '--format=%(trailers:key=Fixpoint-Attempt,valueonly)', 'fixpoint/r1')
        .trim(),
    ).toBe('2')
  })
})

/** The same moments for everybody who runs the sample, and others when the number of moments changes. */
function chosen(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at + 1)
  return all
    .sort((a, b) => (sha256(`${count} ${a}`) < sha256(`${count} ${b}`) ? -1 : 1))
    .slice(0, SAMPLE)
}

const isRunning = (line: string) =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n').includes(line)

/** A condition of the world, looked at until it holds; the test's own limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve))
}
