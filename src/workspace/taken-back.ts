// What a target took back of a branch that it had merged. Git has nothing of that to merge any more, so it stays out, however far the branch
// goes on. Reads only.

import { type Git, gitLine, readable } from './git.ts'
import { commitsOf, pathsBetween, type Revert, readHistoryOf } from './history.ts'

export interface Merged {
  readonly target: string
  readonly tip: string
}

/** What took it back, the newest first; nothing of what came back by other means, or of what both had from the beginning. */
export async function revertsOn(git: Git, { target, tip }: Merged): Promise<readonly Revert[]> {
  const history = await readHistoryOf({ git, tip: target, since: tip })
  const found = new Map<string, Revert>()
  for (const each of await ownOf(git, { target, tip })) {
    const revert = history.revertOf(each)
    if (revert && (await isStillOut(git, revert, target))) found.set(revert.by, revert)
  }
  if (found.size < 2) return [...found.values()]
  const newest = await commitsOf(git, ['--no-walk', '--topo-order', ...found.keys()])
  return newest.map(each => found.get(each)!)
}

/**
 * What came to the target by a merge of this branch, and the tip of one that it was forwarded to: of older commits of such a branch nobody can
 * say whose they are.
 */
async function ownOf(git: Git, { target, tip }: Merged): Promise<readonly string[]> {
  const parted = await partedAt(git, { target, tip })
  if (parted === tip) return [tip]
  return commitsOf(git, parted === undefined ? [tip] : [tip, `^${parted}`])
}

/** The last commit that the two have in common by the first parents of the target; undefined where there is none. */
async function partedAt(git: Git, { target, tip }: Merged): Promise<string | undefined> {
  const since = await commitsOf(git, ['--first-parent', target, `^${tip}`])
  return since.length === 0 ? target : parentOf(git, since.at(-1)!)
}

async function parentOf(git: Git, commit: string): Promise<string | undefined> {
  const words = ['rev-parse', '--verify', '--quiet', `${commit}^`]
  return (await gitLine(git, words, { accepts: [0, 1] })) || undefined
}

/**
 * Paths that a branch changed, whose history the target holds, and that the target has as they were before it: whatever did that, and whatever
 * it said.
 */
export async function asBeforeIt(git: Git, { target, tip }: Merged): Promise<readonly string[]> {
  const parted = await partedAt(git, { target, tip })
  const before = parted === tip ? await parentOf(git, tip) : parted
  return before === undefined ? [] : asBefore(git, { before, after: tip, now: target })
}

/**
 * Paths of what a target has of the branch by an earlier merge, or of the commit that it stands on, and that the target has as they were before:
 * of that nothing comes along when what is new lands.
 */
export async function staysOut(
  git: Git,
  { target, tip }: Merged,
  mergeBase: string,
): Promise<readonly string[]> {
  const parted = await partedAt(git, { target, tip })
  const before = parted === mergeBase ? await parentOf(git, mergeBase) : parted
  return before === undefined ? [] : asBefore(git, { before, after: mergeBase, now: target })
}

/** Of what changed from one commit to the next, what a later one has as it was at first. */
export async function asBefore(
  git: Git,
  { before, after, now }: Readonly<Record<'before' | 'after' | 'now', string>>,
): Promise<readonly string[]> {
  const others = new Set(await pathsBetween(git, before, now))
  const changed = await pathsBetween(git, before, after)
  return changed.filter(each => !others.has(each)).map(readable)
}

/** Somebody may have brought it again by hand: every file is as it was before the revert. */
async function isStillOut(git: Git, { by }: Revert, target: string): Promise<boolean> {
  const changed = await pathsBetween(git, `${by}^`, by)
  const others = new Set(await pathsBetween(git, `${by}^`, target))
  return changed.some(each => others.has(each))
}
