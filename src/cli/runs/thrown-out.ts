// What a target had of a run and a person took out of it by moving the branch, as commands tell it that open nothing to work in; and what the
// line has besides, which a person may want all the same.

import { journalFolder } from '../../engine/journal-place.ts'
import { takenOut, takenOutText } from '../../engine/taken-out.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Run, State } from '../../kernel/model.ts'
import type { Git } from '../../workspace/git.ts'
import { commitsOf } from '../../workspace/history.ts'

export interface ThrownOut {
  readonly text: string
  /** The oldest first; none where a merge is among them, which cannot be picked alone. */
  readonly besides: readonly string[]
}

/** Undefined where the target has all that it got of this run, or never got any. */
export async function thrownOut(
  root: string,
  git: Git,
  state: State,
  { id, tip }: Run,
): Promise<ThrownOut | undefined> {
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const out = await takenOut({ git, refs: git, state, artifacts }, id)
  if (out === undefined) return undefined
  const since = [tip, `^refs/heads/${out.target}`]
  const merges = await commitsOf(git, ['--merges', '--max-count=1', ...since])
  const commits = merges.length > 0 ? [] : await commitsOf(git, ['--reverse', ...since])
  const besides = commits.filter(each => out.units.every(({ commit }) => commit !== each))
  return { text: takenOutText(out), besides }
}
