// What the history of a commit holds since another, and what of it was taken back again. Reads only, and needs nothing but a git
// directory. A commit that git has pruned is in no history.

import { byteNames, type Git, gitLine, runGit } from './git.ts'

export interface HistoryOf {
  readonly git: Git
  readonly tip: string
  /** What is older is not looked at. */
  readonly since: string
}

export interface History {
  readonly holds: (commit: string) => boolean
  /** Whether it is there and somebody took it back, by itself or with the merge that brought it. */
  readonly isTakenBack: (commit: string) => boolean
}

export async function readHistoryOf(of: HistoryOf): Promise<History> {
  const held = new Set(await commitsOf(of.git, [of.tip, `^${of.since}`]))
  const takenBack = await takenBackIn(of)
  return { holds: each => held.has(each), isTakenBack: each => takenBack.has(each) }
}

/** `rev-list` of what is there. */
async function commitsOf(git: Git, words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runGit(git, ['rev-list', '--ignore-missing', ...words])
  return stdout.toString().split('\n').filter(Boolean)
}

async function takenBackIn(of: HistoryOf): Promise<ReadonlySet<string>> {
  const reverts = await revertsIn(of)
  const takenBack = new Set<string>()
  // The newest first: one that was taken back itself takes nothing back.
  for (const { by, commit } of reverts) {
    if (takenBack.has(by)) continue
    for (const each of await broughtBy(of.git, commit)) takenBack.add(each)
  }
  return takenBack
}

interface Revert {
  readonly by: string
  readonly commit: string
}

const sentence = 'This reverts commit '

/** As git itself says it, also of merges. */
async function revertsIn({ git, tip, since }: HistoryOf): Promise<readonly Revert[]> {
  const saying = ['--fixed-strings', `--grep=${sentence}`]
  const words = ['rev-list', '--ignore-missing', '--topo-order', ...saying, '--format=%B']
  const { stdout } = await runGit(git, [...words, tip, `^${since}`])
  let by = ''
  return stdout
    .toString()
    .split('\n')
    .flatMap(line => {
      by = /^commit ([0-9a-f]{40,64})$/.exec(line)?.[1] ?? by
      const [, commit] = /^This reverts commit ([0-9a-f]{40,64})\b/.exec(line) ?? []
      return commit === undefined ? [] : [{ by, commit }]
    })
}

/** A merge brought everything that its first parent did not hold. */
async function broughtBy(git: Git, commit: string): Promise<readonly string[]> {
  const parents = await gitLine(git, ['rev-list', '--ignore-missing', '--parents', '-1', commit])
  const [, mainline, ...others] = parents.split(' ')
  if (mainline === undefined || others.length === 0) return [commit]
  return commitsOf(git, [commit, `^${mainline}`])
}

export interface Content {
  readonly git: Git
  /** A landing, which has one parent. */
  readonly commit: string
  /** What was made of it since, where more landed on top. */
  readonly as: string
  readonly tip: string
}

/** Whether what a commit changed stands in another as it was left: that is how a squash or a rebase brings it there. */
export async function hasContentOf({ git, commit, as, tip }: Content): Promise<boolean> {
  const changed = await pathsBetween(git, `${commit}^`, commit)
  const missing = new Set(await pathsBetween(git, as, tip))
  const fromBefore = new Set(await pathsBetween(git, `${commit}^`, tip))
  return changed.some(each => fromBefore.has(each)) && !changed.some(each => missing.has(each))
}

/** None where git has pruned one of them. */
export async function pathsBetween(git: Git, from: string, to: string): Promise<readonly string[]> {
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', from, to]
  return byteNames((await runGit(git, words, { accepts: [0, 128] })).stdout)
}
