// What differs between two trees, path by path, with renames seen as such.

import { compareText } from '../../base/order.ts'
import type { ChangedPath } from '../../checks/judges/model.ts'
import { byteNames, readable, runGit } from '../../workspace/git.ts'
import type { Repository } from '../../workspace/open.ts'

const kinds: Readonly<Record<string, ChangedPath['kind']>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  T: 'type-changed',
}

export async function changesBetween(
  { git }: Pick<Repository, 'git'>,
  from: string,
  to: string,
): Promise<readonly ChangedPath[]> {
  const words = ['diff-tree', '-r', '-z', '-M', '--name-status', from, to]
  const names = byteNames((await runGit(git, words)).stdout).map(readable)
  const changes: ChangedPath[] = []
  for (let next = 0; next < names.length; ) {
    const kind = kinds[names[next++]![0]!]
    if (!kind)
      throw new Error(`git diff-tree says ${names[next - 1]}, which no plain comparison does`)
    const first = names[next++]!
    changes.push(
      kind === 'renamed' ? { kind, oldPath: first, path: names[next++]! } : { kind, path: first },
    )
  }
  return changes.sort((a, b) => compareText(a.path, b.path))
}
