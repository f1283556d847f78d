// What a branch makes of the checks that are to prove it. A script that a check runs belongs to the check, so a branch that changes one needs
// a grant like one that changes the config.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { shellWord } from '../../base/shell-word.ts'
import { type Rewritten, rewrittenBy, rewrittenText } from '../../checks/program/rewritten.ts'
import type { CheckOrder } from '../../contract/order.ts'
import { ungranted } from '../../work/branch.ts'
import { textsAt } from '../runs/rewrites.ts'
import type { Place } from './place.ts'

/** The checks run what the target has; what the branch made of that counts, and not what the target got since they parted. */
export function rewrittenOn(
  place: Place,
  checks: readonly CheckOrder[],
  mergeBase: string,
  tip: string,
  paths: readonly string[],
): Promise<readonly Rewritten[]> {
  return rewrittenBy(new Set(paths), checks, {
    oracle: textsAt(place, place.target.tip),
    before: textsAt(place, mergeBase),
    after: textsAt(place, tip),
  })
}

export function rewritingProblems(
  branch: string,
  rewritten: readonly Rewritten[],
  grants: readonly string[],
): readonly Diagnostic[] {
  const paths = rewritten.map(each => each.path)
  const open = new Set(ungranted(paths, grants))
  return rewritten
    .filter(each => open.has(each.path))
    .map(each =>
      error(
        'land/rewrites-check',
        `${branch} changes ${rewrittenText(each)}, so what it brings would judge itself`,
        { fix: `look at it, then add --grant ${shellWord(each.path)}` },
      ),
    )
}
