// What a branch holds that its target does not: commits with their people and words, and the paths that it touches. Reads only, and
// needs nothing but a git directory, so that a dry run can ask too.

import { type Git, gitLine, runGit } from './git.ts'
import { takenBackBy } from './history.ts'

export interface Author {
  readonly name: string
  readonly email: string
}

export interface BranchCommit {
  readonly id: string
  readonly author: Author
  readonly subject: string
  readonly body: string
}

export interface BranchContent {
  /** The commit that both came from. */
  readonly mergeBase: string
  /** Oldest first; merges are left out. */
  readonly commits: readonly BranchCommit[]
  /** Everything that was added, changed, deleted or renamed since they parted. */
  readonly paths: readonly string[]
}

export interface NamedBranch {
  /** Of an alias, the one that it stands for. */
  readonly ref: string
  readonly tip: string
}

/** Undefined where there is no such branch. */
export async function tipOf(git: Git, branch: string): Promise<string | undefined> {
  const words = ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`]
  return (await gitLine(git, words, { accepts: [0, 1] })) || undefined
}

/** All branches, of this repository and of its remotes, by the name that people type. */
export async function listBranches(git: Git): Promise<ReadonlyMap<string, NamedBranch>> {
  const format = '--format=%(objectname) %(refname) %(symref)'
  const words = ['for-each-ref', format, 'refs/heads', 'refs/remotes']
  const lines = (await runGit(git, words)).stdout.toString().split('\n').filter(Boolean)
  const found = lines.map(line => line.split(' ') as [tip: string, ref: string, alias: string])
  const named = (prefix: string) =>
    found
      .filter(([, ref]) => ref.startsWith(prefix))
      .map(([tip, ref, of]) => [ref.slice(prefix.length), { tip, ref: of || ref }] as const)
  return new Map([...named('refs/remotes/'), ...named('refs/heads/')])
}

/** Undefined where the two have no commit in common. */
export async function branchContent(
  git: Git,
  target: string,
  tip: string,
): Promise<BranchContent | undefined> {
  const { code, stdout } = await runGit(git, ['merge-base', target, tip], { accepts: [0, 1] })
  if (code !== 0) return undefined
  const mergeBase = stdout.toString().trim()
  return {
    mergeBase,
    commits: await commitsBetween(git, mergeBase, tip),
    paths: await pathsBetween(git, mergeBase, tip),
  }
}

/** What git says to a question; undefined where it cannot. */
export type Ask = (...words: readonly string[]) => Promise<string | undefined>

/** What merging a branch would do to its target: nothing where the target has it, however that came about. */
export type Merging = 'nothing' | 'changes' | 'conflicts'

/**
 * Git keeps the trees that it makes for the answer among its loose objects, as any merge that is only tried does, until it tidies up.
 */
export async function mergingOf(ask: Ask, target: string, branch: string): Promise<Merging> {
  const merged = await ask('merge-tree', '--write-tree', target, branch)
  if (merged === undefined) return 'conflicts'
  const now = await ask('rev-parse', '--verify', '--quiet', `${target}^{tree}`)
  return merged === now ? 'nothing' : 'changes'
}

async function commitsBetween(
  git: Git,
  from: string,
  to: string,
): Promise<readonly BranchCommit[]> {
  const format = '--format=%H%x00%aN%x00%aE%x00%s%x00%b'
  const words = ['log', '-z', '--reverse', '--no-merges', format, `${from}..${to}`]
  const fields = (await runGit(git, words)).stdout.toString().split('\0')
  const commits: BranchCommit[] = []
  for (let at = 0; at + 4 < fields.length; at += 5) {
    const [id, name, email, subject, body] = fields.slice(at, at + 5) as [
      string,
      string,
      string,
      string,
      string,
    ]
    commits.push({ id, author: { name, email }, subject, body: body.trim() })
  }
  return commits
}

async function pathsBetween(git: Git, from: string, to: string): Promise<readonly string[]> {
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', from, to]
  return (await runGit(git, words)).stdout.toString().split('\0').filter(Boolean)
}

/**
 * The commit that landed this very tip, on the target or on a line that was not delivered yet, whichever machine made it. One that was
 * taken back since does not count.
 */
export async function landedAs(
  git: Git,
  { mergeBase, target, tip }: Readonly<Record<'mergeBase' | 'target' | 'tip', string>>,
): Promise<string | undefined> {
  const since = [`^${mergeBase}`, target, '--glob=refs/heads/fixpoint/*']
  const saying = ['--fixed-strings', `--grep=${SOURCE_TRAILER}: ${tip}`]
  const found = await gitLine(git, ['log', '-1', '--format=%H', ...saying, ...since])
  if (found === '') return undefined
  const lines = await branchesHolding(git, found)
  const tips = [target, ...lines.filter(each => each.startsWith('fixpoint/'))]
  for (const each of tips) if (await takenBackBy(git, found, each)) return undefined
  return found
}

/** Names of the branches that hold a commit. */
export async function branchesHolding(git: Git, commit: string): Promise<readonly string[]> {
  const words = ['for-each-ref', '--contains', commit, '--format=%(refname:lstrip=2)', 'refs/heads']
  return (await runGit(git, words)).stdout.toString().split('\n').filter(Boolean)
}

/** As git itself says it, so that everybody finds what was taken back. */
export const revertSentence = (commit: string) => `This reverts commit ${commit}.`

/** Names the tip of the branch that a commit landed. */
export const SOURCE_TRAILER = 'Fixpoint-Source'

/** Whether the history of one commit holds another. */
export async function holds(git: Git, newer: string, older: string): Promise<boolean> {
  const words = ['merge-base', '--is-ancestor', older, newer]
  return (await runGit(git, words, { accepts: [0, 1] })).code === 0
}
