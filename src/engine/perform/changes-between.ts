// What differs between two trees, path by path, with renames seen as such.

import { compareText } from '../../base/order.ts'
import type { ChangedPath } from '../../checks/judges/model.ts'
import { runGit } from '../../workspace/git.ts'
import { readNameStatus } from '../../workspace/name-status.ts'
import type { Repository } from '../../workspace/open.ts'

export async function changesBetween(
  { git }: Pick<Repository, 'git'>,
  from: string,
  to: string,
): Promise<readonly ChangedPath[]> {
  const words = ['diff-tree', '-r', '-z', '-M', '--name-status', from, to]
  const { stdout } = await runGit(git, words)
  return [...readNameStatus(stdout)].sort((a, b) => compareText(a.path, b.path))
}
