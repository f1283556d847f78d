// A base for a repository that has no commit yet: one commit on a ref of Fixpoint's own. The user's branch stays unborn and their index as it is.

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Person, writeCommit } from './commit.ts'
import { gitLine } from './git.ts'
import { copyIndex } from './index-copy.ts'
import type { Repository } from './open.ts'
import { moveRefs, readRef } from './refs.ts'

export const BOOTSTRAP_REF = 'refs/fixpoint/bootstrap'

export interface BootstrapOptions {
  readonly person: Person
  /** Seconds since 1970: the same call makes the same commit. */
  readonly atSeconds: number
}

/** What is staged now becomes the tree; nothing staged is the empty tree. */
export async function bootstrap(
  repository: Repository,
  { person, atSeconds }: BootstrapOptions,
): Promise<string> {
  const known = await readRef(repository, BOOTSTRAP_REF)
  const tree = await stagedTree(repository)
  if (known && (await repository.objects.treeOf(known)) === tree) return known
  const commit = await writeCommit(repository, {
    tree,
    // What an earlier run stands on stays reachable.
    parents: known ? [known] : [],
    message: 'Start of the project, as it was staged\n',
    author: person,
    committer: person,
    atSeconds,
  })
  await moveRefs(repository, [{ ref: BOOTSTRAP_REF, from: known, to: commit }])
  return commit
}

async function stagedTree({ facts, folder, git }: Repository): Promise<string> {
  const copy = join(folder, `bootstrap-${process.pid}.index`)
  const index = join(facts.gitDirectory, 'index')
  if (existsSync(index)) copyIndex(index, copy)
  try {
    return await gitLine(git, ['write-tree'], { variables: { GIT_INDEX_FILE: copy } })
  } finally {
    rmSync(copy, { force: true })
  }
}
