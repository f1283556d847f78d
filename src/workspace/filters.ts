// Files that git rewrites when it stores them (LFS, git-crypt), as attributes say. Workspaces run no such filter. Asks only.

import { byteNames, type GitAnswer, type GitOptions, zeroEnded } from './git.ts'

type Ask = (words: readonly string[], options: GitOptions) => Promise<GitAnswer>

/**
 * By path, with one character per byte: the name of the filter; paths without one are left out. `ask` is git, in the folder that the paths
 * start from.
 */
export async function filtersOf(
  ask: Ask,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map()
  const input = zeroEnded(paths)
  const { stdout } = await ask(['check-attr', '-z', '--stdin', 'filter'], { input })
  const fields = byteNames(stdout)
  const found = paths.map((path, at) => [path, fields[3 * at + 2] ?? 'unspecified'] as const)
  return new Map(found.filter(([, filter]) => filter !== 'unspecified' && filter !== 'unset'))
}
