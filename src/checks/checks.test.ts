// The same question is answered once; a question that moved is asked again; only answers are remembered. Real processes, real files.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NOON } from '../../test/e2e/cli.ts'
import { project } from '../../test/e2e/project.ts'
import type { CheckOrder } from '../contract/order.ts'
import { type CheckRequest, openChecks } from './checks.ts'
import { isStale } from './key.ts'

/** A project whose check writes one line to `runs` each time it really runs, then does `line`. */
function house(line: string, { concurrency = 4, environment = {}, named = [] as string[] } = {}) {
  const { root, read, path, files, write } = project({ 'src/a.ts': 'one' })
  const folder = path('.fixpoint/local/checks')
  const open = () =>
    openChecks({
      folder,
      concurrency,
      environment: { PATH: process.env.PATH, ...environment },
      now: () => NOON,
    })
  const recipe: CheckOrder = {
    name: 'unit',
    description: '',
    command: `echo run >> runs; ${line}`,
    timeoutMs: 20_000,
    inputs: undefined,
    versions: [],
    report: undefined,
    environment: named,
  }
  const request = (more: Partial<CheckRequest> = {}): CheckRequest => ({
    recipe,
    root,
    inputs: () => new Map([['src/a.ts', read('src/a.ts')]]),
    scope: 'module.a',
    ...more,
  })
  const runs = () => (files().includes('runs') ? read('runs').trim().split('\n').length : 0)
  return { folder, open, request, runs, write, path, read }
}

