// Reports of real tools, in the shape that each tool writes, are read alike; a damaged one costs a diagnostic with its line, never more.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../test/report-fixture.ts'
import { readJUnit } from './junit.ts'
import type { ReportPlace } from './place.ts'

const files = new Set([
  'src/auth.test.ts',
  'src/cart.test.ts',
  'tests/test_auth.py',
  'tests/test_broken.py',
  'tests/test_old.py',
  'tests/AuthTest.php',
  'test/auth.test.js',
  'test/other.test.js',
])
const place: ReportPlace = { root: '/repo', report: 'junit.xml', isFile: path => files.has(path) }

const read = (name: string) => readJUnit(fixture(name), place)

/** `outcome suite | name file:line durationMs`, with the first line of the message. */
function summary(name: string): readonly string[] {
  const { tests, problems } = read(name)
  expect(problems).toEqual([])
  return tests.map(each => {
    const where = each.file ? ` ${each.file}${each.line === undefined ? '' : `:${each.line}`}` : ''
    const message = each.message === '' ? '' : ` — ${each.message.split('\n')[0]}`
    return `${each.outcome} ${each.suite} | ${each.name}${where} ${each.durationMs}ms${message}`
  })
}

describe('a JUnit report', () => {
  it('of jest-junit is read, with the suite where the class only repeats the name', () => {
    expect(summary('jest-junit.xml')).toEqual([
      'passed auth | auth login accepts a password src/auth.test.ts 4ms',
      'failed auth | auth login refuses "<script>" src/auth.test.ts:17 2ms — Error: expect(received).toBe(expected) // Object.is equality',
      'skipped auth | auth logout forgets the session src/auth.test.ts 0ms',
    ])
  })

  it('of vitest is read, with the file that it writes as the class', () => {
    expect(summary('vitest.xml')).toEqual([
      'passed src/cart.test.ts | cart > adds an item src/cart.test.ts 3ms',
      'failed src/cart.test.ts | cart > sums the prices src/cart.test.ts:11 10ms — AssertionError: expected 3 to be 4 // Object.is equality',
      'skipped src/cart.test.ts | cart > applies a voucher src/cart.test.ts 0ms',
    ])
  })

  it('of pytest is read, with its lines counted from one', () => {
    expect(summary('pytest.xml')).toEqual([
      'passed tests.test_auth.TestLogin | test_ok 1ms',
      'failed tests.test_auth.TestLogin | test_wrong_password[ümlaut] tests/test_auth.py:14 2ms — assert 200 == 401',
      'skipped tests.test_auth | test_later 0ms — /home/runner/work/shop/shop/tests/test_auth.py:21: needs a mail server',
      'error pytest | tests.test_broken tests/test_broken.py:1 0ms — collection failure',
      'passed tests.test_old | test_xunit1 tests/test_old.py:9 3ms',
    ])
  })

  it('of surefire is read: what is printed is no verdict, what passed at last has passed', () => {
    expect(summary('surefire.xml')).toEqual([
      'passed com.acme.AuthTest | acceptsPassword 1204031ms',
      'failed com.acme.AuthTest | refusesPassword 12ms — org.opentest4j.AssertionFailedError: expected: <401> but was: <200>',
      'error com.acme.AuthTest | survivesNull 1ms — java.lang.NullPointerException',
      'passed com.acme.AuthTest | isFlaky 2ms',
    ])
  })

  it('of gotestsum is read; a file name without its folder is nobody’s', () => {
    expect(summary('gotestsum.xml')).toEqual([
      'passed example.com/shop/auth | TestLogin 0ms',
      'failed example.com/shop/auth | TestLogin/wrong_password 10ms — Failed',
      'skipped example.com/shop/auth | TestMail 0ms — === RUN   TestMail',
    ])
  })

  it('of PHPUnit is read, through all its nested suites', () => {
    expect(summary('phpunit.xml')).toEqual([
      'passed AuthTest | testAccepts tests/AuthTest.php:12 4ms',
      'failed AuthTest | testRefuses with data set #0 tests/AuthTest.php:20 6ms — PHPUnit\\Framework\\ExpectationFailedException',
    ])
  })

  it('of node:test is read, with tests outside any suite', () => {
    expect(summary('node-test.xml')).toEqual([
      'passed test | accepts test/auth.test.js 1ms',
      'failed test | refuses test/auth.test.js:9 1ms — [Error [ERR_TEST_FAILURE]: Expected values to be strictly equal] {',
      'skipped test | top level test/other.test.js 0ms — later',
    ])
  })

  it('joins the names of nested suites where a test names no class', () => {
    const { tests } = readJUnit(
      '<testsuites><testsuite name="a"><testsuite name="b"><testcase name="c"/></testsuite></testsuite></testsuites>',
      place,
    )
    expect(tests[0]).toMatchObject({ suite: 'a > b', name: 'c', outcome: 'passed' })
  })

  it('of a suite that could not start says so', () => {
    const { tests } = readJUnit(
      '<testsuite name="db"><error message="no server"/></testsuite>',
      place,
    )
    expect(tests).toEqual([
      { suite: 'db', name: 'db', outcome: 'error', message: 'no server', durationMs: 0 },
    ])
  })

  it('of a suite that only counts its failures fails under its name', () => {
    const { tests, problems } = readJUnit(
      '<testsuites failures="2"><testsuite name="src/auth.test.ts" failures="1" tests="1"/><testsuite name="b" errors="1"><testsuite name="c"><testcase name="d"><error/></testcase></testsuite></testsuite><testsuite name="e" failures="0"/></testsuites>',
      place,
    )
    expect(problems).toEqual([])
    expect(tests.map(each => [each.name, each.outcome, each.file, each.message])).toEqual([
      [
        'src/auth.test.ts',
        'failed',
        'src/auth.test.ts',
        'src/auth.test.ts failed, and the report names no test of it',
      ],
      ['d', 'error', undefined, ''],
    ])
  })

  it('keeps a test whose message holds terminal colours', () => {
    const { tests, problems } = readJUnit(
      '<testsuite><testcase name="a"><failure>\x1b[31mred\x1b[0m</failure></testcase></testsuite>',
      place,
    )
    expect(tests).toMatchObject([{ name: 'a', outcome: 'failed' }])
    expect(problems).toMatchObject([{ severity: 'warning', at: { line: 1 } }])
  })
})

