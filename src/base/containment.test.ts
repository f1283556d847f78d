// Nothing of a contained command outlives it, whatever it tries. Real processes; both tiers where the machine has both.

import { existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { livingWith, newWord, OWNER, until, WAIT_MS } from '../../test/processes.ts'
import { type ContainedCommand, type ContainedResult, runContained } from './containment.ts'
import { outputText } from './kept-output.ts'
import { bestLauncher, plainLauncher } from './launcher.ts'
import { readProcessTable } from './process-table.ts'

const best = await bestLauncher()
const launchers = best.tier === plainLauncher.tier ? [plainLauncher] : [best, plainLauncher]

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'containment-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const environment = { PATH: process.env.PATH ?? '', HOME: tmpdir() }

describe.each(launchers)('in a $tier ($name)', launcher => {
  const run = (command: ContainedCommand['command'], more: Partial<ContainedCommand> = {}) =>
    runContained({ command, cwd: tmpdir(), environment, timeoutMs: WAIT_MS, launcher, ...more })
  const shown = ({ ending, output }: ContainedResult) => ({ ending, output: outputText(output) })

  it('a command answers with its exit code and what it printed', async () => {
    expect(shown(await run('echo out; echo err >&2; exit 3'))).toEqual({
      ending: { kind: 'exit', exitCode: 3 },
      output: expect.stringMatching(/^(out\nerr|err\nout)\n$/),
    })
  })

  it('a list is a program with arguments that no shell touches', async () => {
    expect(shown(await run(['printf', '%s|', '$HOME', 'a b', '*']))).toEqual({
      ending: { kind: 'exit', exitCode: 0 },
      output: '$HOME|a b|*|',
    })
  })

  it('a death by signal is told with the signal, as a shell would', async () => {
    const { ending } = await run('kill -KILL $$')
    expect(ending).toEqual({ kind: 'exit', exitCode: 137, signal: 'SIGKILL' })
  })

  it('a program that is not there is named, with what to do', async () => {
    expect((await run(['no-such-program'])).ending).toEqual({
      kind: 'not-started',
      problem: {
        code: 'process/missing-program',
        severity: 'error',
        message: 'program "no-such-program" is not on PATH',
        fix: 'install no-such-program, or name it by its path',
      },
    })
  })

  it('a program that may not be executed is told from one that is absent', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'tool'), '#!/bin/sh\n')
    const { ending } = await run(['./tool'], { cwd })
    expect(ending).toMatchObject({ problem: { code: 'process/not-executable' } })
  })

  it('a shell line that names no program exits 127', async () => {
    expect((await run('no-such-program')).ending).toEqual({ kind: 'exit', exitCode: 127 })
  })

  it('a folder that is not there is named', async () => {
    const { ending } = await run('true', { cwd: '/no/such/folder' })
    expect(ending).toMatchObject({ problem: { message: 'there is no folder /no/such/folder' } })
  })

  it('a command that hangs ends with its time', async () => {
    const { ending, survivors } = await run('sleep 1000', { timeoutMs: 200 })
    expect({ ending, survivors }).toEqual({
      ending: { kind: 'timeout', limitMs: 200 },
      survivors: [],
    })
  })

  it('a command that goes silent is ended, with what it said before', async () => {
    expect(shown(await run('echo thinking; sleep 1000', { silenceMs: 300 }))).toEqual({
      ending: { kind: 'silence', limitMs: 300 },
      output: 'thinking\n',
    })
  })

  it('a command that keeps talking is not silent', async () => {
    const { ending } = await run('for i in 1 2 3 4 5 6; do echo $i; sleep 0.1; done', {
      silenceMs: 450,
    })
    expect(ending).toEqual({ kind: 'exit', exitCode: 0 })
  })

  it('a command may clean up when it is asked to end', async () => {
    const abort = new AbortController()
    const result = await run(
      'exec 2>/dev/null; trap "echo cleaned; exit 0" TERM; echo ready; while :; do sleep 0.05; done',
      { signal: abort.signal, onOutput: () => abort.abort() },
    )
    expect(shown(result)).toEqual({ ending: { kind: 'cancelled' }, output: 'ready\ncleaned\n' })
  })

  it('a command that ignores SIGTERM, with a grandchild in a session of its own, is killed', async () => {
    const word = newWord()
    const line = `trap "" TERM; setsid sh -c 'trap "" TERM; while :; do sleep 1; done' & while :; do sleep 1; done`
    const { ending, survivors } = await run(line, {
      timeoutMs: 300,
      environment: { ...environment, TEST_WORD: word },
    })
    expect({ kind: ending.kind, survivors, living: livingWith(word) }).toEqual({
      kind: 'timeout',
      survivors: [],
      living: [],
    })
  })

  it('what a command leaves in the background dies with it, in whatever session and with whatever output', async () => {
    const word = newWord()
    const line = 'setsid sleep 1000 & setsid sleep 1000 >/dev/null 2>&1 & echo started'
    const result = await run(line, { environment: { ...environment, TEST_WORD: word } })
    expect({ ...shown(result), living: livingWith(word) }).toEqual({
      ending: { kind: 'exit', exitCode: 0 },
      output: 'started\n',
      living: [],
    })
  })

  it('a child that cleared its environment dies with its living parent', async () => {
    const cwd = folder()
    const line = `setsid env -i sh -c 'echo $$ > pid; sleep 1000' & sleep 1000`
    await run(line, { cwd, timeoutMs: 500 })
    const held = readFileSync(join(cwd, 'pid'), 'utf8')
    expect(held).not.toBe('')
    const stillThere = readProcessTable().some(({ pid }) => cwdOf(pid) === cwd)
    expect(stillThere).toBe(false)
  })

  it('containers inside it die with it, whoever was to look after them', async () => {
    const word = newWord()
    const inner = 'trap "" TERM; setsid sleep 1000 & sleep 1000'
    const abort = new AbortController()
    const result = run([process.execPath, OWNER, 'process-group', inner], {
      environment: { ...environment, TEST_WORD: word },
      signal: abort.signal,
    })
    expect(await until(() => livingWith(word).length >= 4)).toBe(true)
    abort.abort()
    expect({ ending: (await result).ending, living: livingWith(word) }).toEqual({
      ending: { kind: 'cancelled' },
      living: [],
    })
  })

  it('a command that closes its output and lives on is waited for', async () => {
    const cwd = folder()
    const { ending } = await run('exec >&- 2>&-; sleep 0.3; echo done > proof; exit 4', { cwd })
    expect({ ending, proof: existsSync(join(cwd, 'proof')) }).toEqual({
      ending: { kind: 'exit', exitCode: 4 },
      proof: true,
    })
  })

  it('a command waits for a listener that is slow, and that is not its silence', async () => {
    let taken = 0
    const { ending } = await run('head -c 400000 /dev/zero', {
      silenceMs: 400,
      onOutput: async bytes => {
        await pause(60)
        taken += bytes.length
      },
    })
    expect({ ending, taken }).toEqual({ ending: { kind: 'exit', exitCode: 0 }, taken: 400_000 })
  })

  it('a listener that is busy with one stream hears the other, and none of it is silence', async () => {
    let pieces = 0
    const { ending } = await run('(sleep 0.1; echo x >&2) & head -c 400000 /dev/zero; wait', {
      silenceMs: 600,
      onOutput: (_, from) => (from === 'stdout' && ++pieces === 1 ? pause(1_500) : undefined),
    })
    expect(ending).toEqual({ kind: 'exit', exitCode: 0 })
  })

  it('a listener that fails ends the command, and the failure is heard', async () => {
    const word = newWord()
    const failing = run('echo x; sleep 1000', {
      environment: { ...environment, TEST_WORD: word },
      onOutput: () => Promise.reject(new Error('the disk is full')),
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(livingWith(word)).toEqual([])
  })

  it('output that is no text does no harm', async () => {
    const { output } = await run(`printf 'caf\\303\\251 \\377\\376 end'`)
    expect(outputText(output)).toBe('café \uFFFD\uFFFD end')
  })

  it('a command sees the environment that it is given and nothing else of ours', async () => {
    const { output } = await run('env', { environment: { PATH: environment.PATH, GIVEN: 'yes' } })
    const names = outputText(output)
      .split('\n')
      .map(line => line.split('=')[0])
      .filter(name => !['_', 'PWD', 'SHLVL', 'OLDPWD', ''].includes(name!))
    expect(names.sort()).toEqual(['FIXPOINT_CONTAINER', 'GIVEN', 'PATH', 'TMPDIR'])
  })

  it('input is closed, or what is given', async () => {
    expect(shown(await run('cat'))).toMatchObject({ output: '' })
    expect(shown(await run('cat', { stdin: 'hello' }))).toMatchObject({ output: 'hello' })
    const unread = await run('exit 0', { stdin: 'x'.repeat(1_000_000) })
    expect(unread.ending).toEqual({ kind: 'exit', exitCode: 0 })
  })

  it('its temporary folder is its own, and gone afterwards, read-only folders included', async () => {
    const { output } = await run(
      'echo $TMPDIR; mkdir -p $TMPDIR/a/b; touch $TMPDIR/a/b/c; chmod -R a-w $TMPDIR/a',
    )
    const path = outputText(output).trim()
    expect(path).toContain('fixpoint-')
    expect(existsSync(path)).toBe(false)
  })

  it('a call that is cancelled before it starts starts nothing', async () => {
    const cwd = folder()
    const { ending } = await run('touch proof', { cwd, signal: AbortSignal.abort() })
    expect({ ending, proof: existsSync(join(cwd, 'proof')) }).toEqual({
      ending: { kind: 'cancelled' },
      proof: false,
    })
  })
})

it('a gigabyte of output keeps its two ends and nothing more', async () => {
  let seen = 0
  const { output } = await runContained({
    command: 'echo first; head -c 1000000000 /dev/zero; echo; echo last',
    cwd: tmpdir(),
    environment,
    timeoutMs: 60_000,
    keepBytes: 1_000,
    onOutput: bytes => {
      seen += bytes.length
    },
  })
  expect(seen).toBe(1_000_000_012)
  expect(output.head).toMatch(/^first\n\0+$/)
  expect(output.tail).toMatch(/^\0+\nlast\n$/)
  expect(output).toMatchObject({ droppedBytes: 999_999_012, totalBytes: 1_000_000_012 })
  expect(output.head.length + output.tail.length).toBe(1_000)
})

function cwdOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return '' // it is gone
  }
}
