// Lines of runs whose landing brings something back: a target had it, and a person took it out by moving the branch. Whoever asks for the
// landing may want that, and is told. Looks only.

import { type Diagnostic, warning } from '../../base/diagnostic.ts'
import { readState } from '../../engine/history.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { thrownOut } from '../runs/thrown-out.ts'
import { programName } from '../version.ts'
import type { Place } from './place.ts'
import type { LandingUnit } from './preflight.ts'

const LINE = 'fixpoint/'

export async function comingBack(
  root: string,
  { git, target }: Place,
  units: readonly LandingUnit[],
): Promise<readonly Diagnostic[]> {
  const lines = units.map(each => each.branch).filter(each => each.startsWith(LINE))
  if (lines.length === 0 || !hasJournal(root)) return []
  const state = await readState(root, { program: programName })
  const told: Diagnostic[] = []
  for (const line of lines) {
    const run = findRow(state.runs, line.slice(LINE.length))
    if (run?.policy.target !== target.name) continue
    const out = await thrownOut(root, git, state, run)
    if (out !== undefined) told.push(warning('land/again', `${out.text}: ${line} brings that back`))
  }
  return told
}
