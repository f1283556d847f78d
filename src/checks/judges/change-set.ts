// Whether anything changed where work was due, and whether all of it can land.

import type { ChangedPath, Veto } from './model.ts'

export interface ChangeSetFacts {
  readonly changes: readonly ChangedPath[]
  /** Files that must exist and have changed. */
  readonly produces: readonly string[]
  /** Changes inside submodules, which no commit of this repository can hold. */
  readonly withheld: readonly string[]
  /** Changed files that git would have rewritten before it stored them (LFS). */
  readonly unfiltered: readonly string[]
}

export function judgeChangeSet(facts: ChangeSetFacts): readonly Veto[] {
  const { changes, produces, withheld, unfiltered } = facts
  if (withheld.length > 0) return [cannotLand(withheld)]
  if (unfiltered.length > 0) return [pastFilter(unfiltered)]
  if (changes.length === 0) return [nothing]
  const present = new Set(changes.filter(each => each.kind !== 'deleted').map(each => each.path))
  const missing = produces.filter(each => !present.has(each))
  return missing.length === 0 ? [] : [unproduced(missing)]
}

const nothing: Veto = {
  class: 'no_change',
  summary: 'nothing was changed',
  signature: 'nothing',
  evidence: [],
}

const unproduced = (paths: readonly string[]): Veto => ({
  class: 'no_change',
  summary: `not made or not changed: ${paths.join(', ')}`,
  signature: `unproduced ${paths.join(' ')}`,
  evidence: [],
})

const cannotLand = (paths: readonly string[]): Veto => ({
  class: 'scope',
  summary: `changes inside submodules cannot land: ${paths.join(', ')}`,
  signature: `submodules ${paths.join(' ')}`,
  evidence: [],
})

const pastFilter = (paths: readonly string[]): Veto => ({
  class: 'scope',
  summary: `files that git stores through a filter cannot be changed here, where no filter runs: ${paths.join(', ')}`,
  signature: `unfiltered ${paths.join(' ')}`,
  evidence: [],
})
