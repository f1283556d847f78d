// Evidence of resources, read from a tree: files are selected, facts gathered, and weighed. The judge of resources, for `refresh`,
// `ci` and every landing alike.

import { mapInTurns } from '../../base/turns.ts'
import type { Codebase } from '../../code/codebase.ts'
import { isTestFile } from '../../code/test-files.ts'
import { newTrace, type Trace, traced } from '../../code/trace.ts'
import { type Level, levels } from '../../contract/level.ts'
import { expectationsOf } from '../../evidence/expectations.ts'
import {
  type FileFacts,
  ownName,
  type ResourceFacts,
  type TestRequest,
} from '../../evidence/facts.ts'
import { type Evidence, weigh } from '../../evidence/weigh.ts'
import { type Resource, requiredLevel, type Spec } from '../../spec/model.ts'
import { type AnswersIn, commandAnswers } from './commands.ts'
import { entryNames } from './entry-names.ts'
import { entryPoints } from './entry-points.ts'
import { findHeirs, type WithHeirs } from './heirs.ts'
import { findMentions, type MentionsOf } from './mentions.ts'
import type { Outcomes } from './outcomes.ts'
import { withPassedOn } from './passed-on.ts'
import { findRegistrations } from './registrations.ts'
import { findRoutes, type Routes } from './routes.ts'
import {
  expandPaths,
  type FilesRegistering,
  findStems,
  type Selection,
  type Stems,
  selectFiles,
} from './select.ts'
import { type CommandsOf, standingCommands } from './standing-commands.ts'
import { standingTables, type TablesOf } from './tables.ts'

/** Evidence of before that still holds, and a place for what is found anew. */
export interface EvidenceMemory {
  /** Unfolds it when it is asked for. */
  readonly recall: (resource: Resource, required: Level) => (() => Evidence) | undefined
  readonly note: (resource: Resource, evidence: Evidence, trace: Trace) => void
}

export const noMemory: EvidenceMemory = { recall: () => undefined, note: () => {} }

interface Subject {
  readonly resource: Resource
  readonly selection: Selection
  readonly tests: readonly string[]
  /** Names that code and tests could refer to; undefined where no rung asks. */
  readonly names: ReadonlySet<string> | undefined
  /** The codebase as this resource sees it, and what it asked. */
  readonly codebase: Codebase
  readonly trace: Trace
}

export async function readEvidence(
  spec: Spec,
  resources: readonly Resource[],
  codebase: Codebase,
  outcomes: Outcomes,
  isThorough = false,
): Promise<readonly Evidence[]> {
  return readOpen(spec, resources, { codebase, outcomes, isThorough, memory: noMemory })
}

/** What the memory does not know is read; the rest is unfolded when all of it is asked for. */
export async function readUnknown(
  spec: Spec,
  resources: readonly Resource[],
  reading: Reading,
): Promise<() => readonly Evidence[]> {
  const known = resources.map(each => reading.memory.recall(each, requiredLevel(spec, each)))
  const open = resources.filter((_, index) => known[index] === undefined)
  const found = await readOpen(spec, open, reading)
  const anew = new Map(open.map((each, index) => [each, found[index]!]))
  return () => resources.map((each, index) => known[index]?.() ?? anew.get(each)!)
}

export interface Reading {
  readonly codebase: Codebase
  readonly outcomes: Outcomes
  readonly isThorough: boolean
  readonly memory: EvidenceMemory
}

async function readOpen(
  spec: Spec,
  resources: readonly Resource[],
  { codebase, outcomes, isThorough, memory }: Reading,
): Promise<readonly Evidence[]> {
  const routes = await findRoutes(resources.flatMap(endpointsOf), codebase)
  const tables = standingTables(codebase)
  const commands = standingCommands(codebase)
  const registering = findRegistrations(codebase, { routes, tables, commands })
  const stems = findStems()
  const subjects = await mapInTurns(resources, resource =>
    subjectOf(resource, codebase, {
      stems,
      registering,
      looksForUse: isThorough || asksForUse(spec, resource),
    }),
  )
  const mentions = await findMentions(
    new Set(subjects.flatMap(each => [...(each.names ?? [])])),
    codebase,
  )
  const entries = subjects.some(each => each.names) ? entryPoints(codebase) : new Set<string>()
  const answers = commandAnswers(codebase)
  const heirs = findHeirs(codebase)
  const sources = { heirs, routes, tables, commands, answers, mentions, entries, outcomes }
  return mapInTurns(subjects, async subject => {
    const { resource, trace } = subject
    const facts = await factsOf(subject, sources)
    const evidence = weigh(resource, requiredLevel(spec, resource), facts)
    memory.note(resource, evidence, trace)
    return evidence
  })
}

const endpointsOf = (resource: Resource) =>
  expectationsOf(resource)
    .filter(each => each.attribute === 'endpoints')
    .map(each => each.name)

const asksForUse = (spec: Spec, resource: Resource) =>
  levels.indexOf(requiredLevel(spec, resource)) >= levels.indexOf('reached')

