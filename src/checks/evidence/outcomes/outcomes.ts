// What checks and the user's own reports say of resources: run where that was asked for, else the last word, stale or fresh.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, warning } from '../../../base/diagnostic.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { CheckResult, FileCoverage, TestCase } from '../../../contract/check-result.ts'
import type { CheckOrder } from '../../../contract/order.ts'
import type { CheckFact, CoveredLines, FailedTest } from '../../../evidence/facts.ts'
import type { OwnReport } from '../../../reports/read.ts'
import type { Resource } from '../../../spec/model.ts'
import type { Checks } from '../../checks.ts'
import { type CheckSubject, checkInputs } from './check-inputs.ts'
import { testHomes } from './test-homes.ts'
import { type Spoken, wordsOfCheck } from './words.ts'

export interface Outcomes {
  /** `among` are all that ask in this reading, so that a check has one word for all of them. */
  readonly checks: (
    resource: Resource,
    among: readonly CheckSubject[],
  ) => Promise<readonly CheckFact[]>
  /** Of tests of a resource; `files` are its code. */
  readonly failedTests: (
    tests: readonly string[],
    files: readonly string[],
  ) => readonly FailedTest[]
  /** Lines that a coverage report saw executed, by file, with the report that says so. */
  readonly coveredLines: CoveredLines
  /** What is wrong with the reports. */
  readonly problems?: readonly Diagnostic[]
}

export interface OutcomeSources {
  readonly root: string
  readonly codebase: Codebase
  readonly checks: Checks
  readonly recipes: readonly CheckOrder[]
  readonly reports: readonly OwnReport[]
  /** A file is as it was committed: when it was written here says only when it was checked out. */
  readonly isAsCommitted: (path: string) => boolean
  /** Run what has no fresh answer. */
  readonly runs: boolean
  /** A stale result counts as none. */
  readonly isStrict: boolean
  /** A check is about to run. */
  readonly onRun?: ((name: string) => void) | undefined
}

export function outcomesFrom(sources: OutcomeSources): Outcomes {
  const { root, codebase, recipes, isStrict } = sources
  const { current, outdated } = byAge(sources)
  const inputsOf = checkInputs(root, codebase)
  const failed = failuresIn(sources)
  const words = new Map<string, Promise<ReadonlyMap<string, Spoken>>>()
  const wordsOf = (name: string, among: readonly CheckSubject[]) => {
    const recipe = recipes.find(each => each.name === name)
    if (!recipe) throw new Error(`invariant: check ${name} was looked up before`)
    const asking = among
      .filter(each => each.resource.checks.includes(name))
      .map(subject => ({
        recipe,
        root,
        scope: subject.resource.address,
        inputs: () => inputsOf(recipe, subject),
      }))
    const known = words.get(name) ?? wordsOfCheck(asking, sources)
    words.set(name, known)
    return known
  }
  return {
    checks: ({ address, checks }, among) =>
      Promise.all(
        checks.map(async name => {
          const spoken = (await wordsOf(name, among)).get(address)
          return spoken ? factOf(spoken.result, spoken.moved, isStrict) : notRun(name)
        }),
      ),
    failedTests: (tests, files) =>
      failed.flatMap(each => failedOf(each, new Set(tests), files, sources)),
    coveredLines: coveredLines(current),
    problems: [...outdated.flatMap(olderReport), ...failed.flatMap(homelessTests)],
  }
}

const notRun = (name: string): CheckFact => ({
  name,
  outcome: 'not run',
  isStale: false,
  detail: 'run it with --run-checks',
})

/** `moved` tells since when it is stale; false for a fresh one. */
export function factOf(result: CheckResult, moved: string | false, isStrict: boolean): CheckFact {
  const { name, outcome, problem } = result
  const isStale = moved !== false
  const since = moved === false ? {} : { movedSince: moved }
  if (isStale && isStrict)
    return {
      name,
      outcome: 'not run',
      isStale,
      ...since,
      detail: 'its last result is stale, and --strict wants a fresh one',
    }
  if (outcome === 'passed') return { name, outcome, isStale, ...since, detail: '' }
  if (outcome === 'failed') return { name, outcome, isStale, ...since, detail: failureText(result) }
  return {
    name,
    outcome: 'not run',
    isStale,
    ...since,
    detail: problem?.message ?? `it ended in a ${outcome}`,
  }
}

