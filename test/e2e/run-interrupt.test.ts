// A run is asked to end, or is killed, while things go on in it: what it started is dead, nothing that was cut short is taken for done, and
// the next start goes on. Real processes, with agents that do not want to die.

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Engine, startEngine } from '../crash/engine.ts'
import { processesOf } from '../crash/faults.ts'
import { placeOf } from './engine-place.ts'
import { NODE, PROGRAM } from './places.ts'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const start = (here: TestRepository, words: readonly string[], env = {}): Engine =>
  startEngine(placeOf(here), words, env)

const goOn = (here: TestRepository) => start(here, ['run']).ended

/** Agents work in a folder of the pool; what they share with the test lies beside the project. */
const shared = (here: TestRepository, name: string) => join(here.root, '..', name)

/** Works on only the second time; the first time it says that it is there, and stays. */
function onceStuck(here: TestRepository, stuck: string): string {
  const seen = shared(here, 'stuck')
  return `echo b > src/b.txt\nif [ ! -e ${seen} ]; then touch ${seen}; ${stuck}; fi\n${done}`
}

const isStuck = (here: TestRepository) => until(() => existsSync(shared(here, 'stuck')))

/** The second one is sent when the first was heard: two that wait at a process are one. */
async function interruptTwice({ kill, told }: Engine): Promise<void> {
  kill('SIGINT')
  await until(() => told().includes('Stopping'))
  kill('SIGINT')
}

const landed = (here: TestRepository) =>
  here.git('log', '--format=%(trailers:key=Fixpoint-Attempt,valueonly)', 'main..fixpoint/r1').trim()

const stubborn = `trap '' TERM INT HUP; setsid sh -c "trap '' TERM INT HUP; while :; do sleep 300; done" & (setsid sleep 300 &); while :; do sleep 300; done`

