// Reads what the code contains and holds it beside the state: what `refresh`, `ci`, `why` and `plan --refresh` all start from.

import { join } from 'node:path'
import { type Diagnostic, warning } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import { readUnknown } from '../checks/evidence/read.ts'
import { readingsOf, rowsOf } from '../checks/evidence/rows.ts'
import type { Codebase } from '../code/codebase.ts'
import type { readGitTree } from '../code/git-tree.ts'
import type { Evidence } from '../evidence/weigh.ts'
import type { ReportRow } from '../plan/views/report-row.ts'
import type { Resource } from '../spec/model.ts'
import { settleState } from '../state/change.ts'
import { emptyState, type State } from '../state/read.ts'
import { type Reading, type Recorded, record } from '../state/record.ts'
import type { Update } from '../state/update.ts'
import type { CheckOptions } from './check-options.ts'
import { readOutcomes } from './check-outcomes.ts'
import { openUnreadCodebase } from './codebase.ts'
import { changeState, type Desk, openDesk, type SpecDesk } from './project.ts'
import { codeRootOf, type ProjectFlags } from './project-place.ts'
import { recallEvidence } from './recall/evidence.ts'
import type { EvidenceOnDisk } from './recall/evidence-place.ts'
import type { World } from './world.ts'

export interface RefreshOptions {
  /** Where the code lies, if not at the root of the project. */
  readonly root: string | undefined
  /** Where to look for what no `files:` names; empty for everywhere. */
  readonly sourceFolders: readonly string[]
  readonly isForced: boolean
  /** Not, where only evidence counts, whatever was marked or locked. */
  readonly countsAttested?: boolean
  /** What git says of the code, where it has been asked already. */
  readonly tree?: ReturnType<typeof readGitTree> | undefined
  /** When that was, by the clock of file systems. */
  readonly beganMs?: number | undefined
  /** What is known of the last time, where it has been opened already. */
  readonly before?: EvidenceOnDisk | undefined
  /** How many threads may read; 0 leaves it to the machine. */
  readonly parallelism?: number | undefined
  /** Look into every rung, also those that are not required. */
  readonly isThorough?: boolean
}

export const plainRefresh: RefreshOptions = {
  root: undefined,
  sourceFolders: [],
  isForced: false,
}

/** What the code contains; the state had no say. */
export interface FoundInCode {
  readonly desk: SpecDesk
  readonly codeRoot: string
  readonly codebase: Codebase
  readonly wanted: readonly Resource[]
  readonly evidence: () => readonly Evidence[]
  /** What is wrong with the user's reports. */
  readonly reportProblems: readonly Diagnostic[]
  /** Digest of the evidence that was remembered, where all that was found is the same again. */
  readonly again: string | undefined
  /** Digest of the evidence that is remembered for the next time. */
  readonly kept: string | undefined
}

export interface Refreshed {
  readonly desk: Desk
  readonly codebase: Codebase
  readonly kept: string | undefined
  readonly readings: readonly Reading[]
  /** As the state would be; nothing is written here. */
  readonly recorded: Recorded
  readonly rows: readonly ReportRow[]
}

/** Only `resources`, where they are given; all of the spec else. */
export async function refreshProject(
  flags: ProjectFlags,
  options: RefreshOptions,
  checks: CheckOptions,
  world: World,
  isWanted: (resource: Resource) => boolean = () => true,
): Promise<Refreshed> {
  const desk = await openDesk(flags, world)
  return standing(await findInCode(desk, options, checks, world, isWanted), desk, options, world)
}

export async function findInCode(
  desk: SpecDesk,
  options: RefreshOptions,
  checks: CheckOptions,
  world: World,
  isWanted: (resource: Resource) => boolean = () => true,
): Promise<FoundInCode> {
  const codeRoot = codeRootOf(desk.project.root, options.root, world)
  const { isThorough = false, beganMs = Date.now() } = options
  const wanted = desk.spec.resources.filter(isWanted)
  const named = desk.spec.resources.flatMap(each => each.files)
  const codebase = await openUnreadCodebase(codeRoot, { ...options, named }, world)
  const request = {
    root: desk.project.root,
    codeRoot,
    stateFile: join(desk.handle.store.place, desk.handle.name),
    sourceFolders: options.sourceFolders,
    isThorough,
    before: options.before,
    beganMs,
  }
  const { memory, keep } = await recallEvidence(request, codebase, world)
  if (memory.isEmpty) await codebase.readAll()
  const { root } = desk.project
  const asked = { root, codeRoot, spec: desk.spec, wanted, codebase, options: checks }
  const { outcomes, judged } = await readOutcomes(asked, world)
  const reading = { codebase, outcomes, isThorough, memory }
  const evidence = await readUnknown(desk.spec, judged, reading)
  const again = memory.foundAgain()
  codebase.keep()
  const kept = wanted.length === desk.spec.resources.length ? keep() : undefined
  const reportProblems = outcomes.problems ?? []
  return { desk, codeRoot, codebase, wanted, evidence, reportProblems, again, kept }
}

/** What was found beside what the state says. */
export function standing(
  found: FoundInCode,
  desk: Desk,
  options: RefreshOptions,
  world: World,
): Refreshed {
  const { codebase, codeRoot, wanted, evidence, kept } = found
  const state = settleState(desk.state ?? emptyState(''), desk.spec)
  const readings = readingsOf(wanted, evidence(), state, codeRoot, codebase.apart)
  const recorded = recordAll(state, readings, options, world)
  const warnings = [...desk.warnings, ...found.reportProblems, ...readings.flatMap(unreadOf)]
  const rows = rowsOf(readings, recorded)
  return {
    desk: { ...desk, warnings, whyMissing: whyMissing(readings) },
    codebase,
    kept,
    readings,
    recorded,
    rows,
  }
}

const whyMissing = (readings: readonly Reading[]) =>
  new Map(
    readings.flatMap(({ evidence: { address, status, reason } }) =>
      status === 'missing' && reason !== undefined ? [[address, reason] as const] : [],
    ),
  )

const unreadOf = ({ resource, unread }: Reading): Diagnostic[] =>
  unread === undefined
    ? []
    : [
        warning('code/unread', `${resource.address}: ${unread.why}`, {
          at: resource.at,
          fix: unread.isElsewhere
            ? 'declare it in a spec of that repository'
            : 'check it out; until then what is recorded of the resource stands',
        }),
      ]

export const recordAll = (
  state: State,
  readings: readonly Reading[],
  { isForced, countsAttested }: Pick<RefreshOptions, 'isForced' | 'countsAttested'>,
  world: World,
): Recorded =>
  record(state, readings, { now: world.now(), isForced, countsAttested, digest: sha256 })

export interface SavedRefresh {
  readonly refreshed: Refreshed
  readonly state: State
  readonly isWritten: boolean
  readonly written?: Update['written']
}

/** Reads, and records what was read in the stored state, under its lock and from what is stored by then. */
export async function refreshAndSave(
  flags: ProjectFlags,
  options: RefreshOptions,
  checks: CheckOptions,
  world: World,
): Promise<SavedRefresh> {
  return save(await refreshProject(flags, options, checks, world), options, world)
}

export async function save(
  refreshed: Refreshed,
  options: RefreshOptions,
  world: World,
): Promise<SavedRefresh> {
  const { desk, readings } = refreshed
  const change = (state: State) =>
    recordAll(settleState(state, desk.spec), readings, options, world).state
  const update = await changeState(desk.project, desk.handle, 'refresh', world, change)
  const { after, isWritten, written } = update
  return { refreshed, state: after, isWritten, ...(written && { written }) }
}
