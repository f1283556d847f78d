// The commit hooks of the repository: where git would find them, and a workspace made to look as it does just before the commit. Only
// hooks that belong to the repository count; those of the user's other settings lie outside it and are nobody's rule here.

import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { isFileAt } from '../base/path-kind.ts'
import { byteNames, gitLine, readable, runGit } from './git.ts'
import type { Repository } from './open.ts'
import type { Workspace } from './pool.ts'

/** In the order in which git runs them. */
export const commitHooks = ['pre-commit', 'commit-msg'] as const

export interface Hook {
  readonly name: (typeof commitHooks)[number]
  readonly path: string
}

/** Below the top of the repository, where `core.hooksPath` names a folder in it; undefined where it is not set or leads outside. */
export function hooksFolderInTree(root: string, hooksPath: string | undefined): string | undefined {
  if (!hooksPath || hooksPath.startsWith('~')) return undefined
  const path = isAbsolute(hooksPath) ? relative(root, hooksPath) : relative('.', hooksPath)
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path
}

/** A hook that is part of the tree comes from `laid`, as the run's base holds it; what the checkout holds beside its tree (made by a tool, ignored) comes next. */
export function findHooks(
  { facts }: Repository,
  hooksPath: string | undefined,
  laid: string,
): readonly Hook[] {
  const inTree = hooksFolderInTree(facts.root, hooksPath)
  const folders =
    inTree !== undefined
      ? [laid, join(facts.root, inTree)]
      : hooksPath
        ? []
        : [join(facts.commonDirectory, 'hooks')]
  return commitHooks.flatMap((name): Hook[] => {
    const path = folders.map(each => join(each, name)).find(isFileAt)
    return path !== undefined && isExecutable(path) ? [{ name, path }] : []
  })
}

/** Without a workspace: whether one is worth making. A tree can only be asked when it is there. */
export function mayHaveHooks(repository: Repository, hooksPath: string | undefined): boolean {
  const { root } = repository.facts
  const isInTree = hooksFolderInTree(root, hooksPath) !== undefined
  return isInTree || findHooks(repository, hooksPath, root).length > 0
}

/** Git passes over a hook that is not executable, too. */
function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // the mode says no, which is the answer
  }
}

/** Writes the hooks that a commit holds into a folder of their own, made anew: whoever changes them later changes no judge. */
export async function layHooks(
  { facts, git }: Repository,
  hooksPath: string | undefined,
  commit: string,
  folder: string,
): Promise<string> {
  const laid = join(folder, 'tree')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(laid, { recursive: true })
  const inTree = hooksFolderInTree(facts.root, hooksPath)
  if (inTree === undefined) return laid
  const look = ['rev-parse', '--verify', '--quiet', `${commit}:${inTree}`]
  const { code, stdout } = await runGit(git, look, { accepts: [0, 1, 128] })
  if (code !== 0) return laid
  const own = { ...git, workTree: laid }
  const variables = { GIT_INDEX_FILE: join(folder, 'index') }
  await runGit(own, ['read-tree', stdout.toString('utf8').trim()], { variables })
  await runGit(own, ['checkout-index', '--all', '--force'], { variables })
  return laid
}

export interface Differences {
  readonly patch: string
  readonly paths: readonly string[]
  readonly staged: readonly string[]
}

/** How files and index of a workspace differ from a commit, asked through a git directory that nothing in it can reach. */
export async function differencesFrom(
  { slot, path }: Workspace,
  commit: string,
): Promise<Differences> {
  await runGit(slot.git, ['update-index', '-q', '--refresh'], { accepts: [0, 1] })
  const words = ['diff-index', '--no-renames', '--ignore-submodules=all']
  const variables = { GIT_INDEX_FILE: join(path, '.git', 'index') }
  const [patch, names, staged] = await Promise.all([
    runGit(slot.git, [...words, '-p', '--no-ext-diff', '--no-textconv', commit]),
    runGit(slot.git, [...words, '--name-only', '-z', commit]),
    runGit(slot.git, [...words, '--cached', '--name-only', '-z', commit], { variables }),
  ])
  return {
    patch: patch.stdout.toString('utf8'),
    paths: byteNames(names.stdout).map(readable),
    staged: byteNames(staged.stdout).map(readable),
  }
}

/** On a fresh workspace of a commit: it looks as if the commit were about to be made on `onto`, all of it staged. */
export async function unmake({ slot, path }: Workspace, onto: string): Promise<void> {
  await runGit({ ...slot.git, directory: join(path, '.git') }, ['update-ref', 'HEAD', onto])
}

export const messageOf = ({ git }: Repository, commit: string): Promise<string> =>
  gitLine(git, ['log', '-1', '--format=%B', commit])
