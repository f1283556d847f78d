// What a target had of a run and a person took out of it by moving the branch, as commands tell it that open nothing to work in.

import { journalFolder } from '../../engine/journal-place.ts'
import { takenOut, takenOutText } from '../../engine/taken-out.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Run, State } from '../../kernel/model.ts'
import type { Git } from '../../workspace/git.ts'

/** Undefined where the target has all that it got of this run, or never got any. */
export async function thrownOut(
  root: string,
  git: Git,
  state: State,
  { id }: Run,
): Promise<string | undefined> {
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const out = await takenOut({ git, refs: git, state, artifacts }, id)
  return out && takenOutText(out)
}
