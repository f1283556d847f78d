// What the target had of the line of a run and a person took out of it by moving the branch: landing the line brings it back, which whoever
// asks for that may want, and is told. Looks only.

import { type Diagnostic, warning } from '../../base/diagnostic.ts'
import { readState } from '../../engine/history.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { type ThrownOut, thrownOut } from '../runs/thrown-out.ts'
import { programName } from '../version.ts'
import type { Place } from './place.ts'
import type { LandingUnit } from './preflight.ts'

/** Of a branch that is the line of a run; undefined where it is none, or the target has all that it had. */
export type ThrownOutOf = (line: string) => Promise<ThrownOut | undefined>

const LINE = 'fixpoint/'

export const thrownOutOf =
  (root: string, { git, target }: Place): ThrownOutOf =>
  async line => {
    if (!line.startsWith(LINE) || !hasJournal(root)) return undefined
    const state = await readState(root, { program: programName })
    const run = findRow(state.runs, line.slice(LINE.length))
    return run?.policy.target === target.name ? thrownOut(root, git, state, run) : undefined
  }

export async function comingBack(
  outOf: ThrownOutOf,
  units: readonly LandingUnit[],
): Promise<readonly Diagnostic[]> {
  const told: Diagnostic[] = []
  for (const { branch } of units) {
    const out = await outOf(branch)
    if (out) told.push(warning('land/again', `${out.text}: ${branch} brings that back`))
  }
  return told
}
