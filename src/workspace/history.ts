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
  /** What took it back, where nobody took that back in turn: the newest. */
  readonly revertOf: (commit: string) => Revert | undefined
}

export interface Revert {
  readonly by: string
  /** What it names: the commit itself, or the merge that brought it. */
  readonly commit: string
  /** Of a merge: the side that stays. */
  readonly mainline?: string
}

export async function readHistoryOf(of: HistoryOf): Promise<History> {
  const held = new Set(await commitsOf(of.git, [of.tip, `^${of.since}`]))
  const reverts = await standingRevertsIn(of)
  return {
    holds: each => held.has(each),
    isTakenBack: each => reverts.has(each),
    revertOf: each => reverts.get(each),
  }
}

/** The newest commit since `commit`, up to `tip`, that takes it back, where nothing takes that back in turn. */
export async function takenBackBy(
  git: Git,
  commit: string,
  tip: string,
): Promise<string | undefined> {
  return (await readHistoryOf({ git, tip, since: commit })).revertOf(commit)?.by
}

/** `rev-list` of what is there. */
export async function commitsOf(git: Git, words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runGit(git, ['rev-list', '--ignore-missing', ...words])
  return stdout.toString().split('\n').filter(Boolean)
}

/** By what they took back. */
async function standingRevertsIn(of: HistoryOf): Promise<ReadonlyMap<string, Revert>> {
  const reverts = new Map<string, Revert>()
  // The newest first: one that was taken back itself takes nothing back.
  for (const revert of await revertsIn(of)) {
    if (reverts.has(revert.by)) continue
    for (const each of await broughtBy(of.git, revert))
      if (!reverts.has(each)) reverts.set(each, revert)
  }
  return reverts
}

const sentence = 'This reverts commit '

/** As git itself says it, also of merges, and where it is set up to name commits in short. */
async function revertsIn({ git, tip, since }: HistoryOf): Promise<readonly Revert[]> {
  const saying = ['--fixed-strings', `--grep=${sentence}`]
  const words = ['log', '-z', '--ignore-missing', '--topo-order', ...saying, '--format=%H%n%B']
  const { stdout } = await runGit(git, [...words, tip, `^${since}`])
  const reverts: Revert[] = []
  for (const said of stdout.toString().split('\0')) {
    const by = said.split('\n', 1)[0]!
    for (const [, name, mainline] of said.matchAll(SAID)) {
      const commit = await wholeName(git, name!)
      if (commit !== '') reverts.push({ by, commit, ...(mainline && { mainline }) })
    }
  }
  return reverts
}

const SAID =
  /^[ \t]*This reverts commit ([0-9a-f]{7,64})\b(?:, reversing\n[ \t]*changes made to ([0-9a-f]{40,64})\b)?/gm

const WHOLE = 40

/** Nothing where it is the short name of nothing here. */
async function wholeName(git: Git, name: string): Promise<string> {
  if (name.length >= WHOLE) return name
  const words = ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]
  return gitLine(git, words, { accepts: [0, 1, 128] })
}

/** A merge brought everything that the side that stays did not hold. */
async function broughtBy(git: Git, { commit, mainline }: Revert): Promise<readonly string[]> {
  const parents = await gitLine(git, ['rev-list', '--ignore-missing', '--parents', '-1', commit])
  const [, first, ...others] = parents.split(' ')
  if (first === undefined || others.length === 0) return [commit]
  return commitsOf(git, [commit, `^${mainline ?? first}`])
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
