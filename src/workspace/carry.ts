// Files that a repository does not hold and a workspace needs (`.env`, local certificates): copied from the user's checkout,
// which is only read. What is carried is named in the workspace's own excludes, so it never enters a change set.

import {
  appendFileSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Diagnostic, error } from '../base/diagnostic.ts'
import { byteNames, bytesOf, type Environment, readable, runGitAsUser, zeroEnded } from './git.ts'
import type { Repository } from './open.ts'
import { Place } from './place.ts'
import type { Workspace } from './pool.ts'

export interface CarryContract {
  /** Paths and globs relative to the root, from `workspace.carry`. */
  readonly patterns: readonly string[]
  readonly environment: Environment
}

export interface Carried {
  readonly paths: readonly string[]
  readonly problems: readonly Diagnostic[]
}

const INCLUDE_FILE = '.worktreeinclude'
const MAX_CARRIED_BYTES = 256 * 1024 * 1024

/** Files that git does not track and that a pattern names, or that `.worktreeinclude` of the base names and git ignores. */
export async function carryFiles(
  repository: Repository,
  workspace: Workspace,
  { patterns, environment }: CarryContract,
): Promise<Carried> {
  const { root } = repository.facts
  const ask: Ask = (words, options) =>
    runGitAsUser(repository.git.program, root, environment, words, options).then(({ stdout }) =>
      byteNames(stdout),
    )
  const named = await listNamed(ask, patterns)
  const included = await listIncluded(repository, workspace, ask)
  const names = carriedOf([...named, ...included], new Place(root), new Place(workspace.path))
  const sizeBytes = names.reduce((sum, name) => sum + lstatSync(below(root, name)).size, 0)
  if (sizeBytes > MAX_CARRIED_BYTES) return { paths: [], problems: [tooMuch(sizeBytes)] }
  for (const name of names) copyOne(below(root, name), below(workspace.path, name))
  exclude(workspace, names)
  return { paths: names.map(readable), problems: [] }
}

/** What the base holds itself stays as it is there. */
function carriedOf(names: readonly string[], from: Place, to: Place): readonly string[] {
  return [...new Set(names)].sort().filter(name => from.holdsFile(name) && to.hasRoom(name))
}

type Ask = (
  words: readonly string[],
  options?: Parameters<typeof runGitAsUser>[4],
) => Promise<string[]>

async function listNamed(ask: Ask, patterns: readonly string[]): Promise<string[]> {
  if (patterns.length === 0) return []
  const globs = patterns.map(pattern => `:(top,glob)${pattern}`)
  const folders = patterns.map(pattern => `:(top,glob)${pattern.replace(/\/$/, '')}/**`)
  return ask(['ls-files', '-z', '--others', '--', ...globs, ...folders])
}

const NONE_IGNORED = 1

async function listIncluded(
  { objects }: Repository,
  { base, slot }: Workspace,
  ask: Ask,
): Promise<string[]> {
  const rules = await objects.content(`${base}:${INCLUDE_FILE}`)
  if (!rules) return []
  const file = join(slot.folder, 'include')
  writeFileSync(file, rules)
  try {
    const found = await ask(['ls-files', '-z', '--others', '--ignored', `--exclude-from=${file}`])
    if (found.length === 0) return []
    const accepts = [0, NONE_IGNORED]
    return await ask(['check-ignore', '-z', '--stdin'], { input: zeroEnded(found), accepts })
  } finally {
    rmSync(file)
  }
}

const below = (root: string, name: string) =>
  Buffer.concat([Buffer.from(`${root}/`), bytesOf(name)])

const tooMuch = (sizeBytes: number) =>
  error(
    'workspace/carry',
    `the files to carry into each workspace are ${Math.ceil(sizeBytes / 2 ** 20)} MB, more than ${MAX_CARRIED_BYTES / 2 ** 20} MB`,
    {
      fix: `name fewer files in workspace.carry or ${INCLUDE_FILE}; install folders in the setup command`,
    },
  )

function copyOne(from: Buffer, to: Buffer): void {
  mkdirSync(bytesOf(dirname(to.toString('latin1'))), { recursive: true })
  if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to)
  else copyFileSync(from, to)
}

function exclude({ path, slot }: Workspace, names: readonly string[]): void {
  const rules = names.map(name => `/${name.replace(/[\\*?[\]!# ]/g, '\\$&')}\n`).join('')
  for (const folder of [slot.git.directory, join(path, '.git')])
    appendFileSync(join(folder, 'info', 'exclude'), bytesOf(rules))
}
