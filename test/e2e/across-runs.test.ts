// Several runs of one project at once: what one of them holds that another wants, and who drives what is left when a run is over.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startEngine } from '../crash/engine.ts'
import { placeOf } from './engine-place.ts'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Says that it is at work, and goes on when the test lets it. */
const patient = ({ root }: TestRepository, name: string, then: string) => {
  const [at, go] = ['at', 'go'].map(each => join(root, '..', `${each}-${name}`))
  return `touch ${at}; while [ ! -e ${go} ]; do sleep 0.02; done\n${then}\n${done}`
}

const letGo = (here: TestRepository, name: string) => here.write(`../go-${name}`, '')

async function atWork(here: TestRepository, name: string): Promise<void> {
  while (!existsSync(here.path(`../at-${name}`))) await new Promise(setImmediate)
}

const prompt = (script: string) => `Write it.\n\`\`\`sh\n${script}\n${done}\n\`\`\``

/** r1 is open: its only unit is paused and holds what lies in src. */
async function held(): Promise<TestRepository> {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: patient(here, 'T01', 'echo b > src/b.txt') }))
  const run = here.program('run T01.md')
  await atWork(here, 'T01')
  await here.fixpoint('pause T01', { env })
  letGo(here, 'T01')
  expect((await run).exitCode).toBe(5)
  return here
}

const why = 'T01  holds src, which fix-write-it waits for: its unit is paused'

