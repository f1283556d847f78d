// Which file a test of a report lies in, where the report names none: by the class or package that it writes, by the name under which the
// test is declared, by its title. Where several files would do, none is told.

import type { Codebase } from '../../../code/codebase.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { TestCase } from '../../../contract/check-result.ts'
import { type Case, casesIn, isCalled, isCalledInFull } from './failed-tests.ts'

type Named = Pick<TestCase, 'suite' | 'name'>

export type TestHome = (test: Named) => string | undefined

export function testHomes(codebase: Codebase): TestHome {
  const testFiles = once(() => codebase.files.filter(isTestFile))
  const titles = once(() => titlesIn(testFiles(), codebase))
  const suites = new Map<string, string | undefined>()
  const homeOfSuite = (suite: string) => {
    if (!suites.has(suite)) suites.set(suite, onlyOne(ofClass(suite, testFiles())))
    return suites.get(suite)
  }
  return test =>
    homeOfSuite(test.suite) ?? onlyOne(declaring(test, codebase)) ?? onlyOne(titled(test, titles()))
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const onlyOne = (found: readonly string[]) => (found.length === 1 ? found[0] : undefined)

/** `tests.test_a.TestK` lies in tests/test_a.py, `com.x.FooTest$Nested` in com/x/FooTest.java: the longest that is a file. */
function ofClass(suite: string, files: readonly string[]): readonly string[] {
  const parts = suite.split(/[.$\\:/]+/).filter(each => each !== '')
  if (!/^[\w.$\\:/]+$/.test(suite)) return []
  for (let end = parts.length; end > 0; end--) {
    const path = `/${parts.slice(0, end).join('/')}`
    const found = files.filter(each => `/${withoutEnding(each)}`.endsWith(path))
    if (found.length > 0) return found
  }
  // Namespaces of C# and PHP are no folders.
  const last = parts.at(-1) ?? ''
  return files.filter(each => withoutEnding(each).split('/').at(-1) === last)
}

const withoutEnding = (path: string) => path.replace(/\.\w+$/, '')

/** `TestGee/negative` of the package m/g is declared in a file of the folder g. */
function declaring({ suite, name }: Named, codebase: Codebase): readonly string[] {
  const plain = name
    .replace(/[[(/].*$/, '')
    .split(/\.|::/)
    .at(-1)!
  const found = codebase.declaring(plain).filter(isTestFile)
  if (found.length < 2) return found
  const parts = suite.split(/[.\\:/]+/)
  const isInPackage = (path: string) => parts.includes(path.split('/').at(-2) ?? '')
  return found.filter(isInPackage)
}

interface Titles {
  readonly path: string
  readonly cases: readonly Case[]
}

const titlesIn = (files: readonly string[], codebase: Codebase): readonly Titles[] =>
  files
    .filter(path => /\.[cm]?[jt]sx?$/.test(path))
    .map(path => {
      const text = Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
      return { path, cases: casesIn(path, text, codebase) }
    })

/** `Acc total` of jest is `total` in `Acc`; of files with a test of that title the one that has the blocks around it, too. */
function titled({ suite, name }: Named, all: readonly Titles[]): readonly string[] {
  const own = all.filter(({ cases }) => cases.some(each => isCalled(name, each.title)))
  const whole = own.filter(({ cases }) =>
    cases.some(each => isCalledInFull(name, each) || isCalledInFull(`${suite} ${name}`, each)),
  )
  return (whole.length > 0 ? whole : own).map(({ path }) => path)
}
