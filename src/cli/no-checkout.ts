// A bare repository has no checkout, and one whose checkout is elsewhere has none here: no config to read, no files for workspaces to carry,
// no branch that a person stands on.

import { type Diagnostic, DiagnosticError, error } from '../base/diagnostic.ts'
import { askGit } from '../base/git.ts'
import { lostCheckout } from '../workspace/lost-checkout.ts'
import type { World } from './world.ts'

/** Why there is none in this folder; undefined where there is one, and where there is no repository or no git. */
export async function missingCheckout(
  folder: string,
  { environment }: Pick<World, 'environment'>,
): Promise<Diagnostic | undefined> {
  const answer = askGit(folder, 'rev-parse', '--is-bare-repository')
  if (answer === undefined) return undefined
  return answer.text === 'true' ? bareProblem(folder) : lostCheckout({ root: folder, environment })
}

const bareProblem = (folder: string) =>
  error('repository/bare', `${folder} is a bare repository: it has no checkout to read`, {
    fix: `clone it and work there: git clone ${folder}; git push brings back what landed`,
  })

/** Before anything else is said: without a checkout every other complaint would mislead. */
export async function refuseWithoutCheckout(folder: string, world: World): Promise<void> {
  const problem = await missingCheckout(folder, world)
  if (problem) throw new DiagnosticError([problem])
}
