// Grants that grant nothing: a path that was mistyped looks like a permission that was given. Compares only; forbids nothing.

import { type Diagnostic, warning } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { shellWord } from '../../base/shell-word.ts'
import { isBelowAny } from '../../work/branch.ts'
import type { LandingUnit } from './preflight.ts'

export function idleGrants(
  grants: readonly string[],
  units: readonly LandingUnit[],
): readonly Diagnostic[] {
  const needing = units.flatMap(({ granted, rewritten }) => [
    ...granted,
    ...rewritten.map(each => each.path),
  ])
  const changed = units.flatMap(each => each.order.claims.edit)
  return [...new Set(grants)]
    .filter(grant => !needing.some(each => isBelowAny(each, [grant])))
    .map(grant => {
      const isChanged = changed.some(each => isBelowAny(each, [grant]))
      const why = isChanged ? 'what is changed there needs no grant' : 'nothing that lands is there'
      return warning('land/grant', `--grant ${shellWord(grant)} grants nothing: ${why}`, {
        fix: isChanged ? undefined : didYouMean(grant, needing),
      })
    })
}
