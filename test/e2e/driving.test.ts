// A run whose driver is gone: what the commands that look at it say, and that what they advise works when it is typed.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startEngine } from '../crash/engine.ts'
import { placeOf } from './engine-place.ts'
import { NODE, PROGRAM } from './places.ts'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise(resolve => setImmediate(resolve))
}

/** Its driver is killed while its only agent works; the second time the agent ends at once. */
async function killedRun(): Promise<TestRepository> {
  const here = repository()
  const seen = join(here.root, '..', 'seen')
  const script = `echo b > src/b.txt\nif [ ! -e ${seen} ]; then touch ${seen}; sleep 300; fi\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script }))
  const { kill, ended } = startEngine(placeOf(here), ['run', 'T01.md'])
  await until(() => existsSync(seen))
  kill('SIGKILL')
  await ended
  return here
}

const nobody = /nobody drives it, and nothing happened since \d{4}-\d\d-\d\dT[\d:.]+Z/

describe('a run whose driver was killed', () => {
  it('is shown as one that nobody drives, by every command that lists it', async () => {
    const here = await killedRun()
    for (const line of ['status', 'runs', 'show run:r1']) {
      const { stdout } = await here.fixpoint(line, { env })
      expect(stdout).toMatch(
        new RegExp(`^ *r1 {2}${nobody.source}: 1 unit, 1 working( {2}# Unit T01)?$`, 'm'),
      )
      const { driven } = JSON.parse((await here.fixpoint(`${line} --json`, { env })).stdout)
      expect(driven).toBe(false)
    }
    expect((await here.fixpoint('show T01', { env })).stdout).toContain('\n  work was cut short\n')
    expect((await here.fixpoint('status', { env })).stdout).toContain('Next: fixpoint run\n')
  })

  it('is not watched for ever in a pipe: what to type is said, and works', async () => {
    const here = await killedRun()
    const { exitCode, stdout, stderr } = await here.fixpoint('watch', { env })
    expect(exitCode).toBe(5)
    expect(stdout).toMatch(/^r1 {2}nobody drives it.*\n {2}T01 {2}working {4}work was cut short\n$/)
    expect(stderr).toMatch(new RegExp(`^N${nobody.source.slice(1)}; go on with: fixpoint run\n$`))
    const json = await here.fixpoint('watch --json', { env })
    expect(json.exitCode).toBe(5)
    expect(JSON.parse(json.stdout.trim().split('\n').at(-1)!)).toMatchObject({ driven: false })
    expect((await startEngine(placeOf(here), ['run']).ended).code).toBe(0)
    expect(await here.fixpoint('watch', { env })).toMatchObject({ exitCode: 0, stderr: '' })
  })
})

it('a watch whose reader has left ends quietly, and the run goes on', async () => {
  const here = repository()
  const [seen, go] = ['seen', 'go'].map(each => join(here.root, '..', each)) as [string, string]
  const script = `touch ${seen}; while [ ! -e ${go} ]; do sleep 0.02; done; echo b > src/b.txt\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script }))
  const { ended } = startEngine(placeOf(here), ['run', 'T01.md'])
  await until(() => existsSync(seen))
  const watch = spawn(NODE, [PROGRAM, 'watch'], {
    cwd: here.root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  watch.stdout.destroy()
  let said = ''
  watch.stderr.on('data', each => {
    said += each
  })
  const gone = once(watch, 'close')
  writeFileSync(go, '')
  expect((await ended).code).toBe(0)
  // It ends at its first word that nobody reads; where that is its last one, it knows how the run ended.
  expect([0, 141]).toContain((await gone)[0])
  expect(said).toBe('')
})