describe('a check', () => {
  it('that was answered is not run again, not by another process either', async () => {
    const { open, request, runs } = house('echo said; exit 1')
    const first = await open().run(request())
    const second = await open().run(request())
    expect(second).toEqual({ result: first.result, isFromCache: true })
    expect(first.isFromCache).toBe(false)
    expect(runs()).toBe(1)
  })

  it('is run again when what it depends on has moved, and again when it is told to', async () => {
    const { open, request, runs, write } = house('true')
    await open().run(request())
    write('src/a.ts', 'two')
    await open().run(request())
    expect(runs()).toBe(2)
    await open().run(request({ isForced: true }))
    expect(runs()).toBe(3)
    write('src/a.ts', 'one')
    expect((await open().run(request())).isFromCache).toBe(true)
  })

  it('is run once for all who ask at the same time', async () => {
    const { open, request, runs } = house('sleep 0.3; echo done')
    const checks = open()
    const answers = await Promise.all(['a', 'b', 'c'].map(scope => checks.run(request({ scope }))))
    expect(runs()).toBe(1)
    expect(new Set(answers.map(each => each.result)).size).toBe(1)
    expect(['a', 'b', 'c'].map(scope => checks.latest('unit', scope)?.output)).toEqual([
      'done\n',
      'done\n',
      'done\n',
    ])
  })

  it('ends when nobody waits for it any more, and leaves no result', async () => {
    const { open, request, runs } = house('sleep 1000')
    const [checks, first, second] = [open(), new AbortController(), new AbortController()]
    const one = checks.run(request({ signal: first.signal }))
    const two = checks.run(request({ signal: second.signal }))
    await expect.poll(runs).toBe(1)
    first.abort()
    second.abort()
    for (const { result } of await Promise.all([one, two]))
      expect(result).toMatchObject({ outcome: 'error', problem: { code: 'checks/cancelled' } })
    expect(checks.latest('unit', 'module.a')).toBeUndefined()
  })

  it('goes on when one of two leaves', async () => {
    const { open, request, runs, write } = house('while [ ! -e go ]; do sleep 0.02; done')
    const checks = open()
    const leaver = new AbortController()
    const answers = [checks.run(request({ signal: leaver.signal })), checks.run(request())]
    await expect.poll(runs).toBe(1)
    leaver.abort()
    write('go', '')
    const results = (await Promise.all(answers)).map(each => each.result.outcome)
    expect(results).toEqual(['passed', 'passed'])
  })

  it('waits for its turn where too many run', async () => {
    const line = 'echo + >> turns; sleep 0.1; echo - >> turns'
    const { open, request, path } = house(line, { concurrency: 2 })
    const checks = open()
    const inputs = (at: number) => () => new Map([['src/a.ts', String(at)]])
    await Promise.all([1, 2, 3, 4, 5].map(at => checks.run(request({ inputs: inputs(at) }))))
    let running = 0
    const most = readFileSync(path('turns'), 'utf8')
      .trim()
      .split('\n')
      .map(sign => (running += sign === '+' ? 1 : -1))
    expect(Math.max(...most)).toBe(2)
    expect(most.at(-1)).toBe(0)
  })

  it.each([
    ['could not run', 'exit 127'],
    ['was ended from outside', 'kill -KILL $$'],
  ])('that %s is asked again, and its trouble is known meanwhile', async (_, line) => {
    const { open, request, runs } = house(line)
    await open().run(request())
    expect(open().latest('unit', 'module.a')).toMatchObject({ outcome: 'error' })
    await open().run(request())
    expect(runs()).toBe(2)
  })

  it('whose inputs move while it runs answers for neither', async () => {
    const { open, request } = house('echo changed > src/a.ts')
    const { result } = await open().run(request())
    expect(result).toMatchObject({ outcome: 'error', problem: { code: 'checks/inputs-moved' } })
  })

  it('that depends on no file would never be stale, and is not run', async () => {
    const { open, request, runs } = house('true')
    const { result } = await open().run(request({ inputs: () => new Map() }))
    expect(result).toMatchObject({ outcome: 'error', problem: { code: 'checks/no-inputs' } })
    expect(runs()).toBe(0)
  })

  it('sees the variables that its recipe names, and no secret of ours', async () => {
    const { open, request } = house('echo "$DATABASE_URL|$API_KEY|$FIXPOINT_TOKEN"', {
      environment: { DATABASE_URL: 'db', API_KEY: 'secret', FIXPOINT_TOKEN: 'secret' },
      named: ['DATABASE_URL'],
    })
    expect((await open().run(request())).result.output).toBe('db||\n')
  })

  it('is asked again when a program that it names has another version', async () => {
    const { open, request, runs, path } = house('true')
    const tool = (version: string) =>
      writeFileSync(path('tool'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 })
    const asked = () => request({ recipe: { ...request().recipe, versions: ['./tool'] } })
    tool('1.0')
    await open().run(asked())
    await open().run(asked())
    expect(runs()).toBe(1)
    tool('1.1')
    await open().run(asked())
    expect(runs()).toBe(2)
  })
})

describe('the latest result', () => {
  it('is stale when the question has moved, and stands', async () => {
    const { open, request, write } = house('echo "it was so"')
    const checks = open()
    await checks.run(request())
    const result = checks.latest('unit', 'module.a')!
    expect(isStale(result, await checks.currentKey(request()))).toBe(false)
    write('src/a.ts', 'two')
    expect(isStale(result, await checks.currentKey(request()))).toBe(true)
    expect(checks.latest('unit', 'module.a')?.output).toBe('it was so\n')
  })

  it('of something that never ran is none', () => {
    expect(house('true').open().latest('unit', 'module.b')).toBeUndefined()
  })
})

describe('the folder of results', () => {
  it('that is damaged costs a run, never an answer', async () => {
    const { open, request, runs, folder } = house('true')
    await open().run(request())
    const results = join(folder, 'results')
    for (const name of readdirSync(results)) writeFileSync(join(results, name), '{"name":')
    expect((await open().run(request())).result.outcome).toBe('passed')
    expect(runs()).toBe(2)
  })

  it('that cannot be written costs a run, never an answer', async () => {
    const { open, request, write } = house('true')
    write('.fixpoint/local', 'a file where a folder should be')
    expect((await open().run(request())).result.outcome).toBe('passed')
  })
})
