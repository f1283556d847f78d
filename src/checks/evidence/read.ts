// Evidence of resources, read from a tree: files are selected, facts gathered, and weighed. The judge of resources, for `refresh`,
// `ci` and every landing alike.

import { mapInTurns } from '../../base/turns.ts'
import type { Codebase } from '../../code/codebase.ts'
import type { Trace } from '../../code/trace.ts'
import type { Level } from '../../contract/level.ts'
import { type Evidence, weigh } from '../../evidence/weigh.ts'
import { type Resource, requiredLevel, type Spec } from '../../spec/model.ts'
import { type CalledIn, calledByConvention } from './conventions/conventions.ts'
import type { ReadFiles } from './holders.ts'
import { offeredNames } from './offered/offered.ts'
import type { Outcomes } from './outcomes/outcomes.ts'
import { commandAnswers } from './registered/commands.ts'
import { readEnvironment } from './registered/environment.ts'
import { findIdle } from './registered/idle.ts'
import { findRegistrations } from './registered/registrations.ts'
import { standingCommands } from './registered/standing-commands.ts'
import { standingTables } from './registered/tables.ts'
import { endpointsOf, factsOf, testsOf } from './resource-facts.ts'
import { routedMethods } from './routes/routed.ts'
import { findRoutes } from './routes/routes.ts'
import { expandPaths, type FilesRegistering, findStems, selectFiles } from './select.ts'
import { type Subject, subjectOf } from './subject.ts'
import { findHeirs } from './types/heirs.ts'
import { findWrittenOut } from './types/written-out.ts'
import { withoutCircles } from './use/circles.ts'
import { entryPoints } from './use/entry-points.ts'
import { findMentions } from './use/mentions.ts'
import { withPassedOn } from './use/passed-on.ts'

/** Evidence of before that still holds, and a place for what is found anew. */
export interface EvidenceMemory {
  /** Unfolds it when it is asked for. */
  readonly recall: (resource: Resource, required: Level) => (() => Evidence) | undefined
  readonly note: (resource: Resource, evidence: Evidence, trace: Trace) => void
}

export const noMemory: EvidenceMemory = { recall: () => undefined, note: () => {} }

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
  const environment = readEnvironment(codebase)
  const registering = findRegistrations(codebase, { routes, tables, commands, environment })
  const subjects = await subjectsOf(spec, resources, { codebase, registering, isThorough })
  const names = new Set(subjects.flatMap(each => [...(each.names ?? []), ...each.owners]))
  const entries = subjects.some(each => each.names) ? entryPoints(codebase) : new Set<string>()
  const asking = subjects.filter(each => each.names)
  const offeredIn = asking.length > 0 ? offeredNames(codebase) : undefined
  const byConvention = calledByConvention(codebase)
  const routed = await routedMethods(
    asking.flatMap(each => each.selection.files),
    codebase,
  )
  const calledIn: CalledIn = paths => new Map([...byConvention(paths), ...routed])
  const found = await findMentions(names, codebase)
  const mentions = offeredIn
    ? await withoutCircles(names, found, codebase, { entries, offeredIn, calledIn })
    : found
  const answers = commandAnswers(codebase)
  const heirs = findHeirs(codebase)
  const among = subjects
    .filter(each => each.resource.checks.length > 0)
    .map(each => ({
      resource: each.resource,
      files: each.selection.files,
      tests: testsOf(each, mentions).tests,
    }))
  const elsewhere = {
    heirs,
    routes,
    tables,
    commands,
    environment,
    answers,
    mentions,
    entries,
    outcomes,
  }
  const written = findWrittenOut(codebase)
  const idleIn = findIdle(codebase)
  const using = { offeredIn, calledIn, idleIn }
  const sources = { ...elsewhere, ...using, among, passedOn: withPassedOn, written }
  return mapInTurns(subjects, async subject => {
    const { resource, required, trace } = subject
    const evidence = weigh(resource, required, await factsOf(subject, sources))
    memory.note(resource, evidence, trace)
    return evidence
  })
}

interface Selection {
  readonly codebase: Codebase
  readonly registering: FilesRegistering
  readonly isThorough: boolean
}

/** What files were read as on the way is forgotten with it. */
async function subjectsOf(
  spec: Spec,
  resources: readonly Resource[],
  { codebase, registering, isThorough }: Selection,
): Promise<readonly Subject[]> {
  const stems = findStems()
  const read: ReadFiles = new Map()
  const select = (resource: Resource, seen: Codebase) =>
    selectFiles(resource, seen, { stems, registering, read })
  const selecting = { select, expand: expandPaths, isThorough }
  return mapInTurns(resources, resource =>
    subjectOf(resource, requiredLevel(spec, resource), codebase, selecting),
  )
}
