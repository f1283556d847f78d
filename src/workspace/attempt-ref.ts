// Keeps what an attempt made: its tree, as a commit on its base, under a ref of its own, until garbage collection is told that nobody wants it.

import type { ChangeSet } from './change-set.ts'
import { type Person, writeCommit } from './commit.ts'
import type { Repository } from './open.ts'
import { moveRefs, readRef } from './refs.ts'

export const ATTEMPT_REFS = 'refs/fixpoint/attempts'

export interface KeepOptions {
  readonly attempt: string
  readonly author: Person
  readonly atSeconds: number
}

/** The commit by which everything later names this tree. Keeping the same twice is harmless; a later tree of the same attempt takes its place. */
export async function keepAttempt(
  repository: Repository,
  { base, tree }: Pick<ChangeSet, 'base' | 'tree'>,
  { attempt, author, atSeconds }: KeepOptions,
): Promise<string> {
  const message = `Attempt ${attempt}\n`
  const people = { author, committer: author }
  const commit = await writeCommit(repository, {
    tree,
    parents: [base],
    message,
    ...people,
    atSeconds,
  })
  await keepCommit(repository, attempt, commit)
  return commit
}

/** In the place of what was kept under this name before. */
export async function keepCommit(
  repository: Repository,
  name: string,
  commit: string,
): Promise<void> {
  const ref = attemptRef(name)
  const fresh = await moveRefs(repository, [{ ref, from: undefined, to: commit }])
  if (fresh === 'stale')
    await moveRefs(repository, [{ ref, from: await readRef(repository, ref), to: commit }])
}

/** Any id becomes a name that git accepts, and no two become the same. */
export function attemptRef(attempt: string): string {
  const safe = attempt.replace(/[^\w-]/gu, each => `%${each.codePointAt(0)!.toString(16)}.`)
  return `${ATTEMPT_REFS}/${safe}`
}

export function attemptOf(ref: string): string {
  return ref
    .slice(ATTEMPT_REFS.length + 1)
    .replace(/%([0-9a-f]+)\./g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
}