describe('a run that is interrupted once', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s ends what runs in good order, says how to go on, and goes on',
    async signal => {
      const here = repository()
      here.write('T01.md', unitFile({ id: 'T01', script: onceStuck(here, 'sleep 300') }))
      const { kill, ended } = start(here, ['run', 'T01.md'])
      await isStuck(here)
      kill(signal)
      const stopped = await ended
      expect(stopped.code).toBe(130)
      expect(stopped.stderr).toContain('Stopping: what runs is ended in good order.')
      expect(stopped.stderr).toContain('Stopped. Go on with: fixpoint run')
      expect(processesOf(placeOf(here))).toEqual([])
      expect(existsSync(join(here.root, '.fixpoint/local/driver.json'))).toBe(false)
      // What was cut short is never judged as if it were done: it is kept, and another session ends it.
      expect((await here.fixpoint('replay r1')).stdout).toContain(
        'r1/T01 stopped; its work is kept',
      )
      expect((await goOn(here)).code).toBe(0)
      expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
      expect(landed(here)).toBe('2')
    },
  )

  it('starts no new work', async () => {
    const here = repository()
    const first = onceStuck(here, 'sleep 300')
    here.write(
      'units/T01.md',
      unitFile({ id: 'T01', script: first, claims: 'create: [src/b.txt]' }),
    )
    const script = `touch ${shared(here, 'begun')}; echo c > src/c.txt\n${done}`
    here.write('units/T02.md', unitFile({ id: 'T02', script, claims: 'create: [src/c.txt]' }))
    const { kill, ended } = start(here, ['run', 'units', '--max-workers', '1'])
    await isStuck(here)
    kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(existsSync(shared(here, 'begun'))).toBe(false)
    expect((await goOn(here)).code).toBe(0)
    expect(landed(here).split(/\n+/)).toHaveLength(2)
  })

  it('ends an agent that ignores it, with children in sessions of their own', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: onceStuck(here, stubborn) }))
    const { kill, ended } = start(here, ['run', 'T01.md'])
    await isStuck(here)
    kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(processesOf(placeOf(here))).toEqual([])
    expect((await goOn(here)).code).toBe(0)
  })

  it.each([
    ['setup', (line: string) => `workspace:\n  setup: ${JSON.stringify(line)}\n`],
    ['check', (line: string) => `checks:\n  slow:\n    command: ${JSON.stringify(line)}\n`],
  ])('ends a %s that goes on, and asks for it again without waiting', async (what, config) => {
    const here = repository()
    const seen = shared(here, 'stuck')
    const line = `if [ ! -e ${seen} ]; then touch ${seen}; sleep 300; fi`
    here.write('.fixpoint/config.yaml', agentConfig(config(line)))
    here.git('commit', '--quiet', '--all', '-m', 'Slow')
    const front = what === 'check' ? 'checks: [slow]\n' : ''
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}`, front }))
    const { kill, ended } = start(here, ['run', 'T01.md'])
    await isStuck(here)
    kill('SIGINT')
    expect((await ended).code).toBe(130)
    expect(processesOf(placeOf(here))).toEqual([])
    const again = await goOn(here)
    expect(again.code).toBe(0)
    expect(landed(here)).toBe('1')
    expect((await here.fixpoint('replay r1')).stdout).not.toMatch(/is tried again|waits until/)
  })
})

describe('a run that is interrupted twice', () => {
  it('does not wait for what hangs, and everything can be resumed', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    const bin = shared(here, 'bin')
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    const hangs = `#!/bin/sh\nif [ "$1" = mktree ]; then touch ${shared(here, 'stuck')}; exec sleep 300; fi\nexec ${real} "$@"\n`
    here.write('../bin/git', hangs)
    chmodSync(join(bin, 'git'), 0o755)
    const engine = start(here, ['run', 'T01.md'], { PATH: `${bin}:${process.env.PATH}` })
    await isStuck(here)
    await interruptTwice(engine)
    const stopped = await engine.ended
    expect(stopped.code).toBe(130)
    expect(stopped.stderr).toContain('Stopped by force. Go on with: fixpoint run')
    rmSync(bin, { recursive: true })
    expect((await goOn(here)).code).toBe(0)
    expect(landed(here)).toBe('1')
  })

  it('leaves no agent behind that ignores it', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: onceStuck(here, stubborn) }))
    const engine = start(here, ['run', 'T01.md'])
    await isStuck(here)
    await interruptTwice(engine)
    expect((await engine.ended).code).toBe(130)
    expect(processesOf(placeOf(here))).toEqual([])
    expect((await goOn(here)).code).toBe(0)
  })
})

describe('a run that is killed', () => {
  it('leaves no agent alive once the next start goes on, which it does without waiting', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: onceStuck(here, stubborn) }))
    const { kill, ended } = start(here, ['run', 'T01.md'])
    await isStuck(here)
    kill('SIGKILL')
    await ended
    const again = await goOn(here)
    expect(again.stderr).toContain('r1 finished: complete')
    expect(processesOf(placeOf(here))).toEqual([])
    expect(landed(here).split('\n')).toHaveLength(1)
  })
})

describe('a run', () => {
  it('says how its agents are contained, and its transcripts say how they were', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    const { stderr } = await start(here, ['run', 'T01.md']).ended
    expect(stderr).toMatch(/^Agents run in process (namespaces of their own|groups)/m)
    const { stdout } = await here.fixpoint('logs T01')
    expect(stdout).toMatch(/contained by (pid-namespace|process-group)/)
  })

  it('whose progress nobody reads any more goes on to its end', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    const { home, root } = placeOf(here)
    execFileSync('sh', ['-c', `'${NODE}' '${PROGRAM}' run T01.md 2>&1 >/dev/null | true`], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: home, FIXPOINT_CACHE_DIR: join(home, 'cache') },
    })
    await until(() => here.git('branch', '--list', 'fixpoint/*').includes('r1'))
    expect(landed(here)).toBe('1')
  })
})

/** A condition of the world, looked at until it holds; the test's own limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve))
}