interface Selecting {
  readonly stems: Stems
  readonly registering: FilesRegistering
  readonly looksForUse: boolean
}

function subjectOf(
  resource: Resource,
  whole: Codebase,
  { stems, registering, looksForUse }: Selecting,
): Subject {
  const trace = newTrace()
  trace.isWide = looksForUse || looksEverywhere(resource)
  const codebase = traced(whole, trace)
  const selection = selectFiles(resource, codebase, { stems, registering })
  return {
    resource,
    selection,
    tests: expandPaths(resource.tests, codebase),
    names: looksForUse ? namesToFollow(resource, selection, codebase) : undefined,
    codebase,
    trace,
  }
}

/** Routes, commands and tables are put together from any file of the tree. */
const looksEverywhere = (resource: Resource) =>
  expectationsOf(resource).some(each =>
    /^(endpoints|commands|tables|operations|environment)$/.test(each.attribute),
  )

/** The declared names as bare words, and the declarations of the files where none are declared. */
function namesToFollow(
  resource: Resource,
  { files }: Selection,
  codebase: Codebase,
): ReadonlySet<string> {
  const declared = expectationsOf(resource)
  const names = declared
    .filter(each => each.attribute !== 'endpoints')
    .map(each => each.name.split(/[.#:]+/).at(-1)!)
  const inFiles = files.flatMap(path => codebase.outline(path)?.declarations ?? []).map(ownName)
  const isLoose = declared.some(each => /^(commands|strategies|endpoints)$/.test(each.attribute))
  return new Set(declared.length === 0 || isLoose ? [...names, ...inFiles] : names)
}

interface Sources {
  readonly heirs: WithHeirs
  readonly routes: Routes
  readonly tables: TablesOf
  readonly commands: CommandsOf
  readonly answers: AnswersIn
  readonly mentions: MentionsOf
  readonly entries: ReadonlySet<string>
  readonly outcomes: Outcomes
}

type Standing = Pick<Sources, 'tables' | 'commands'>

async function factsOf(
  { resource, selection, tests, names, codebase, trace }: Subject,
  { heirs, routes, tables, commands, answers, mentions, entries, outcomes }: Sources,
): Promise<ResourceFacts> {
  const fileFacts = (path: string, standing: Standing | undefined) =>
    factsOfFile(path, { codebase, trace, heirs }, standing)
  const all = [...(names ?? [])].flatMap(mentions)
  const isDeclaredTest = (path: string) => tests.includes(path)
  const used = all.map(each => ({ ...each, isTest: each.isTest || isDeclaredTest(each.at.file) }))
  const seenTests =
    resource.tests.length > 0
      ? tests
      : [
          ...new Set(
            used.filter(each => each.isTest && isTestFile(each.at.file)).map(each => each.at.file),
          ),
        ].sort()
  return {
    files: selection.files.map(path => ({
      ...fileFacts(path, needsDepth(resource) ? { tables, commands } : undefined),
      routes: routes.of(path),
      ...(runsCommands(resource) && { answers: answers(path) }),
    })),
    origin: selection.origin,
    tests: seenTests.map(path => fileFacts(path, undefined)),
    requests: names && endpointsOf(resource).length > 0 ? requestsIn(tests, codebase) : [],
    // Where tests are declared, only those count.
    mentions:
      names &&
      used.filter(
        each => resource.tests.length === 0 || !each.isTest || isDeclaredTest(each.at.file),
      ),
    entryPoints: names ? new Set([...entries, ...entryNames(selection.files, codebase)]) : entries,
    checks: await outcomes.checks(resource, selection.files),
    coveredLines: outcomes.coveredLines,
    failedTests: outcomes.failedTests(seenTests),
  }
}

const runsCommands = (resource: Resource) =>
  expectationsOf(resource).some(each => each.attribute === 'commands')

const ofBodies = /^(commands|tables|operations|environment|headings|keys)$/

const needsDepth = (resource: Resource) =>
  expectationsOf(resource).some(each => ofBodies.test(each.attribute))

interface Looking {
  readonly codebase: Codebase
  readonly trace: Trace
  readonly heirs: WithHeirs
}

/** In depth only where what stands of tables and commands is asked for. */
function factsOfFile(
  path: string,
  { codebase, trace, heirs }: Looking,
  standing: Standing | undefined,
): FileFacts {
  const nothing = { path, outline: undefined, depth: undefined, problems: undefined, routes: [] }
  if (!codebase.has(path)) return { ...nothing, condition: 'absent' }
  if (codebase.isEmpty(path)) return { ...nothing, condition: 'empty' }
  const read = codebase.outline(path)
  const outline = read && withPassedOn(path, heirs(read, path, trace), codebase)
  if (!outline && codebase.bytes(path) === undefined) return { ...nothing, condition: 'unreadable' }
  const depth = standing && {
    ...codebase.depth(path),
    tables: standing.tables(path),
    commands: standing.commands(path),
  }
  return { ...nothing, condition: 'present', outline, depth, problems: codebase.problems(path) }
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
