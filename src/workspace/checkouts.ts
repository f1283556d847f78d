// Which branches people have checked out, in the main checkout and in every linked one. Moving such a ref would change what
// git thinks of their files, so it is never done from outside.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byteNames, readable, runGitAsUser } from './git.ts'
import type { Repository } from './open.ts'
import type { RepositoryFacts } from './repository.ts'
import { namesIn } from './succession.ts'

/** Read from the HEAD files themselves: asked before every move of a ref, so it must cost nothing. */
export function checkedOutRefs(facts: RepositoryFacts): ReadonlySet<string> {
  return new Set(
    gitFolders(facts).flatMap(folder => /^ref: (.*)\n?$/.exec(textIn(folder, 'HEAD'))?.[1] ?? []),
  )
}

/** A rebase has taken its branch off HEAD and puts it back at the end, to where that then belongs. */
export function isRebased(facts: RepositoryFacts, ref: string): boolean {
  return gitFolders(facts).some(folder =>
    ['rebase-merge', 'rebase-apply'].some(
      each => textIn(join(folder, each), 'head-name').trimEnd() === ref,
    ),
  )
}

function gitFolders({ commonDirectory }: RepositoryFacts): readonly string[] {
  const linked = join(commonDirectory, 'worktrees')
  return [commonDirectory, ...namesIn(linked).map(name => join(linked, name))]
}

/** Nothing where it is not there: a worktree that is being made or removed has no HEAD, and most have no rebase. */
function textIn(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return ''
    throw cause
  }
}

/** The folders where a branch is checked out: none or one, or more where a person forced it. */
export async function checkoutsOf(
  { git, facts }: Repository,
  ref: string,
): Promise<readonly string[]> {
  const words = ['worktree', 'list', '--porcelain', '-z']
  const { stdout } = await runGitAsUser(git.program, facts.root, git.environment, words)
  const found: string[] = []
  let folder = ''
  for (const field of byteNames(stdout).map(readable)) {
    if (field.startsWith('worktree ')) folder = field.slice('worktree '.length)
    if (field === `branch ${ref}`) found.push(folder)
  }
  return found
}
