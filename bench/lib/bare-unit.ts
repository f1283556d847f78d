// One unit of the bare git commands that any tool with worktrees runs: a worktree, one edit, its tree, a commit, a ref, the worktree removed.

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Git, gitLine, runGit } from '../../src/workspace/git.ts'

const people = {
  GIT_AUTHOR_NAME: 'B',
  GIT_AUTHOR_EMAIL: 'b',
  GIT_COMMITTER_NAME: 'B',
  GIT_COMMITTER_EMAIL: 'b',
}

/** Answers how many milliseconds it took. */
export async function bareUnit(
  git: Git,
  home: string,
  round: number,
  base = 'main',
): Promise<number> {
  const startMs = performance.now()
  const folder = join(home, `bare-${round}`)
  await runGit(git, ['worktree', 'add', '--quiet', '--detach', folder, base])
  appendFileSync(join(folder, 'src/part0/file0.ts'), `// ${round}\n`)
  const directory = join(git.directory, 'worktrees', `bare-${round}`)
  const tree = await gitLine({ ...git, directory, workTree: folder }, ['write-tree'])
  const words = ['commit-tree', tree, '-p', base, '-m', 'x']
  const commit = await gitLine(git, words, { variables: people })
  await runGit(git, ['update-ref', `refs/heads/bare-${round}`, commit])
  await runGit(git, ['worktree', 'remove', '--force', folder])
  return performance.now() - startMs
}
