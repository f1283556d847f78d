// What a commit would be without something that its history holds, or holds in other words: a tree, by a merge in memory. Git keeps what it
// makes for the answer among its loose objects until it tidies up; the same question makes the same objects. Moves no ref.

import { type Git, gitLine, runGit } from './git.ts'

/** Undefined where taking the change out conflicts with what came since. */
export async function treeWithout(
  git: Git,
  change: string,
  tip: string,
): Promise<string | undefined> {
  const onTop = await commitOn(git, change, tip)
  const turned = await commitOn(git, change, `${change}^`)
  const words = ['merge-tree', '--write-tree', onTop, turned]
  const settings = { 'merge.directoryRenames': 'false' }
  const { code, stdout } = await runGit(git, words, { accepts: [0, 1], settings })
  return code === 0 ? stdout.toString().trim() : undefined
}

/** On top of one commit, with the tree of another. */
const commitOn = (git: Git, parent: string, tree: string) =>
  gitLine(git, ['commit-tree', `${tree}^{tree}`, '-p', parent], {
    input: 'Only tried\n',
    variables: nobody,
  })

const nobody = {
  GIT_AUTHOR_NAME: 'nobody',
  GIT_AUTHOR_EMAIL: 'nobody',
  GIT_AUTHOR_DATE: '@0 +0000',
  GIT_COMMITTER_NAME: 'nobody',
  GIT_COMMITTER_EMAIL: 'nobody',
  GIT_COMMITTER_DATE: '@0 +0000',
} as const