/** What it printed of its failure; where it printed nothing, how it ended. */
function failureText({ failures, exitCode }: CheckResult): string {
  const lines = failures.filter(each => each.text.trim() !== '').map(lineText)
  if (lines.length > 0) return lines.join('; ')
  return exitCode === null ? 'it printed nothing' : `exit code ${exitCode}, and it printed nothing`
}

const lineText = ({ text, file, line }: CheckResult['failures'][number]) =>
  file === undefined ? text : `${text} (${file}${line === undefined ? '' : `:${line}`})`

interface Failures {
  readonly report: OwnReport
  readonly placed: readonly (TestCase & { readonly file: string })[]
  /** Nobody can tell which file they lie in. */
  readonly homeless: readonly Pick<TestCase, 'suite' | 'name'>[]
}

function failuresIn({ reports, codebase }: OutcomeSources): readonly Failures[] {
  const homeOf = testHomes(codebase)
  return reports.map(report => {
    const failed = (report.tests ?? [])
      .filter(each => each.outcome === 'failed' || each.outcome === 'error')
      .map(each => ({ ...each, file: each.file ?? homeOf(each) }))
    return {
      report,
      placed: failed.flatMap(each =>
        each.file === undefined ? [] : [{ ...each, file: each.file }],
      ),
      homeless: failed.filter(each => each.file === undefined),
    }
  })
}

/** A failure stands until the report is written anew: nobody has seen the tests pass. Where code was changed since, it says so. */
function failedOf(
  { report, placed }: Failures,
  tests: ReadonlySet<string>,
  files: readonly string[],
  sources: OutcomeSources,
): readonly FailedTest[] {
  return placed
    .filter(each => tests.has(each.file))
    .map(({ name, file, line, message }) => {
      const newer = [...files, file].find(each => isNewer(each, report, sources))
      const first = message.split('\n')[0] ?? ''
      const age = `${report.file} is older than ${newer}, so run what writes it`
      return {
        name,
        at: { file, line: line ?? 1 },
        message: newer === undefined ? first : `${first}; ${age}`,
      }
    })
}

function homelessTests({ report, homeless: [first, ...others] }: Failures): Diagnostic[] {
  if (!first) return []
  const besides = others.length > 0 ? ` and ${others.length} more` : ''
  return [
    warning(
      'report/no-file',
      `the failed test ${first.suite === '' ? first.name : `${first.suite} ${first.name}`}${besides} is of no file that can be told, and counts for no resource`,
      {
        at: { file: report.file },
        fix: 'have the tool write the file of each test (jest-junit: addFileAttribute)',
      },
    ),
  ]
}

interface AgedReport {
  readonly report: OwnReport
  readonly coverage: NonNullable<OwnReport['coverage']>
}

/** Where both are as they were committed no clock tells, and every clone must answer alike. */
const isNewer = (
  file: string,
  report: OwnReport,
  { root, isAsCommitted }: Pick<OutcomeSources, 'root' | 'isAsCommitted'>,
) =>
  changedMs(join(root, file)) > report.writtenMs &&
  !(isAsCommitted(report.file) && isAsCommitted(file))

/** A report says nothing of a file that was changed after it was written: its lines may be others now. */
function byAge(sources: OutcomeSources) {
  const split = sources.reports.map(report => {
    const isOld = ({ file }: FileCoverage) => isNewer(file, report, sources)
    const all = report.coverage ?? []
    return {
      current: { report, coverage: all.filter(each => !isOld(each)) },
      outdated: { report, coverage: all.filter(isOld) },
    }
  })
  return { current: split.map(each => each.current), outdated: split.map(each => each.outdated) }
}

const changedMs = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function olderReport({ report, coverage: [first, ...others] }: AgedReport): Diagnostic[] {
  if (!first) return []
  const files = `${first.file}${others.length > 0 ? ` and ${others.length} more` : ''}`
  return [
    warning('report/older', `the report is older than ${files}, and says nothing of that`, {
      at: { file: report.file },
      fix: 'run what writes it',
    }),
  ]
}

function coveredLines(reports: readonly AgedReport[]): CoveredLines {
  const covered = new Map<string, Map<number, string>>()
  for (const { report, coverage } of reports)
    for (const { file, lines } of coverage) {
      const hit = covered.get(file) ?? new Map<number, string>()
      for (const [line, hits] of lines) if (hits > 0 && !hit.has(line)) hit.set(line, report.file)
      covered.set(file, hit)
    }
  return covered
}
