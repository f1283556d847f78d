// What was taken back on the line of a run and is not taken back on its target, because the target changed the same files meanwhile: which
// landing, by which revert, and the commits that built on it. Reads only.

import type { Run, State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { unitsOf } from './find.ts'
import type { LinesNow } from './lines-now.ts'

export interface Undelivered {
  readonly reverted: Unit
  readonly revert: Unit
  /** Commits of the target since it parted from the line that changed the same files: `1234567 "subject"`. */
  readonly builtOn: readonly string[]
}

/** Of one run, in the order of its line. Nothing where the two have no commit in common. */
export async function undeliveredReverts(
  { ask }: Pick<LinesNow, 'ask'>,
  state: State,
  run: Run,
  target: string,
): Promise<readonly Undelivered[]> {
  const ref = `refs/heads/${target}`
  const parted = (await ask('merge-base', ref, run.tip))?.trim()
  if (parted === undefined) return []
  const found: Undelivered[] = []
  for (const revert of standingReverts(state, run)) {
    const reverted = findRow(state.units, revert.spec.follows ?? '')
    const isHere = async (commit: string) =>
      (await ask('merge-base', '--is-ancestor', commit, ref)) !== undefined
    if (!reverted?.commit || !(await isHere(reverted.commit))) continue
    if (await isHere(revert.commit!)) continue
    const commit = revert.commit!
    const changed = await ask('diff', '--name-only', '--no-renames', '-z', `${commit}^`, commit)
    const paths = (changed ?? '').split('\0').filter(Boolean)
    const since = ['log', '--no-merges', '--format=%h "%s"', `${parted}..${ref}`, '--']
    const named = paths.map(each => `:(top,literal)${each}`)
    const said = paths.length === 0 ? '' : ((await ask(...since, ...named)) ?? '')
    found.push({ reverted, revert, builtOn: said.split('\n').filter(Boolean) })
  }
  return found
}

/** One that was taken back itself is in nobody's way. */
const standingReverts = (state: State, run: Run) =>
  unitsOf(state, run).filter(({ spec, status, commit, revertedBy }) => {
    const back = revertedBy === null ? undefined : findRow(state.units, revertedBy)
    return spec.reverts !== undefined && status === 'landed' && commit && back?.status !== 'landed'
  })
