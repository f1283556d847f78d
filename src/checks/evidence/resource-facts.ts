// The facts about one resource that is to be weighed: of its files, its tests, and of what uses them. Reads nothing by itself; what lies
// outside the files is asked of sources.

import type { Codebase } from '../../code/codebase.ts'
import type { Outline } from '../../code/model.ts'
import { isTestFile, specification } from '../../code/test-files.ts'
import type { Trace } from '../../code/trace.ts'
import { expectationsOf } from '../../evidence/expectations.ts'
import type { FileFacts, ResourceFacts, TestRequest } from '../../evidence/facts.ts'
import type { Resource } from '../../spec/model.ts'
import type { CalledIn } from './conventions/conventions.ts'
import { standingCalls } from './conventions/standing.ts'
import { emptyExports, withoutExports } from './lost/empty-exports.ts'
import type { OfferedIn } from './offered/offered.ts'
import type { CheckSubject } from './outcomes/check-inputs.ts'
import { failuresAbout } from './outcomes/failed-tests.ts'
import type { Outcomes } from './outcomes/outcomes.ts'
import type { AnswersIn } from './registered/commands.ts'
import type { EnvironmentOf } from './registered/environment.ts'
import type { IdleIn } from './registered/idle.ts'
import type { CommandsOf } from './registered/standing-commands.ts'
import type { TablesOf } from './registered/tables.ts'
import { withDrawn } from './routes/drawn.ts'
import type { Routes } from './routes/routes.ts'
import type { Subject } from './subject.ts'
import type { WithHeirs } from './types/heirs.ts'
import type { WrittenOut } from './types/written-out.ts'
import { entryNames } from './use/entry-names.ts'
import type { MentionsOf } from './use/mentions.ts'
import { withoutNamesakes } from './use/namesake-tests.ts'

/** Where facts come from that one file alone does not tell; each looks when it is asked. */
export interface Sources {
  readonly heirs: WithHeirs
  readonly written: WrittenOut
  /** The outline with what the file exports of others without naming it. */
  readonly passedOn: (path: string, outline: Outline, codebase: Codebase) => Outline
  readonly routes: Pick<Routes, 'of'>
  readonly tables: TablesOf
  readonly commands: CommandsOf
  readonly environment: EnvironmentOf
  readonly answers: AnswersIn
  readonly mentions: MentionsOf
  readonly entries: ReadonlySet<string>
  /** Undefined where nobody asks who uses anything. */
  readonly offeredIn: OfferedIn | undefined
  /** What a language or a framework calls by itself. */
  readonly calledIn: CalledIn
  /** What decorators hand on to nobody. */
  readonly idleIn: IdleIn
  readonly outcomes: Outcomes
  /** All whose checks are asked for in this reading. */
  readonly among: readonly CheckSubject[]
}

type Standing = Pick<Sources, 'tables' | 'commands' | 'environment'>

/** The tests of a resource: those that it declares, or those that refer to its names; with everything that refers to these. */
export function testsOf(
  { resource, tests, names, selection, codebase }: Subject,
  mentions: MentionsOf,
) {
  const all = withoutNamesakes([...(names ?? [])].flatMap(mentions), selection.files, codebase)
  const isDeclaredTest = (path: string) => tests.includes(path)
  const used = all.map(each => ({ ...each, isTest: each.isTest || isDeclaredTest(each.at.file) }))
  const testing = used.filter(
    each => each.isTest && (isTestFile(each.at.file) || specification.test(each.at.file)),
  )
  const seen = [...new Set(testing.map(each => each.at.file))].sort()
  return { used, isDeclaredTest, tests: resource.tests.length > 0 ? tests : seen }
}

