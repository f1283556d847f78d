// Everything that performing needs, opened once and closed together: the repository, its workspaces, kept texts, transcripts and checks.

import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Diagnostic, DiagnosticError, hasErrors } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import { canonicalJson } from '../base/json.ts'
import { type OneAtATime, oneAtATime } from '../base/one-at-a-time.ts'
import { CHECKS_FOLDER } from '../checks/cache.ts'
import { type Checks, openChecks } from '../checks/checks.ts'
import type { CheckResult } from '../contract/check-result.ts'
import type { Order } from '../contract/order.ts'
import { type Artifacts, openArtifacts } from '../journal/artifacts.ts'
import { layoutOf } from '../journal/layout.ts'
import { openTranscripts, type Transcripts } from '../journal/transcripts.ts'
import type { State, Unit } from '../kernel/model.ts'
import { findRow } from '../kernel/structure/rows.ts'
import { type CommitManners, type Person, readCommitManners } from '../workspace/commit.ts'
import { probeFileSystem } from '../workspace/file-system.ts'
import type { Environment } from '../workspace/git.ts'
import { closeRepository, openRepository, type Repository } from '../workspace/open.ts'
import { inspectRepository, type RepositoryFacts } from '../workspace/repository.ts'
import { Desks } from './desks.ts'
import { journalFolder } from './journal-place.ts'

export interface House {
  readonly root: string
  /** Where the project lies below the top of its repository: `packages/api`, or nothing for the top itself. */
  readonly folder: string
  /** The program and its version. */
  readonly program: string
  readonly repository: Repository
  readonly desks: Desks
  readonly artifacts: Artifacts
  readonly transcripts: Transcripts
  readonly checks: Checks
  readonly manners: CommitManners
  readonly environment: Environment
  readonly now: () => string
  /** Deliveries touch what a person works on: none sees the half of another. */
  readonly delivering: OneAtATime
  /** What failed on a base twice, by the key of the first result. */
  readonly redTwice: Map<string, readonly CheckResult[]>
  /** Keys of what failed while this driver looked. */
  readonly redHere: Set<string>
  /** The project as it is now. */
  readonly state: () => State
  /** A word for whoever looks, and only the first with its key. */
  readonly tellOnce: (key: string, text: string) => void
}

export interface HouseOptions {
  readonly root: string
  readonly cache: string
  readonly environment: Environment
  readonly now: () => string
  readonly state: () => State
  /** How many checks may run at once. */
  readonly judges: number
  /** The program and its version. */
  readonly program: string
  readonly gitProgram?: string | undefined
  readonly tell: (text: string) => void
}

export interface Inspected {
  readonly facts: RepositoryFacts
  /** What will be different here, and forbids nothing. */
  readonly warnings: readonly Diagnostic[]
}

/** Refuses a repository that cannot be worked in, before anything starts. */
export async function inspect(
  root: string,
  { cache, environment, gitProgram }: Pick<HouseOptions, 'cache' | 'environment' | 'gitProgram'>,
): Promise<Inspected> {
  const { facts, problems } = await inspectRepository(root, {
    environment,
    fileSystem: probeFileSystem(cache),
    ...(gitProgram !== undefined && { program: gitProgram }),
  })
  if (!facts || hasErrors(problems)) throw new DiagnosticError(problems)
  return { facts, warnings: problems }
}

export async function openHouse(options: HouseOptions, facts: RepositoryFacts): Promise<House> {
  const { root, cache, environment, now, state, judges, gitProgram } = options
  const folder = journalFolder(root)
  const told = new Set<string>()
  const git = gitProgram === undefined ? {} : { program: gitProgram }
  const repository = openRepository(facts, { cache, environment, ...git })
  const manners = await readCommitManners(facts.root, environment, gitProgram)
  return {
    root,
    folder: relative(facts.root, realpathSync(root)).replaceAll('\\', '/'),
    program: options.program,
    repository,
    desks: new Desks(repository, personOf(manners)),
    artifacts: openArtifacts(layoutOf(folder).artifacts),
    transcripts: openTranscripts(folder),
    checks: openChecks({
      folder: join(root, CHECKS_FOLDER),
      concurrency: judges,
      environment,
      now,
    }),
    manners,
    environment,
    now,
    state,
    delivering: oneAtATime(),
    redTwice: new Map(),
    redHere: new Set(),
    tellOnce: (key, text) => {
      if (!told.has(key)) options.tell(text)
      told.add(key)
    },
  }
}

export async function closeHouse({ repository, transcripts }: House): Promise<void> {
  closeRepository(repository)
  await transcripts.close()
}

/** In whose name things are committed; a machine where git was never told a name commits in ours. */
export const personOf = ({ person }: CommitManners): Person =>
  person ?? { name: 'Fixpoint', email: 'fixpoint@localhost' }

/** In whose name landings are committed and signed off. */
export const committerOf = (manners: CommitManners): Person =>
  manners.committer ?? personOf(manners)

export function unitOf({ state }: House, id: string): Unit {
  const unit = findRow(state().units, id)
  if (!unit) throw new Error(`invariant: ${id} is asked for, so it is in the state`)
  return unit
}

/** What the unit was told, and what it is judged by; checked against its hash. */
interface WithOrder {
  readonly spec: Pick<Unit['spec'], 'name' | 'brief'>
}

export function orderOf({ artifacts }: Pick<House, 'artifacts'>, { spec }: WithOrder): Order {
  if (spec.brief === undefined) throw new Error(`invariant: ${spec.name} was compiled to an order`)
  return JSON.parse(artifacts.read(spec.brief).toString('utf8')) as Order
}

/** The same for every run that the order is part of: the files of the units beside it are reserved too. */
export const workDigest = (order: Order): string =>
  sha256(canonicalJson({ ...order, reserved: [] }))

/** Orders of one run were compiled from one oracle: checks of one name are the same. */
export const oneOfEach = (checks: Order['checks']): Order['checks'] =>
  checks.filter((each, at) => checks.findIndex(({ name }) => name === each.name) === at)

export const attemptId = (unit: string, attempt: number) => `${unit}#${attempt}`

export const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000)
