// What checks and the user's own reports say of resources: run where that was asked for, else the last word, stale or fresh.

import { sha256 } from '../../base/hash.ts'
import type { Codebase } from '../../code/codebase.ts'
import type { CheckResult } from '../../contract/check-result.ts'
import type { CheckOrder } from '../../contract/order.ts'
import type { CheckFact, FailedTest } from '../../evidence/facts.ts'
import type { OwnReport } from '../../reports/read.ts'
import type { Resource } from '../../spec/model.ts'
import type { CheckRequest, Checks } from '../checks.ts'
import { type Inputs, isStale } from '../key.ts'
import { importsIn } from './imports.ts'
import { expandPaths } from './select.ts'

export interface Outcomes {
  readonly checks: (resource: Resource, files: readonly string[]) => Promise<readonly CheckFact[]>
  readonly failedTests: (tests: readonly string[]) => readonly FailedTest[]
  /** Lines that a coverage report saw executed, by file. */
  readonly coveredLines: ReadonlyMap<string, ReadonlySet<number>>
}

export interface OutcomeSources {
  readonly root: string
  readonly codebase: Codebase
  readonly checks: Checks
  readonly recipes: readonly CheckOrder[]
  readonly reports: readonly OwnReport[]
  /** Run what has no fresh answer. */
  readonly runs: boolean
  /** A stale result counts as none. */
  readonly isStrict: boolean
  /** A check is about to run. */
  readonly onRun?: ((name: string) => void) | undefined
}

export function outcomesFrom(sources: OutcomeSources): Outcomes {
  const dependenciesOf = closureIn(sources.codebase)
  const ran: Ran = new Map()
  return {
    checks: (resource, files) =>
      Promise.all(
        resource.checks.map(name => checkFact(name, resource, dependenciesOf(files), sources, ran)),
      ),
    failedTests: tests => failedTests(sources.reports, new Set(tests)),
    coveredLines: coveredLines(sources.reports),
  }
}

/** What each check found in this tree: it is run once, however many resources name it. */
type Ran = Map<string, Promise<CheckResult>>

async function checkFact(
  name: string,
  resource: Resource,
  files: readonly string[],
  sources: OutcomeSources,
  ran: Ran,
): Promise<CheckFact> {
  const recipe = sources.recipes.find(each => each.name === name)
  if (!recipe) throw new Error(`invariant: check ${name} was looked up before`)
  const request: CheckRequest = {
    recipe,
    root: sources.root,
    scope: resource.address,
    inputs: () => inputsOf(recipe, [...files, ...resource.tests], sources.codebase),
  }
  if (sources.runs) return factOf(await freshResult(request, sources, ran), false, sources.isStrict)
  const latest = sources.checks.latest(name, resource.address)
  if (!latest)
    return { name, outcome: 'not run', isStale: false, detail: 'run it with --run-checks' }
  return factOf(latest, isStale(latest, await sources.checks.currentKey(request)), sources.isStrict)
}

async function freshResult(
  request: CheckRequest,
  { checks, onRun }: OutcomeSources,
  ran: Ran,
): Promise<CheckResult> {
  const { name } = request.recipe
  const latest = checks.latest(name, request.scope)
  if (latest?.outcome === 'passed' && !isStale(latest, await checks.currentKey(request)))
    return latest
  const earlier = ran.get(name)
  if (earlier) return checks.adopt(request, await earlier)
  onRun?.(name)
  const running = checks
    .run({ ...request, isForced: latest?.outcome === 'failed' })
    .then(each => each.result)
  ran.set(name, running)
  return running
}

export function factOf(result: CheckResult, stale: boolean, isStrict: boolean): CheckFact {
  const { name, outcome, failures, problem } = result
  if (stale && isStrict)
    return {
      name,
      outcome: 'not run',
      isStale: true,
      detail: 'its last result is stale, and --strict wants a fresh one',
    }
  if (outcome === 'passed') return { name, outcome, isStale: stale, detail: '' }
  if (outcome === 'failed')
    return { name, outcome, isStale: stale, detail: failures.map(lineText).join('; ') }
  return {
    name,
    outcome: 'not run',
    isStale: stale,
    detail: problem?.message ?? `it ended in a ${outcome}`,
  }
}

const lineText = ({ text, file, line }: CheckResult['failures'][number]) =>
  file === undefined ? text : `${text} (${file}${line === undefined ? '' : `:${line}`})`

const lockFile =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|requirements[^/]*\.txt|Cargo\.lock|go\.sum|composer\.lock|Gemfile\.lock|gradle\.lockfile)$/

/** What the recipe names; else the files, what they import, their tests and the lock files. */
function inputsOf({ inputs }: CheckOrder, files: readonly string[], codebase: Codebase): Inputs {
  const paths =
    inputs === undefined
      ? [...files, ...codebase.files.filter(path => lockFile.test(path))]
      : expandPaths(inputs, codebase)
  const known = [...new Set(paths)].filter(path => codebase.has(path)).sort()
  return new Map(known.map(path => [path, sha256(codebase.bytes(path) ?? 'unreadable')]))
}

/** Files with everything that they import, directly or not. */
function closureIn(codebase: Codebase): (files: readonly string[]) => readonly string[] {
  let imports: ((path: string) => readonly string[]) | undefined
  return files => {
    imports ??= importsIn(codebase)
    const found = new Set(files)
    for (const path of found) for (const each of imports(path)) found.add(each)
    return [...found]
  }
}

function failedTests(reports: readonly OwnReport[], tests: ReadonlySet<string>): FailedTest[] {
  return reports
    .flatMap(each => each.tests ?? [])
    .filter(
      each =>
        (each.outcome === 'failed' || each.outcome === 'error') &&
        each.file !== undefined &&
        tests.has(each.file),
    )
    .map(each => ({
      name: each.name,
      at: { file: each.file!, line: each.line ?? 1 },
      message: each.message.split('\n')[0] ?? '',
    }))
}

function coveredLines(reports: readonly OwnReport[]): ReadonlyMap<string, ReadonlySet<number>> {
  const covered = new Map<string, Set<number>>()
  for (const { file, lines } of reports.flatMap(each => each.coverage ?? [])) {
    const hit = covered.get(file) ?? new Set()
    for (const [line, hits] of lines) if (hits > 0) hit.add(line)
    covered.set(file, hit)
  }
  return covered
}
