// Checks as evidence: run when asked, kept and made stale, raising to passing or turning a resource broken.

import { utimesSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Project, project } from './project.ts'
import { repository } from './repository.ts'

const spec = `resources:
  module:
    sum:
      files: [sum.js]
      attributes: {functions: [sum]}
      tests: [sum.test.js]
      checks: [unit]
`

const files = {
  'fixpoint.spec.yaml': spec,
  'package.json': '{"name": "sums", "main": "sum.js"}\n',
  'sum.js': 'function sum(a, b) {\n  return a + b\n}\n\nmodule.exports = { sum }\n',
  'sum.test.js':
    "const test = require('node:test')\nconst assert = require('node:assert')\nconst { sum } = require('./sum.js')\n\ntest('adds', () => {\n  assert.strictEqual(sum(1, 2), 3)\n})\n",
  '.fixpoint/config.yaml':
    'checks:\n  unit:\n    command: [node, --test, sum.test.js]\n    timeout: 60s\n',
}

const wrong = 'function sum(a, b) {\n  return a - b\n}\n\nmodule.exports = { sum }\n'

async function verdict(here: Project, line: string) {
  const { stdout } = await here.program(`${line} --json`)
  return JSON.parse(stdout).resources[0]
}

describe('a check', () => {
  it('that has not run leaves a resource partial, and says how to run it', async () => {
    const found = await verdict(project(files), 'refresh --dry-run')
    expect([found.status, found.level, found.required]).toEqual(['partial', 'tested', 'passing'])
    expect(found.reason).toBe('check unit has not run: run it with --run-checks')
  })

  it('that passed raises it, is kept, and turns stale when its files move', async () => {
    const here = project(files)
    expect((await verdict(here, 'refresh --run-checks')).status).toBe('implemented')
    expect(await verdict(here, 'refresh')).toMatchObject({
      status: 'implemented',
      level: 'passing',
      stale: false,
    })
    here.write('sum.js', `${files['sum.js']}// moved\n`)
    expect(await verdict(here, 'refresh')).toMatchObject({ status: 'implemented', stale: true })
    expect(await verdict(here, 'refresh --strict')).toMatchObject({ status: 'partial' })
    expect(await verdict(here, 'refresh --run-checks --strict')).toMatchObject({
      status: 'implemented',
      stale: false,
    })
  })

  it('that fails turns it broken, with the failing lines', async () => {
    const here = project({ ...files, 'sum.js': wrong })
    const outcome = await here.program('ci --run-checks --fail-under 100')
    expect(outcome.exitCode).toBe(2)
    const [action] = JSON.parse(outcome.stdout).actions
    expect(action.action).toBe('update')
    expect(action.reason).toContain('check unit failed: ')
  })

  it('that several resources name runs once', async () => {
    const here = project({
      ...files,
      'fixpoint.spec.yaml': `${spec}    also:\n      files: [package.json]\n      attributes: {keys: [main]}\n      checks: [unit]\n`,
      '.fixpoint/config.yaml': 'checks:\n  unit:\n    command: echo ran >> ../ran.txt\n',
    })
    await here.program('refresh --run-checks')
    await here.program('refresh --run-checks')
    expect(here.read('../ran.txt')).toBe('ran\n')
  })

  it('that no config declares is refused with the nearest one', async () => {
    const here = project({ ...files, 'fixpoint.spec.yaml': spec.replace('[unit]', '[unti]') })
    const outcome = await here.fixpoint('refresh')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toBe(
      'Error: fixpoint.spec.yaml:3:5 check/unknown module.sum names the check unti, which .fixpoint/config.yaml does not declare (did you mean unit?)\n',
    )
    const validated = await here.fixpoint('validate')
    expect([validated.exitCode, validated.stderr]).toEqual([1, outcome.stderr])
  })
})