describe('what a unit of another run holds', () => {
  it('and only a person frees, ends the waiting at once with the command to type', async () => {
    const here = await held()
    const fix = await here.fixpoint(['fix', prompt('echo c > src/c.txt'), '--files', 'src'], {
      env,
    })
    expect(fix.exitCode).toBe(5)
    expect(fix.stdout).toMatch(/^r2 {2}waits for a person: 1 unit, 1 ready\n/)
    expect(fix.stdout).toContain('fix-write-it  ready      src is held by r1/T01 (src)\n')
    expect(fix.stderr).toContain(`  ${why}  → fixpoint resume T01\n`)
    for (const line of ['status', 'runs'])
      expect((await here.fixpoint(line, { env })).stdout).toContain(`${why}  → fixpoint resume T01`)
    expect((await here.fixpoint('resume T01', { env })).exitCode).toBe(0)
    const run = await here.fixpoint('run', { env })
    expect(run.exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
    expect(here.at('fixpoint/r2', 'src/c.txt')).toBe('c\n')
  })

  it('is named by the live view, and by the run of a unit file', async () => {
    const here = await held()
    here.write('T02.md', unitFile({ id: 'T02', script: done }))
    const { exitCode, stderr } = await here.fixpoint('run T02.md', {
      tty: true,
      env: { ...env, TERM: 'xterm-256color', NO_COLOR: '1' },
    })
    expect(exitCode).toBe(5)
    expect(stderr).toContain('src is held by r1/T01 (src)')
    expect(stderr).toMatch(
      /Waits for you:[^\n]*\n {2}T01 {2}holds src, which T02 .*… {2}→ fixpoint resume T01/,
    )
  })

  it('and works on, is waited for, and who holds it is said', async () => {
    const here = repository()
    const script = patient(here, 'T01', 'echo b > src/b.txt')
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const first = here.program('run T01.md')
    await atWork(here, 'T01')
    const second = here.program(['fix', prompt('echo c > src/c.txt'), '--files', 'src'])
    while (!(await here.fixpoint('runs')).stdout.startsWith('r2 ')) await new Promise(setImmediate)
    letGo(here, 'T01')
    expect([(await first).exitCode, (await second).exitCode]).toEqual([0, 0])
    expect((await second).stderr).toMatch(
      /^r2\/fix-write-it waits: src is held by r1\/T01 \(src\), and r1\/T01: work is under way$/m,
    )
  })
})

describe('who drives', () => {
  it('stays for a run that was handed to it, when its own run is over and nobody watches the other', async () => {
    const here = repository()
    const claims = (id: string) => `create: [src/${id}]`
    for (const id of ['T01', 'T02']) {
      const script = patient(here, id, `echo ${id} >> ${here.root}/../sessions; echo 1 > src/${id}`)
      here.write(`${id}.md`, unitFile({ id, script, claims: claims(id) }))
    }
    const first = startEngine(placeOf(here), ['run', 'T01.md'])
    await atWork(here, 'T01')
    const second = startEngine(placeOf(here), ['run', 'T02.md'])
    await atWork(here, 'T02')
    second.kill('SIGINT')
    expect((await second.ended).stderr).toMatch(
      /Not watched any more; process \d+ on \S+ goes on\./,
    )
    letGo(here, 'T01')
    const goesOn = 'r1 is over; r2 is driven on from here, and Ctrl-C ends that.\n'
    while (!first.told().includes(goesOn)) await new Promise(setImmediate)
    letGo(here, 'T02')
    const { code, stdout, stderr } = await first.ended
    expect(code).toBe(0)
    expect(stdout).toMatch(/^r1 {2}complete: /)
    expect(stderr).toContain('\nr2/T02 landed as ')
    expect(stderr).toMatch(/\nr2 {2}complete: 1 unit, 1 landed\n$/)
    expect(here.read('../sessions')).toBe('T01\nT02\n')
  })

  it('says before a landing that an unfinished run is driven on beside it, and how to hold that back', async () => {
    const here = repository({
      '.fixpoint/config.yaml': agentConfig('checks:\n  unit:\n    command: test -d src\n'),
    })
    const script = `echo 1 > src/1\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, claims: 'create: [src]' }))
    await here.fixpoint('run T01.md', { env, isInterrupted: true })
    for (const name of ['one', 'two']) {
      here.git('switch', '--quiet', '-c', name, 'main')
      here.write(name, 'x\n')
      here.git('add', name)
      here.git('commit', '--quiet', '-m', name)
    }
    here.git('switch', '--quiet', 'main')
    here.git('branch', 'there')
    const hold = 'fixpoint pause run:r1'
    const text = `r1 is unfinished and driven on here too, beside r2. To hold it back: ${hold}\n`
    const before = await here.fixpoint('land one --into there', { env, isInterrupted: true })
    expect(before.stderr.startsWith(text), before.stderr).toBe(true)
    expect((await here.fixpoint(hold.slice('fixpoint '.length), { env })).exitCode).toBe(0)
    const held = await here.fixpoint('land two --into there', { env })
    expect(held.stderr).not.toContain('r1 is unfinished')
    expect(held.stderr).toContain('r2 is unfinished and driven on here too, beside r3.')
    expect(held.stderr).not.toContain('r1/T01 landed')
    expect(here.at('there', 'two')).toBe('x\n')
  })

  it('drives every open run, names each one that is left, and why', async () => {
    const here = await held()
    const asks = `printf '\`\`\`result\\nstatus: blocked\\nquestion: red or blue?\\n\`\`\`\\n'`
    here.write('T02.md', unitFile({ id: 'T02', script: asks, claims: 'create: [b]' }))
    expect((await here.fixpoint('run T02.md', { env })).exitCode).toBe(5)
    here.write(
      'T03.md',
      unitFile({ id: 'T03', script: `echo 3 > c\n${done}`, claims: 'create: [c]' }),
    )
    await here.fixpoint('run T03.md', { env, isInterrupted: true })
    const { exitCode, stdout, stderr } = await here.fixpoint('run', { env })
    expect(exitCode).toBe(5)
    expect(stdout).toMatch(/^r1 {2}waits for a person: /)
    expect(stderr).toContain('  T01  its unit is paused  → fixpoint resume T01\n')
    expect(stderr).toContain(`Still open: r2  waits for a person: 1 unit, 1 blocked
  T02  red or blue?  → fixpoint answer T02 "…"
r3  complete: 1 unit, 1 landed
`)
    expect(here.at('fixpoint/r3', 'c')).toBe('3\n')
    const json = JSON.parse((await here.fixpoint('run --json', { env })).stdout)
    expect(json).toMatchObject({
      run: 'r1',
      others: [{ run: 'r2', needs: [{ name: 'T02', command: 'fixpoint answer T02 "…"' }] }],
    })
    await here.fixpoint('resume T01', { env })
    const rest = await here.fixpoint('run', { env })
    expect(rest.exitCode).toBe(5)
    expect(rest.stdout).toMatch(/^r1 {2}complete: /)
    expect(rest.stderr).toContain('Still open: r2  waits for a person')
  })
})
