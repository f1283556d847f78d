// Makes a fresh workspace able to run: the setup command once for each state of what it depends on, its results shared with
// every later workspace. Starts no program itself; the caller's function does, under whatever containment it wants.

import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, error, warning } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import { canonicalJson } from '../base/json.ts'
import { byteNames, bytesOf, readable, runGit } from './git.ts'
import type { Repository } from './open.ts'
import { type Sharing, share, sharingIn } from './outputs.ts'
import type { Workspace } from './pool.ts'
import {
  forgetRecord,
  isIntact,
  readRecord,
  type SetupRecord,
  writeRecord,
} from './setup-record.ts'
import { slotSettings } from './slot.ts'
import { removeStubborn, strangers } from './sweep.ts'
import { idIn, type Tracked } from './tracked.ts'

export interface SetupContract {
  readonly command: string
  /** Files whose content decides the result; where none are named, every lockfile and manifest that is known by its name. */
  readonly inputs?: readonly string[]
  /** False where results hold the path they were made at. */
  readonly isShared: boolean
}

export interface SetupRun {
  readonly exitCode: number
  /** The end of what it printed. */
  readonly output: string
}

export type RunSetup = (command: string, workspace: Workspace) => Promise<SetupRun>

export interface SetupResult {
  /** `kept`: it lay there already; `shared`: another workspace's result; `ran`: the command ran; `failed`: it did, in vain. */
  readonly how: 'kept' | 'shared' | 'ran' | 'failed'
  readonly problems: readonly Diagnostic[]
}

export async function setUpWorkspace(
  repository: Repository,
  workspace: Workspace,
  contract: SetupContract,
  run: RunSetup,
): Promise<SetupResult> {
  const { slot, path } = workspace
  const tracked = await repository.tracked.of(workspace.baseTree)
  const key = setupKey(tracked, contract, workspace.baseTree)
  const known = readRecord(slot.folder)
  if (known?.key === key) return { how: 'kept', problems: [] }
  forgetRecord(slot.folder)
  for (const output of known?.outputs ?? []) await removeStubborn(below(path, output))
  if (contract.isShared && (await takeShared(repository, workspace, key)))
    return { how: 'shared', problems: [] }
  const before = new Set(await strangers(path, { tracked, keeps: new Set() }))
  const { exitCode, output } = await run(contract.command, workspace)
  if (exitCode !== 0) return { how: 'failed', problems: [setupFailed(contract, exitCode, output)] }
  const problems = await restoreTracked(workspace)
  await keepResult(repository, workspace, { key, tracked, before, isShared: contract.isShared })
  return { how: 'ran', problems }
}

const below = (root: string, path: string) =>
  Buffer.concat([Buffer.from(`${root}/`), bytesOf(path)])

const setupFailed = ({ command }: SetupContract, exitCode: number, output: string) =>
  error('workspace/setup', `the setup command ended with ${exitCode}: ${command}\n${output}`, {
    fix: 'run it in a fresh clone, and correct workspace.setup in .fixpoint/config.yaml',
  })

const knownInputs = new RegExp(
  `(^|/)(${[
    'package(-lock)?\\.json|npm-shrinkwrap\\.json|yarn\\.lock|\\.npmrc|\\.yarnrc\\.yml|bun\\.lockb?',
    'pnpm-(lock|workspace)\\.yaml|deno\\.lock',
    'pyproject\\.toml|uv\\.lock|poetry\\.lock|pdm\\.lock|Pipfile(\\.lock)?|requirements[^/]*\\.txt',
    'Cargo\\.(toml|lock)|go\\.(mod|sum|work)|Gemfile(\\.lock)?|composer\\.(json|lock)|mix\\.(exs|lock)',
    'pom\\.xml|build\\.gradle(\\.kts)?|gradle\\.lockfile|Package\\.(swift|resolved)|flake\\.lock',
    '\\.tool-versions|\\.nvmrc|\\.node-version|\\.python-version|rust-toolchain(\\.toml)?',
  ].join('|')})$`,
)

