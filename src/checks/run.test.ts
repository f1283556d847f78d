// A check passes only where its command and its report both say so; whatever cannot be told is an error by name. Real processes.

import { describe, expect, it } from 'vitest'
import { NOON } from '../../test/e2e/cli.ts'
import { project } from '../../test/e2e/project.ts'
import type { CheckOrder } from '../contract/order.ts'
import { runCheck } from './run.ts'

const passing = '<testsuite name="s"><testcase name="a"/></testsuite>'
const failing =
  '<testsuite name="s"><testcase name="a"/><testcase name="b" file="src/b.test.ts" line="7"><failure message="sums">3 is not 4</failure></testcase></testsuite>'

function recipe(command: CheckOrder['command'], more: Partial<CheckOrder> = {}): CheckOrder {
  return {
    name: 'unit',
    description: '',
    command,
    timeoutMs: 10_000,
    inputs: undefined,
    versions: [],
    report: undefined,
    environment: [],
    ...more,
  }
}

const junit = { report: { format: 'junit', path: 'out/junit.xml' } } as const

async function run(check: CheckOrder, files: Readonly<Record<string, string>> = {}) {
  const { root } = project({ 'README.md': '', ...files })
  const result = await runCheck(check, root, {
    key: 'the key',
    environment: { PATH: process.env.PATH! },
    now: () => NOON,
  })
  return { ...result, durationMs: 0 }
}

describe('a check without a report', () => {
  it('passes with exit 0', async () => {
    expect(await run(recipe('echo fine'))).toEqual({
      name: 'unit',
      outcome: 'passed',
      exitCode: 0,
      failures: [],
      key: 'the key',
      startedAt: NOON,
      durationMs: 0,
      output: 'fine\n',
    })
  })

  it('fails with any other, and its last words tell why, without colours', async () => {
    const line = String.raw`printf 'one\n\n\033[31mtwo\033[0m\r\n'; exit 2`
    expect(await run(recipe(line))).toMatchObject({
      outcome: 'failed',
      exitCode: 2,
      failures: [{ text: 'one' }, { text: 'two' }],
    })
  })

  it('fails where its program crashes by itself', async () => {
    expect(await run(recipe('kill -SEGV $$'))).toMatchObject({ outcome: 'failed', exitCode: 139 })
  })

  it.each([
    ['that names no program', 'no-such-program', 127, 'checks/command-not-found'],
    ['that cannot be executed', '/etc/passwd', 126, 'checks/not-executable'],
    ['whose program the tree lacks', 'nice -n 5 ./no-such-program', 127, 'checks/program-absent'],
    ['whose file is no program', 'timeout 60 ./README.md', 126, 'checks/program-absent'],
    ['that somebody kills', 'kill -KILL $$', 137, 'checks/killed'],
  ])('%s is an error, not a failure', async (_, line, exitCode, code) => {
    expect(await run(recipe(line))).toMatchObject({ outcome: 'error', exitCode, problem: { code } })
  })

  it('whose program is absent says so by name', async () => {
    expect(await run(recipe(['no-such-program', 'x']))).toMatchObject({
      outcome: 'error',
      exitCode: null,
      problem: {
        code: 'process/missing-program',
        message: 'program "no-such-program" is not on PATH',
        fix: 'install no-such-program, or name it by its path',
      },
    })
  })

  it('that hangs is late, with what it said', async () => {
    expect(await run(recipe('echo waiting; sleep 1000', { timeoutMs: 300 }))).toMatchObject({
      outcome: 'timeout',
      exitCode: null,
      failures: [{ text: 'waiting' }],
      problem: { code: 'checks/timeout', message: 'it did not end within 0.3 s' },
    })
  })
})

describe('a check with a report of tests', () => {
  const copy = (name: string) => `mkdir -p out; cp ${name} out/junit.xml`
  const files = { 'passing.xml': passing, 'failing.xml': failing, 'src/b.test.ts': '' }

  it('passes where both say so', async () => {
    expect(await run(recipe(copy('passing.xml'), junit), files)).toMatchObject({
      outcome: 'passed',
      tests: [{ suite: 's', name: 'a', outcome: 'passed' }],
    })
  })

  it('fails with the tests that failed, with file and line, also where the exit code hides them', async () => {
    for (const exit of ['true', 'exit 1'])
      expect(await run(recipe(`${copy('failing.xml')}; ${exit}`, junit), files)).toMatchObject({
        outcome: 'failed',
        failures: [{ text: 's > b: sums', file: 'src/b.test.ts', line: 7 }],
      })
  })

  it('fails where every test passed and the command did not', async () => {
    const line = `${copy('passing.xml')}; echo coverage too low; exit 1`
    expect(await run(recipe(line, junit), files)).toMatchObject({
      outcome: 'failed',
      failures: [{ text: 'coverage too low' }],
    })
  })

  it.each([
    ['writes none', 'true', 'checks/report-absent'],
    ['leaves the old one', 'cat old.xml >/dev/null', 'checks/report-old'],
    ['writes a damaged one', 'mkdir -p out; echo "<testsuite>" > out/junit.xml', 'report/xml'],
    ['runs no test', 'mkdir -p out; echo "<testsuite/>" > out/junit.xml', 'checks/no-tests'],
    [
      'skips every test',
      `mkdir -p out; echo '<testsuite><testcase name="a"><skipped/></testcase></testsuite>' > out/junit.xml`,
      'checks/no-tests',
    ],
  ])('that %s and exits 0 is an error', async (_, line, code) => {
    const old = code === 'checks/report-old' ? { 'out/junit.xml': passing, 'old.xml': '' } : {}
    expect(await run(recipe(line, junit), old)).toMatchObject({
      outcome: 'error',
      exitCode: 0,
      problem: { code },
    })
  })

  it('that writes the same report again has written it', async () => {
    const line = copy('passing.xml')
    const before = { ...files, 'out/junit.xml': passing }
    expect(await run(recipe(line, junit), before)).toMatchObject({ outcome: 'passed' })
  })
})

describe('a check with a report of coverage', () => {
  const lcov = { report: { format: 'lcov', path: 'lcov.info' } } as const
  const line = "printf 'SF:src/a.ts\\nDA:1,2\\nend_of_record\\n' > lcov.info"

  it('says what was covered', async () => {
    expect(await run(recipe(line, lcov), { 'src/a.ts': '' })).toMatchObject({
      outcome: 'passed',
      coverage: [{ file: 'src/a.ts', lines: [[1, 2]], functions: [] }],
    })
  })

  it('that covers nothing of this repository is an error', async () => {
    const elsewhere = line.replace('src/a.ts', '/usr/include/x.h')
    expect(await run(recipe(elsewhere, lcov))).toMatchObject({
      outcome: 'error',
      problem: { code: 'checks/no-coverage' },
    })
  })
})
