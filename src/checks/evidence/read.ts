// Evidence of resources, read from a tree: files are selected, facts gathered, and weighed. The judge of resources, for `refresh`,
// `ci` and every landing alike.

import { isGlob } from '../../base/paths.ts'
import type { Codebase } from '../../code/codebase.ts'
import { isTestFile } from '../../code/test-files.ts'
import { levels } from '../../contract/level.ts'
import { expectationsOf } from '../../evidence/expectations.ts'
import type { FileFacts, ResourceFacts } from '../../evidence/facts.ts'
import { type Evidence, weigh } from '../../evidence/weigh.ts'
import { type Resource, requiredLevel, type Spec } from '../../spec/model.ts'
import { entryPoints } from './entry-points.ts'
import { findMentions, type MentionsOf } from './mentions.ts'
import type { Outcomes } from './outcomes.ts'
import { type FilesWithRoute, findRoutes } from './routes.ts'
import { expandPaths, type Selection, selectFiles } from './select.ts'

interface Subject {
  readonly resource: Resource
  readonly selection: Selection
  readonly tests: readonly string[]
  /** Names that code and tests could refer to; undefined where no rung asks. */
  readonly names: ReadonlySet<string> | undefined
}

export async function readEvidence(
  spec: Spec,
  resources: readonly Resource[],
  codebase: Codebase,
  outcomes: Outcomes,
  isThorough = false,
): Promise<readonly Evidence[]> {
  const filesWithRoute = findRoutes(resources.flatMap(unplacedEndpoints(codebase)), codebase)
  const subjects = resources.map(resource =>
    subjectOf(resource, codebase, filesWithRoute, isThorough || asksForUse(spec, resource)),
  )
  const mentions = findMentions(
    new Set(subjects.flatMap(each => [...(each.names ?? [])])),
    codebase,
  )
  const entries = subjects.some(each => each.names) ? entryPoints(codebase) : new Set<string>()
  return Promise.all(
    subjects.map(async subject => {
      const facts = await factsOf(subject, codebase, mentions, entries, outcomes)
      return weigh(subject.resource, requiredLevel(spec, subject.resource), facts)
    }),
  )
}

/** Endpoints whose files have to be found. */
const unplacedEndpoints = (codebase: Codebase) => (resource: Resource) =>
  resource.files.some(path => codebase.has(path) || isGlob(path))
    ? []
    : expectationsOf(resource)
        .filter(each => each.attribute === 'endpoints')
        .map(each => each.name)

const asksForUse = (spec: Spec, resource: Resource) =>
  levels.indexOf(requiredLevel(spec, resource)) >= levels.indexOf('reached')

function subjectOf(
  resource: Resource,
  codebase: Codebase,
  filesWithRoute: FilesWithRoute,
  looksForUse: boolean,
): Subject {
  const selection = selectFiles(resource, codebase, filesWithRoute)
  return {
    resource,
    selection,
    tests: expandPaths(resource.tests, codebase),
    names: looksForUse ? namesToFollow(resource, selection, codebase) : undefined,
  }
}

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
  const inFiles = files
    .flatMap(path => codebase.outline(path)?.declarations ?? [])
    .map(each => each.name)
  const isLoose = declared.some(each => /^(commands|strategies|endpoints)$/.test(each.attribute))
  return new Set(declared.length === 0 || isLoose ? [...names, ...inFiles] : names)
}

async function factsOf(
  { resource, selection, tests, names }: Subject,
  codebase: Codebase,
  mentions: MentionsOf,
  entries: ReadonlySet<string>,
  outcomes: Outcomes,
): Promise<ResourceFacts> {
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
    files: selection.files.map(path => fileFacts(path, codebase, needsDepth(resource))),
    origin: selection.origin,
    tests: seenTests.map(path => fileFacts(path, codebase, false)),
    // Where tests are declared, only those count.
    mentions:
      names &&
      used.filter(
        each => resource.tests.length === 0 || !each.isTest || isDeclaredTest(each.at.file),
      ),
    entryPoints: entries,
    checks: await outcomes.checks(resource, selection.files),
    coveredLines: outcomes.coveredLines,
    failedTests: outcomes.failedTests(seenTests),
  }
}

const ofBodies = /^(endpoints|commands|tables|operations|environment|headings|keys)$/

const needsDepth = (resource: Resource) =>
  expectationsOf(resource).some(each => ofBodies.test(each.attribute))

function fileFacts(path: string, codebase: Codebase, isDeep: boolean): FileFacts {
  const nothing = { path, outline: undefined, depth: undefined, problems: undefined }
  if (!codebase.has(path)) return { ...nothing, condition: 'absent' }
  if (codebase.sizeBytes(path) === 0) return { ...nothing, condition: 'empty' }
  const outline = codebase.outline(path)
  if (!outline && codebase.bytes(path) === undefined) return { ...nothing, condition: 'unreadable' }
  const depth = isDeep ? codebase.depth(path) : undefined
  return { path, condition: 'present', outline, depth, problems: codebase.problems(path) }
}
