// What an attempt changed: from the base's tree to the tree that its folder holds now, whatever was done to branches, index,
// stash or history inside. The folder's own git directory is not even read, and neither filters nor hooks run.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from './differences.ts'
import { filtersOf } from './filters.ts'
import {
  byteName,
  byteNames,
  type GitOptions,
  gitLine,
  readable,
  runGit,
  zeroEnded,
} from './git.ts'
import { copyIndex } from './index-copy.ts'
import { nestedFiles } from './nested.ts'
import type { Repository } from './open.ts'
import { Place } from './place.ts'
import { assertHeld, type Workspace } from './pool.ts'
import { indexOf, type Slot, slotSettings, TAKEN_INDEX } from './slot.ts'
import { idIn, isSubmodule } from './tracked.ts'

export interface ChangeSet {
  readonly base: string
  readonly baseTree: string
  readonly tree: string
  readonly changes: readonly Change[]
  /** Changes inside submodules: the commits they stand at are the base's, so these are not in the tree. */
  readonly withheld: readonly string[]
  /** Repositories that were made inside: their files are in the tree, their history is not. */
  readonly nested: readonly string[]
  /** Changed files that the repository wants filtered (LFS); what lies in the tree is what lay in the folder. */
  readonly unfiltered: readonly string[]
}

export interface TakeOptions {
  /** Paths that enter even where the repository ignores them. */
  readonly claimed?: readonly string[]
}

let counter = 0

export async function takeChangeSet(
  repository: Repository,
  workspace: Workspace,
  options: TakeOptions = {},
): Promise<ChangeSet> {
  assertHeld(workspace)
  const { slot, base, baseTree } = workspace
  const index = join(slot.git.directory, `${TAKEN_INDEX}${process.pid}-${counter++}`)
  copyIndex(indexOf(slot), index)
  try {
    const git: GitOptions = { variables: { GIT_INDEX_FILE: index }, settings: slotSettings(slot) }
    const found = await findCandidates(repository, workspace, git, options.claimed ?? [])
    const tree = found.paths.length === 0 ? baseTree : await writeTree(slot, git, found.paths)
    const changes = await repository.differences.between(baseTree, tree)
    const unfiltered = await unfilteredIn(repository, workspace, tree)
    assertHeld(workspace)
    const { withheld, nested } = found
    return { base, baseTree, tree, changes, withheld, nested, unfiltered }
  } finally {
    rmSync(index, { force: true })
  }
}

interface Candidates {
  /** One character per byte; gone or different from the base, or new. */
  readonly paths: readonly string[]
  readonly withheld: readonly string[]
  readonly nested: readonly string[]
}

async function findCandidates(
  repository: Repository,
  { slot, baseTree }: Workspace,
  git: GitOptions,
  claimed: readonly string[],
): Promise<Candidates> {
  const words = ['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard']
  const listed = byteNames((await runGit(slot.git, words, git)).stdout)
  const { rows } = await repository.tracked.of(baseTree)
  const place = new Place(slot.tree)
  const isInSubmodule = (path: string) => isSubmodule(rows.get(path)) && place.isFolder(path)
  const withheld = [...new Set(listed.filter(isInSubmodule))]
  const nested = listed.filter(path => path.endsWith('/'))
  const inside = await nestedFiles(slot, git, nested)
  const plain = listed.filter(path => !path.endsWith('/') && !isInSubmodule(path))
  const forced = claimed.map(byteName).filter(path => place.holdsFile(path))
  const paths = [...new Set([...plain, ...inside, ...forced])]
  return { paths, withheld: withheld.map(readable), nested: nested.map(trimSlash).map(readable) }
}

const trimSlash = (path: string) => path.slice(0, -1)

async function writeTree(slot: Slot, git: GitOptions, paths: readonly string[]): Promise<string> {
  const place = new Place(slot.tree)
  const { present = [], gone = [] } = Object.groupBy(paths, path =>
    place.holdsFile(path) ? 'present' : 'gone',
  )
  const update = (words: readonly string[], names: readonly string[]) =>
    runGit(slot.git, ['update-index', '-z', ...words, '--stdin'], {
      ...git,
      input: zeroEnded(names),
    })
  if (gone.length > 0) await update(['--force-remove'], gone)
  if (present.length > 0) await update(['--add', '--replace'], present)
  return gitLine(slot.git, ['write-tree'], git)
}

/** What git stores already may be renamed or get another mode. */
async function unfilteredIn(
  { facts, git, tracked, differences }: Repository,
  { slot, baseTree }: Workspace,
  tree: string,
): Promise<readonly string[]> {
  if (facts.filters.length === 0) return []
  const present = await differences.names(baseTree, tree)
  const view = { ...git, workTree: slot.tree }
  const filters = await filtersOf((words, options) => runGit(view, words, options), present)
  if (filters.size === 0) return []
  const [before, after] = [await tracked.of(baseTree), await tracked.of(tree)]
  const stored = new Set([...before.rows.values()].map(idIn))
  const isStored = (path: string) => stored.has(idIn(after.rows.get(path)!))
  return [...filters.keys()].filter(path => !isStored(path)).map(readable)
}
