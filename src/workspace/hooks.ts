// The commit hooks of the repository: where git would find them, and a workspace made to look as it does just before the commit. Only
// hooks that belong to the repository count; those of the user's other settings lie outside it and are nobody's rule here.

import { accessSync, constants } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { isFileAt } from '../base/path-kind.ts'
import { gitLine, runGit } from './git.ts'
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

/** A hook that is part of the tree is the tree's own; what the checkout holds beside its tree (made by a tool, ignored) comes next. */
export function findHooks(
  { facts }: Repository,
  hooksPath: string | undefined,
  workspace: string,
): readonly Hook[] {
  const inTree = hooksFolderInTree(facts.root, hooksPath)
  const folders =
    inTree !== undefined
      ? [join(workspace, inTree), join(facts.root, inTree)]
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

/** On a workspace of the commit that it stands on: everything of `commit` lies there and is staged. */
export async function stage({ slot }: Workspace, commit: string): Promise<void> {
  await runGit(slot.git, ['read-tree', '--reset', '-u', `${commit}^{tree}`])
}

export const messageOf = ({ git }: Repository, commit: string): Promise<string> =>
  gitLine(git, ['log', '-1', '--format=%B', commit])
