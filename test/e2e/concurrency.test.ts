// Many processes and one state; and processes that die in the middle. Real programs, real files.

import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { NODE, PROGRAM } from './places.ts'
import { type Project, project } from './project.ts'

const names = Array.from({ length: 20 }, (_, index) => `r${index}`)
const spec = `resources:\n  feature:\n${names.map(each => `    ${each}: {}\n`).join('')}`
const stateOf = (here: Project) => JSON.parse(here.read('fixpoint.state.json'))
const leftovers = (here: Project) => readdirSync(here.root).filter(each => each.startsWith('.'))

describe('twenty processes that mark at once', () => {
  it('leave twenty entries, serial plus twenty, and valid JSON at every instant', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.program('mark feature.r0 -s partial')
    const before = stateOf(here).serial
    let reads = 0
    let isDone = false
    const watch = async () => {
      while (!isDone) {
        stateOf(here)
        reads++
        await new Promise(setImmediate)
      }
    }
    const marks = Promise.all(
      names.map(name => here.program(`mark feature.${name} -s broken`)),
    ).finally(() => {
      isDone = true
    })
    const [outcomes] = await Promise.all([marks, watch()])
    expect(outcomes.map(each => each.stderr).join('')).toBe('')
    expect(outcomes.every(each => each.exitCode === 0)).toBe(true)
    expect(stateOf(here).serial).toBe(before + 20)
    expect(stateOf(here).resources).toHaveLength(20)
    expect(reads).toBeGreaterThan(20)
    expect(leftovers(here)).toEqual([])
  })
})

/** Dies by its own hand at the n-th call that changes the file system, before or after the call. */
const saboteur = `
  const fs = require('node:fs')
  const { syncBuiltinESMExports } = require('node:module')
  let left = Number(process.env.DIE_AT)
  for (const name of ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'linkSync', 'rmSync']) {
    const original = fs[name]
    fs[name] = (...args) => {
      const isOurs = name !== 'openSync' || String(args[1]).includes('w')
      if (isOurs && --left === 0) process.kill(process.pid, 'SIGKILL')
      const result = original(...args)
      if (isOurs && --left === 0) process.kill(process.pid, 'SIGKILL')
      return result
    }
  }
  syncBuiltinESMExports()
`

describe('a process that is killed while it saves', () => {
  it('leaves the old file or the new one, whenever it dies, and no lock that stays', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec, '../saboteur.cjs': saboteur })
    await here.program('mark feature.r0')
    const old = here.read('fixpoint.state.json')
    let killed = 0
    for (let dieAt = 1; ; dieAt++) {
      here.write('fixpoint.state.json', old)
      const outcome = await here.program(['mark', 'feature.r1', '--reason', `death ${dieAt}`], {
        env: { DIE_AT: String(dieAt) },
        nodeOptions: ['--require', here.path('../saboteur.cjs')],
      })
      const now = stateOf(here)
      expect([1, 2]).toContain(now.serial)
      if (now.serial === 1) expect(here.read('fixpoint.state.json')).toBe(old)
      if (outcome.exitCode === 0) break
      killed++
      const next = await here.program('mark feature.r2 --lock-timeout 5s')
      expect(next).toMatchObject({ exitCode: 0, stderr: '' })
      expect(stateOf(here).serial).toBe(now.serial + 1)
    }
    expect(killed).toBeGreaterThan(20)
    expect(leftovers(here)).toEqual([])
  })
})

const lockOf = (more: object) =>
  JSON.stringify({
    id: 'lock-1',
    user: 'bo',
    host: hostname(),
    pid: 1,
    started: '',
    at: '2026-01-01T00:00:00Z',
    purpose: 'mark feature.x',
    ...more,
  })

