// What a target had of a run, or gave it, and a person took out of it by moving the branch, as commands tell it that open nothing to work in; and what the
// line has besides, which a person may want all the same.

import { journalFolder } from '../../engine/journal-place.ts'
import { restsOn, takenOut, takenOutText } from '../../engine/taken-out.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Run, State } from '../../kernel/model.ts'
import { BOOTSTRAP_REF } from '../../workspace/bootstrap.ts'
import { holds, tipOf } from '../../workspace/branches.ts'
import { movedBackText } from '../../workspace/deliver.ts'
import { type Git, runGit } from '../../workspace/git.ts'
import { commitsOf } from '../../workspace/history.ts'

export interface ThrownOut {
  readonly text: string
  /** What was taken out. */
  readonly commits: readonly string[]
  /** What landed besides, the oldest first; none where a merge is among them, which cannot be picked alone. */
  readonly besides: readonly string[]
}

/** Undefined where the target has what the line rests on, and all that it got of this run. */
export async function thrownOut(
  root: string,
  git: Git,
  state: State,
  { id, tip, policy }: Run,
): Promise<ThrownOut | undefined> {
  const { target } = policy
  if (target === undefined) return undefined
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const out = await takenOut({ git, refs: git, state, artifacts }, id)
  const base = out ? undefined : await baseGone(git, target, restsOn(state, id))
  if (out === undefined && base === undefined) return undefined
  const since = [tip, `^refs/heads/${target}`, ...(base === undefined ? [] : [`^${base}`])]
  const merges = await commitsOf(git, ['--merges', '--max-count=1', ...since])
  const commits = merges.length > 0 ? [] : await commitsOf(git, ['--reverse', ...since])
  const gone = out ? out.units.map(each => each.commit!) : []
  const besides = commits.filter(each => !gone.includes(each))
  const text = out ? takenOutText(out) : movedBackText(target, base!)
  return { text, commits: gone, besides }
}

/** What the line rests on, where the target had it and has it no more. A project without a commit had nothing. */
async function baseGone(git: Git, target: string, base: string): Promise<string | undefined> {
  const tip = await tipOf(git, target)
  if (tip === undefined || (await holds(git, tip, base))) return undefined
  const words = ['merge-base', '--is-ancestor', base, BOOTSTRAP_REF]
  const { code } = await runGit(git, words, { accepts: [0, 1, 128] })
  return code === 0 ? undefined : base
}
