// Grants that grant nothing: a path that was mistyped looks like a permission that was given. Compares only; forbids nothing.

import { posix } from 'node:path'
import { claimCovers, parseClaim } from '../../base/claims.ts'
import { type Diagnostic, warning } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { compareText } from '../../base/order.ts'
import { isGlob } from '../../base/paths.ts'
import { shellWord } from '../../base/shell-word.ts'
import { isBelowAny } from '../../work/branch.ts'
import type { LandingUnit } from './preflight.ts'

/** `folder`: where in the project they were typed. */
export function idleGrants(
  grants: readonly string[],
  units: readonly LandingUnit[],
  folder: string,
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
      const why = isChanged
        ? 'what is changed there needs no grant'
        : isGlob(grant)
          ? 'globs are not taken'
          : 'nothing that lands is there'
      return warning('land/grant', `--grant ${shellWord(grant)} grants nothing: ${why}`, {
        fix: isChanged ? undefined : fixFor(grant, needing, folder),
      })
    })
}

function fixFor(grant: string, needing: readonly string[], folder: string): string | undefined {
  const fromHere = posix.join(folder, grant)
  if (needing.some(each => isBelowAny(each, [fromHere]))) return `did you mean ${fromHere}?`
  if (!isGlob(grant)) return didYouMean(grant, needing)
  const meant = needing.filter(each => isMatch(grant, each))
  const named = [...new Set(meant.length > 0 ? meant : needing)].sort(compareText)
  if (named.length === 0) return 'name a file or a folder'
  return `look at each, then add ${named.map(each => `--grant ${shellWord(each)}`).join(' ')}`
}

function isMatch(glob: string, path: string): boolean {
  const claims = parseClaim(glob)
  return !('problem' in claims) && claims.some(each => claimCovers(each, path))
}