describe('a damaged JUnit report', () => {
  it('that ends too soon gives its line, and what stood before it', () => {
    const text = fixture('vitest.xml').split('\n').slice(0, 8).join('\n')
    const { tests, problems } = readJUnit(text, place)
    expect(tests.map(each => each.name)).toEqual(['cart > adds an item'])
    expect(problems).toMatchObject([
      { code: 'report/xml', severity: 'error', at: { file: 'junit.xml', line: 8 } },
    ])
  })

  it.each([
    ['', 'report/xml', 1],
    ['<testsuite>\n<testcase></testsuite>', 'report/xml', 2],
    ['{"numTotalTests": 3}', 'report/xml', 1],
    ['<html><body/></html>', 'report/kind', 1],
    ['<testsuite>'.repeat(300), 'report/too-deep', 1],
  ])('%j is refused by name and line', (text, code, line) => {
    const { problems } = readJUnit(text, place)
    expect(problems.find(each => each.severity === 'error')).toMatchObject({ code, at: { line } })
  })

  it('with entities that multiply stays as small as it is', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "${'x'.repeat(1000)}">${[
      ...'bcdefghij',
    ]
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
      .join('')}]><testsuite><testcase name="n"><failure>&j;</failure></testcase></testsuite>`
    const { tests, problems } = readJUnit(bomb, place)
    expect(tests[0]?.message).toBe('&j;')
    expect(problems).toMatchObject([{ code: 'report/xml', message: 'undefined entity' }])
  })

  it('with elements that are named like parts of an object is no trouble', () => {
    const inner = '<constructor/><toString/><__proto__ __proto__="x"/>'
    const { tests, problems } = readJUnit(
      `<testsuite><testcase name="n">${inner}</testcase></testsuite>`,
      place,
    )
    expect(problems).toEqual([])
    expect(tests).toMatchObject([{ name: 'n', outcome: 'passed' }])
  })

  it('with one message of megabytes keeps its beginning', () => {
    const { tests } = readJUnit(
      `<testsuite><testcase name="n"><failure>${'long '.repeat(1_000_000)}</failure></testcase></testsuite>`,
      place,
    )
    expect(tests[0]!.message.length).toBeLessThanOrEqual(8 * 1024)
  })

  it('never throws, whatever was cut, repeated or turned round in it', () => {
    const source = fixture('surefire.xml') + fixture('pytest.xml')
    const piece = fc
      .tuple(fc.nat(source.length), fc.nat(200))
      .map(([from, length]) => source.slice(from, from + length))
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 12 })
    fc.assert(
      fc.property(text, parts => {
        readJUnit(parts.join(''), place)
        readJUnit(`<testsuites>${parts.join('')}`, place)
      }),
      { numRuns: 500 },
    )
  })
})