describe('reports of the user’s own CI', () => {
  const junit = (outcome: string) =>
    `<testsuite name="sum"><testcase name="adds" classname="sum" file="sum.test.js" line="5">${outcome}</testcase></testsuite>`
  const own = (text: string) => ({
    ...files,
    'fixpoint.spec.yaml': spec.replace('      checks: [unit]\n', ''),
    '.fixpoint/config.yaml': 'reports:\n  junit: [reports/*.xml]\n  lcov: [coverage/lcov.info]\n',
    'reports/unit.xml': junit(text),
    'coverage/lcov.info': 'SF:sum.js\nDA:1,1\nDA:2,4\nend_of_record\n',
  })

  it('turn a resource broken where its tests failed', async () => {
    const found = await verdict(
      project(own('<failure message="3 is not 4">at sum.test.js:6</failure>')),
      'refresh --dry-run',
    )
    expect([found.status, found.reason]).toEqual([
      'broken',
      'test adds failed: 3 is not 4 (sum.test.js:5)',
    ])
    expect((await verdict(project(own('')), 'refresh --dry-run')).status).toBe('implemented')
  })

  it('are about the file that the name of the test leads to, where they name none', async () => {
    const text = (name: string) =>
      `<testsuite name="${name}"><testcase name="${name}" classname="${name}"><failure message="3 is not 4"/></testcase></testsuite>`
    const here = project({ ...own(''), 'reports/unit.xml': text('sum.test') })
    const { stdout } = await here.fixpoint('refresh --dry-run --json')
    expect(JSON.parse(stdout).resources[0].status).toBe('broken')
    here.write('reports/unit.xml', text('elsewhere'))
    const { stderr } = await here.fixpoint('refresh --dry-run')
    expect(stderr).toBe(
      'Warning: reports/unit.xml report/no-file the failed test elsewhere elsewhere is of no file that can be told, and counts for no resource (have the tool write the file of each test (jest-junit: addFileAttribute))\n',
    )
  })

  it('count as tests what they saw executed', async () => {
    const here = project({ ...own(''), 'sum.test.js': '// nothing refers to it\n' })
    expect((await verdict(here, 'refresh --dry-run')).status).toBe('implemented')
    here.write('coverage/lcov.info', 'SF:sum.js\nDA:1,1\nDA:2,0\nend_of_record\n')
    expect((await verdict(here, 'refresh --dry-run')).status).toBe('partial')
  })

  it('say nothing of code that was changed after they were written', async () => {
    const here = project({ ...own(''), 'sum.test.js': '// nothing refers to it\n' })
    const report = here.path('coverage/lcov.info')
    utimesSync(report, 1000, 1000)
    utimesSync(here.path('sum.js'), 1000, 1000)
    const why = await here.fixpoint('why module.sum')
    expect(why.stdout).toContain('sum is executed, as of coverage/lcov.info (sum.js:1)')
    here.write('sum.js', wrong)
    const { stdout, stderr } = await here.fixpoint('refresh --dry-run --json')
    expect(JSON.parse(stdout).resources[0]).toMatchObject({
      status: 'partial',
      reason: 'no test refers to sum (sum.js:1)',
    })
    expect(stderr).toBe(
      'Warning: coverage/lcov.info report/older the report is older than sum.js, and says nothing of that (run what writes it)\n',
    )
  })

  it('keep a failure of code that was changed after they were written, and say so', async () => {
    const here = repository(own('<failure message="3 is not 4">at sum.test.js:6</failure>'))
    utimesSync(here.path('reports/unit.xml'), 1000, 1000)
    const told = async () => {
      const { status, reason } = await verdict(here, 'refresh --dry-run')
      return [status, reason]
    }
    expect(await told()).toEqual(['broken', 'test adds failed: 3 is not 4 (sum.test.js:5)'])
    here.write('sum.js', `${files['sum.js']}// mended\n`)
    expect(await told()).toEqual([
      'broken',
      'test adds failed: 3 is not 4; reports/unit.xml is older than sum.js, so run what writes it (sum.test.js:5)',
    ])
  })

  it('that are committed beside the code are believed in every clone, whichever file was checked out first', async () => {
    const here = repository({ ...own(''), 'sum.test.js': '// nothing refers to it\n' })
    utimesSync(here.path('coverage/lcov.info'), 1000, 1000)
    const told = async () => {
      const { stdout, stderr } = await here.fixpoint('refresh --dry-run --json')
      return [JSON.parse(stdout).resources[0].status, stderr.includes('report/older')]
    }
    expect(await told()).toEqual(['implemented', false])
    here.write('sum.js', `${files['sum.js']}// edited\n`)
    expect(await told()).toEqual(['partial', true])
  })

  it.each([
    [
      'coverage/lcov.info',
      'SF:sum.js\nDA:1,1\nDA:2,garb',
      /:3 report\/lcov DA:2,garb cannot be read/,
    ],
    ['coverage/lcov.info', '\0\u0001\u0002', /report\/lcov/],
    ['reports/unit.xml', '<testsuite><testcase', /report\/xml not well-formed/],
  ])('that cannot be read are told: %s', async (file, text, said) => {
    const here = project({ ...own(''), [file]: text })
    for (const line of ['refresh --dry-run', 'ci', 'validate']) {
      const { stderr, exitCode } = await here.fixpoint(line)
      expect([line, exitCode, stderr]).toEqual([line, 0, expect.stringMatching(said)])
      expect(stderr).toContain(`Warning: ${file}`)
    }
    expect((await here.fixpoint('doctor')).stdout).toMatch(said)
  })

  it('that are not there are told with the glob that finds none', async () => {
    const here = project({
      ...own(''),
      '.fixpoint/config.yaml': 'reports:\n  lcov: [nope/*.info]\n',
    })
    for (const line of ['refresh --dry-run', 'validate'])
      expect((await here.fixpoint(line)).stderr).toContain('no report matches nope/*.info')
    expect((await here.fixpoint('doctor')).stdout).toContain('no report matches nope/*.info')
  })
})