/** Where nothing is known to decide the result, the whole tree does. */
function setupKey({ rows }: Tracked, { command, inputs }: SetupContract, tree: string): string {
  const names = [...rows.keys()].map(readable)
  const chosen = inputs ? names.filter(name => inputs.includes(name)) : names.filter(isKnownInput)
  const byName = new Map([...rows].map(([name, row]) => [readable(name), idIn(row)]))
  const contents = chosen.map(name => [name, byName.get(name) ?? ''])
  const decides = contents.length > 0 ? contents : tree
  return sha256(canonicalJson({ command, decides, platform: process.platform, arch: process.arch }))
}

const isKnownInput = (name: string) => knownInputs.test(name)

const storeOf = (repository: Repository, key: string) => join(setupFolder(repository), key)
export const setupFolder = (repository: Repository) => join(repository.folder, 'setup')

/** Garbage collection may take a stored result away while it is being taken: then there was none. */
async function takeShared(
  repository: Repository,
  workspace: Workspace,
  key: string,
): Promise<boolean> {
  const store = storeOf(repository, key)
  const record = readRecord(store)
  if (!record) return false
  try {
    return await takeFrom(store, record, workspace)
  } catch (cause) {
    if (existsSync(store)) throw cause
    for (const output of record.outputs) await removeStubborn(below(workspace.path, output))
    return false
  }
}

/** A stored result that somebody wrote into is thrown away. */
async function takeFrom(
  store: string,
  record: SetupRecord,
  { slot, path }: Workspace,
): Promise<boolean> {
  if (!(await isIntact(record, join(store, 'files')))) {
    await removeStubborn(store)
    return false
  }
  await share(join(store, 'files'), path, record.outputs, record.sharing)
  await writeRecord(slot.folder, path, record)
  return true
}

interface Result {
  readonly key: string
  readonly tracked: Tracked
  /** Carried files, say: they are no result, and not for others. */
  readonly before: ReadonlySet<string>
  readonly isShared: boolean
}

async function keepResult(
  repository: Repository,
  { slot, path }: Workspace,
  { key, tracked, before, isShared }: Result,
): Promise<void> {
  const outputs = await strangers(path, { tracked, keeps: before })
  const sharing = isShared ? await sharingIn(setupFolder(repository)) : 'copy'
  if (isShared) await storeResult(repository, path, { key, outputs, sharing })
  await writeRecord(slot.folder, path, { key, outputs, sharing })
}

interface Stored {
  readonly key: string
  readonly outputs: string[]
  readonly sharing: Sharing
}

/** Complete when it gets its name; of two processes that made the same, the first gives it. */
async function storeResult(repository: Repository, tree: string, stored: Stored): Promise<void> {
  const folder = setupFolder(repository)
  mkdirSync(folder, { recursive: true })
  const fresh = mkdtempSync(join(folder, `.new-${process.pid}-`))
  mkdirSync(join(fresh, 'files'))
  await share(tree, join(fresh, 'files'), stored.outputs, stored.sharing)
  await writeRecord(fresh, join(fresh, 'files'), stored)
  if (!nameOnce(fresh, storeOf(repository, stored.key))) await removeStubborn(fresh)
}

function nameOnce(from: string, to: string): boolean {
  if (existsSync(to)) return false
  try {
    renameSync(from, to)
    return true
  } catch (cause) {
    if (['ENOTEMPTY', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')) return false
    throw cause
  }
}

/** What an install does to tracked files would look like the work of the agent. */
async function restoreTracked({ slot, baseTree }: Workspace): Promise<readonly Diagnostic[]> {
  const settings = slotSettings(slot)
  const words = ['diff-index', '--name-only', '--no-renames', '--ignore-submodules=all', '-z']
  await runGit(slot.git, ['update-index', '-q', '--refresh'], { settings, accepts: [0, 1] })
  const { stdout } = await runGit(slot.git, [...words, baseTree], { settings })
  const changed = byteNames(stdout).map(readable)
  if (changed.length === 0) return []
  await runGit(slot.git, ['read-tree', '--reset', '-u', baseTree], { settings })
  return [
    warning(
      'workspace/setup-changed',
      `the setup command changed files of the repository, which were put back: ${changed.join(', ')}`,
      { fix: 'use a command that installs exactly what is locked, such as npm ci' },
    ),
  ]
}
