// What a branch makes of the checks that are to prove it. A script that a check runs belongs to the check, so a branch that changes one needs
// a grant like one that changes the config.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { type Rewritten, rewrittenBy, rewrittenText } from '../../checks/program/rewritten.ts'
import type { CheckOrder } from '../../contract/order.ts'
import { fromTop } from '../../engine/project-folder.ts'
import { ungranted } from '../../work/branch.ts'
import { type Git, runGit } from '../../workspace/git.ts'
import type { Place } from './place.ts'

/** The checks run what the target has; what the branch made of that counts, and not what the target got since they parted. */
export function rewrittenOn(
  { git, folder, target }: Place,
  checks: readonly CheckOrder[],
  mergeBase: string,
  tip: string,
  paths: readonly string[],
): Promise<readonly Rewritten[]> {
  const at = (commit: string) => (path: string) =>
    textAt(git, `${commit}:${fromTop({ folder }, path)}`)
  const trees = { oracle: at(target.tip), before: at(mergeBase), after: at(tip) }
  return rewrittenBy(new Set(paths), checks, trees)
}

async function textAt(git: Git, name: string): Promise<string | undefined> {
  const { code, stdout } = await runGit(git, ['cat-file', 'blob', name], { accepts: [0, 128] })
  return code === 0 ? stdout.toString('utf8') : undefined
}

export function rewritingProblems(
  branch: string,
  rewritten: readonly Rewritten[],
  grants: readonly string[],
): readonly Diagnostic[] {
  const paths = rewritten.map(each => each.path)
  const open = new Set(ungranted(paths, paths, grants))
  return rewritten
    .filter(each => open.has(each.path))
    .map(each =>
      error(
        'land/rewrites-check',
        `${branch} changes ${rewrittenText(each)}, so what it brings would judge itself`,
        { fix: `look at it, then add --grant ${each.path}` },
      ),
    )
}
