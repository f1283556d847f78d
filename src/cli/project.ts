// The project that a command works on: its root, its settings, its spec and its state, found the same way by every command.

import { existsSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { cacheFolder } from '../base/cache-folder.ts'
import { type Diagnostic, DiagnosticError, refuse } from '../base/diagnostic.ts'
import { readConfig } from '../config/read.ts'
import { type Resolved, resolveSettings, type Settings } from '../config/settings.ts'
import type { Spec } from '../spec/model.ts'
import { type ReadSpec, readSpec } from '../spec/read.ts'
import { openLocalStore } from '../state/backends/local.ts'
import { type KnownTexts, openKnownTexts } from '../state/known.ts'
import type { LockRequest } from '../state/lock.ts'
import type { State } from '../state/read.ts'
import {
  type Change,
  loadState,
  type StateHandle,
  type Update,
  updateState,
} from '../state/update.ts'
import { findRoot, type ProjectFlags, SPEC_FILES, STATE_FILES } from './project-place.ts'
import { UsageError } from './usage.ts'
import { programVersion } from './version.ts'
import type { World } from './world.ts'

export interface Project {
  readonly root: string
  readonly settings: Settings
  /** Relative to the root. */
  readonly specFile: string
  readonly stateFile: string
}

/** The project, refused where its settings are wrong. */
export const openProject = (flags: ProjectFlags, world: World): Promise<Project> =>
  projectAt(findRoot(world.cwd), flags, world)

/** The project whose root is this folder, whatever lies in it. */
export async function projectAt(root: string, flags: ProjectFlags, world: World): Promise<Project> {
  const { project, problems } = await findProject(root, flags, world)
  if (problems.length > 0) throw refusalOf(problems)
  return project
}

/** What was typed wrong is a usage error; what was written wrong is an error of a file. */
function refusalOf(problems: readonly Diagnostic[]): DiagnosticError {
  const [first] = problems
  const isTyped = problems.length === 1 && first!.code === 'config/flag'
  return isTyped ? new UsageError(first!.message, first!.fix) : new DiagnosticError(problems)
}

export interface FoundProject {
  readonly project: Project
  readonly problems: readonly Diagnostic[]
}

export async function findProject(
  root: string,
  flags: ProjectFlags,
  world: World,
): Promise<FoundProject> {
  const { settings, problems } = await readSettings(root, flags, world)
  const project = {
    root,
    settings,
    specFile: chosen(root, world, flags.spec, settings.spec, SPEC_FILES),
    stateFile: chosen(root, world, flags.state, settings.state, STATE_FILES),
  }
  return { project, problems }
}

export async function readSettings(
  root: string,
  flags: ProjectFlags,
  { environment }: World,
): Promise<Resolved> {
  const config = await readConfig(root)
  const resolved = resolveSettings({
    flags,
    environment,
    file: config.file,
    placeOf: config.placeOf,
  })
  return { ...resolved, problems: [...config.problems, ...resolved.problems] }
}

/** A flag is relative to where it was typed, a setting to the root. */
function chosen(
  root: string,
  world: World,
  flag: string | undefined,
  setting: string | undefined,
  names: readonly string[],
) {
  if (flag !== undefined) return fromRoot(root, resolve(world.cwd, flag))
  if (setting !== undefined) return setting
  return names.find(each => existsSync(join(root, each))) ?? names[0]!
}

/** As short as it can be said from the root; absolute outside it. */
export function fromRoot(root: string, path: string): string {
  const short = relative(root, path).replaceAll('\\', '/')
  return short === '..' || short.startsWith('../') ? path : short
}

export async function openSpec(
  { root, specFile }: Project,
  { environment }: World,
  writesCache = true,
): Promise<ReadSpec> {
  const caches = writesCache ? cacheFolder(environment) : undefined
  const read = isAbsolute(specFile)
    ? await readSpec(dirname(specFile), basename(specFile), undefined)
    : await readSpec(
        root,
        specFile,
        caches ? { folder: join(caches, 'spec'), version: programVersion } : undefined,
      )
  refuseForeignBackend(read.spec)
  return read
}

function refuseForeignBackend({ backend, file }: Spec): void {
  if (backend && backend.type !== 'local')
    refuse('spec/backend', `backend ${backend.type} is not known to this version`, {
      at: { file },
      fix: 'this version keeps the state in a local file: remove backend: or write type: local',
    })
}

/** `--state` beats settings, settings beat the spec's local backend. */
export function openState(
  project: Project,
  spec: Spec | undefined,
  environment?: World['environment'],
): StateHandle {
  const configured = spec?.backend?.config.path
  const isChosen = project.settings.state !== undefined
  const file = typeof configured === 'string' && !isChosen ? configured : project.stateFile
  const path = resolve(project.root, file)
  return {
    store: openLocalStore(dirname(path)),
    name: basename(path),
    label: fromRoot(project.root, path),
    known: environment && knownStates(environment),
  }
}

function knownStates(environment: World['environment']): KnownTexts | undefined {
  const caches = cacheFolder(environment)
  return caches === undefined ? undefined : openKnownTexts(join(caches, 'states'), programVersion)
}

/** The state alone, for commands that do not ask what is declared. A spec is read only to learn where the state lies. */
export async function openProjectState(
  flags: ProjectFlags,
  world: World,
): Promise<{ project: Project; handle: StateHandle }> {
  const project = await openProject(flags, world)
  const isTold =
    project.settings.state !== undefined || !existsSync(resolve(project.root, project.specFile))
  return {
    project,
    handle: openState(
      project,
      isTold ? undefined : (await openSpec(project, world)).spec,
      world.environment,
    ),
  }
}

export interface Desk {
  readonly project: Project
  readonly spec: Spec
  readonly warnings: ReadSpec['warnings']
  readonly included: ReadSpec['included']
  readonly handle: StateHandle
  /** Undefined where no state has been written yet. */
  readonly state: State | undefined
  /** Why evidence that was just read finds what is missing to be so. */
  readonly whyMissing?: ReadonlyMap<string, string>
}

/** Spec and state together, as most commands want them. */
export async function openDesk(flags: ProjectFlags, world: World): Promise<Desk> {
  const desk = await openSpecDesk(flags, world)
  return { ...desk, state: await loadState(desk.handle) }
}

export type SpecDesk = Omit<Desk, 'state'>

/** The spec, and where the state lies. */
export async function openSpecDesk(flags: ProjectFlags, world: World): Promise<SpecDesk> {
  const project = await openProject(flags, world)
  const { spec, warnings, included } = await openSpec(project, world)
  return { project, spec, warnings, included, handle: openState(project, spec, world.environment) }
}

/** Changes the state under its lock. */
export function changeState(
  { settings }: Project,
  handle: StateHandle,
  purpose: string,
  world: World,
  change: Change,
): Promise<Update> {
  return updateState(handle, lockRequest(settings, purpose, world), world.newId, change)
}

export const lockRequest = (
  { lockTimeoutMs }: Settings,
  purpose: string,
  world: World,
): LockRequest => ({
  id: world.newId(),
  user: world.user,
  at: world.now(),
  purpose,
  timeoutMs: lockTimeoutMs,
})