export async function factsOf(subject: Subject, sources: Sources): Promise<ResourceFacts> {
  const { resource, selection, tests, names, codebase, trace } = subject
  const { heirs, passedOn, routes, tables, commands, environment, answers, mentions } = sources
  const { entries, outcomes, among } = sources
  const looking = { codebase, trace, heirs, passedOn, exports: exportsOf(resource) }
  const fileFacts = (path: string, standing: Standing | undefined, isFound = false) =>
    factsOfFile(path, { ...looking, isFound }, standing)
  const isFound = selection.origin !== 'declared'
  const { used, isDeclaredTest, tests: seenTests } = testsOf(subject, mentions)
  const failed = outcomes.failedTests(seenTests, selection.files)
  return {
    files: selection.files.map(path => ({
      ...fileFacts(
        path,
        needsDepth(resource) ? { tables, commands, environment } : undefined,
        isFound,
      ),
      isByPattern: selection.origin === 'declared' && !resource.files.includes(path),
      routes: routes.of(path),
      ...(runsCommands(resource) && answers(path)),
    })),
    origin: selection.origin,
    tests: seenTests.map(path => ({
      ...fileFacts(path, undefined),
      isByPattern: !resource.tests.includes(path),
    })),
    requests: names && endpointsOf(resource).length > 0 ? requestsIn(tests, codebase) : [],
    // Where tests are declared, only those count.
    mentions:
      names &&
      used.filter(
        each => resource.tests.length === 0 || !each.isTest || isDeclaredTest(each.at.file),
      ),
    entryPoints: names ? new Set([...entries, ...entryNames(selection.files, codebase)]) : entries,
    ...(names && {
      called: standingCalls(selection.files, sources, codebase),
      offered: sources.offeredIn?.(selection.files) ?? new Map(),
      idle: await sources.idleIn(selection.files),
    }),
    checks: await outcomes.checks(resource, among),
    coveredLines: outcomes.coveredLines,
    failedTests: resource.tests.length > 0 ? failed : failuresAbout(failed, used, codebase),
    behind: signature => sources.written(signature, trace),
  }
}

export const endpointsOf = (resource: Resource) =>
  expectationsOf(resource)
    .filter(each => each.attribute === 'endpoints')
    .map(each => each.name)

const runsCommands = (resource: Resource) =>
  expectationsOf(resource).some(each => each.attribute === 'commands')

const ofBodies = /^(commands|tables|operations|environment|headings|keys)$/

export const needsDepth = (resource: Resource) =>
  expectationsOf(resource).some(each => ofBodies.test(each.attribute))

interface Looking {
  readonly codebase: Codebase
  readonly trace: Trace
  readonly heirs: WithHeirs
  readonly passedOn: Sources['passedOn']
  /** Those that somebody asks for. */
  readonly exports: ReadonlySet<string>
  /** The spec names it nowhere, so that no grammar has looked at it yet. */
  readonly isFound: boolean
}

const exportsOf = (resource: Resource) =>
  new Set(
    expectationsOf(resource)
      .filter(each => each.attribute === 'exports')
      .map(each => each.name),
  )

/** In depth only where what stands of tables and commands is asked for. */
function factsOfFile(
  path: string,
  { codebase, trace, heirs, passedOn, exports, isFound }: Looking,
  standing: Standing | undefined,
): FileFacts {
  const nothing = { path, outline: undefined, depth: undefined, problems: undefined, routes: [] }
  if (!codebase.has(path)) {
    const apart = codebase.apart?.(path)?.why
    return { ...nothing, condition: 'absent', ...(apart !== undefined && { apart }) }
  }
  if (codebase.isEmpty(path)) return { ...nothing, condition: 'empty' }
  const read = codebase.outline(path)
  const whole =
    read && passedOn(path, withDrawn(heirs(read, path, trace), path, codebase), codebase)
  const empty = whole ? emptyExports(path, whole, exports, codebase) : []
  const outline = whole && withoutExports(whole, empty)
  if (!outline && codebase.bytes(path) === undefined) return { ...nothing, condition: 'unreadable' }
  const depth = standing && {
    ...codebase.depth(path),
    tables: standing.tables(path),
    commands: standing.commands(path),
    environment: standing.environment(path),
  }
  const problems = isFound ? codebase.confirmedProblems(path) : codebase.problems(path)
  return { ...nothing, condition: 'present', outline, depth, problems, empty }
}

/** Of the declared tests; without any, of every test there is. */
function requestsIn(tests: readonly string[], codebase: Codebase): readonly TestRequest[] {
  const asked = tests.length > 0 ? tests : codebase.files.filter(isTestFile)
  return asked
    .filter(path => codebase.outline(path) !== undefined)
    .flatMap(path =>
      codebase.depth(path).requests.map(({ method, path: asks, line }) => ({
        method,
        path: asks,
        at: { file: path, line },
      })),
    )
}