describe('the lock of the state', () => {
  const lockFile = '.fixpoint.state.json.lock'

  it('held by the living is respected, and says who holds it and what to do', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    here.write(lockFile, lockOf({ pid: process.pid }))
    const outcome = await here.program('mark feature.r0 --lock-timeout 0')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toBe(
      `Error: ${here.root}/${lockFile} state/locked the state is locked by bo@${hostname()} (process ${process.pid}) for mark feature.x since 2026-01-01T00:00:00Z (wait with --lock-timeout 60s, or if that process is gone: fixpoint force-unlock lock-1)\n`,
    )
    expect(existsSync(here.path('fixpoint.state.json'))).toBe(false)
  })

  it('of another machine is never taken over', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    here.write(lockFile, lockOf({ host: 'elsewhere.example' }))
    expect((await here.program('mark feature.r0 --lock-timeout 0')).exitCode).toBe(1)
  })

  it('of a process that is gone is taken over, also when its number lives again', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    here.write(lockFile, lockOf({ pid: await deadPid() }))
    expect((await here.program('mark feature.r0 --lock-timeout 0')).exitCode).toBe(0)
    here.write(lockFile, lockOf({ pid: process.pid, started: '1' }))
    expect((await here.program('mark feature.r1 --lock-timeout 0')).exitCode).toBe(0)
    expect(leftovers(here)).toEqual([])
  })

  it('leaves nothing of the dead beside the state, also where there is nothing to write', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const temporary = `.${hostname().replace(/[^\w-]/g, '_')}~${await deadPid()}-0.tmp`
    await here.program('mark feature.r0')
    await here.program('refresh')
    const before = here.read('fixpoint.state.json')
    here.write(lockFile + temporary, '{')
    here.write(`.fixpoint.state.json${temporary}`, '{')
    expect((await here.program('refresh')).exitCode).toBe(0)
    expect(here.read('fixpoint.state.json')).toBe(before)
    expect(leftovers(here)).toEqual([])
  })

  it('that nobody understands is left alone', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    here.write(lockFile, 'what is this')
    const outcome = await here.program('mark feature.r0 --lock-timeout 0')
    expect(outcome.stderr).toContain('state/locked the state is locked by something unknown')
    expect(here.read(lockFile)).toBe('what is this')
  })

  it('gives way to force-unlock with its id, and to no other id', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    here.write(lockFile, lockOf({ pid: process.pid }))
    const wrong = await here.fixpoint('force-unlock lock-2')
    expect(wrong.exitCode).toBe(1)
    expect(wrong.stderr).toContain('its id is lock-1')
    const right = await here.fixpoint('force-unlock lock-1')
    expect(right).toEqual({
      exitCode: 0,
      stdout: 'Lock forcefully released: lock-1\n',
      stderr: 'WARNING: Releasing a lock held by another process may cause state corruption.\n',
    })
    expect((await here.fixpoint('force-unlock lock-1')).stderr).toContain(
      'state/not-locked the state is not locked',
    )
  })

  it('is released when the state behind it turns out to be corrupt', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec, 'fixpoint.state.json': '{' })
    await here.fixpoint('mark feature.r0')
    expect(leftovers(here)).toEqual([])
  })

  it('passes on when its holder ends while somebody waits', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const holder = spawn(NODE, ['-e', 'process.stdin.resume()'])
    here.write(lockFile, lockOf({ pid: holder.pid }))
    const waiting = here.program('mark feature.r0 --lock-timeout 30s')
    const gone = new Promise(resolve => holder.on('close', resolve))
    holder.stdin.end()
    await gone
    expect((await waiting).exitCode).toBe(0)
  })
})

async function deadPid(): Promise<number> {
  const child = spawn(NODE, ['-e', '0'])
  await new Promise(resolve => child.on('close', resolve))
  return child.pid!
}

describe('a program', () => {
  it.runIf(existsSync('/dev/full'))('whose disk is full says so', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const child = spawn('/bin/sh', ['-c', `"${NODE}" "${PROGRAM}" plan > /dev/full`], {
      cwd: here.root,
    })
    const stderr: string[] = []
    child.stderr.on('data', part => stderr.push(String(part)))
    const exitCode = await new Promise(resolve => child.on('close', resolve))
    expect(stderr.join('')).toContain(
      'Error: system/enospc cannot write: no space left on the device',
    )
    expect(exitCode).toBe(1)
  })

  it('that may not write more leaves the state as it was', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    await here.program('mark feature.r0')
    const before = readFileSync(here.path('fixpoint.state.json'), 'utf8')
    const limited = spawn(
      '/bin/sh',
      ['-c', `ulimit -f 0; "${NODE}" "${PROGRAM}" mark feature.r1`],
      { cwd: here.root, env: { ...process.env, FIXPOINT_CACHE_DIR: here.path('../cache') } },
    )
    const stderr: string[] = []
    limited.stderr.on('data', part => stderr.push(String(part)))
    const exitCode = await new Promise(resolve => limited.on('close', resolve))
    expect(stderr.join('')).toContain('Error: ')
    expect(exitCode).toBe(1)
    expect(readFileSync(here.path('fixpoint.state.json'), 'utf8')).toBe(before)
    expect(leftovers(here)).toEqual([])
  })

  it('without a home still plans', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    writeFileSync(here.path('a-file'), '')
    const outcome = await here.program('plan', {
      env: { HOME: here.path('a-file'), FIXPOINT_CACHE_DIR: undefined },
    })
    expect(outcome).toMatchObject({ exitCode: 0, stderr: '' })
  })
})
