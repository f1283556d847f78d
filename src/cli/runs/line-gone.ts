// A run whose branch was removed, and of which git has tidied away what it stands on: nothing of it can go on before a person brings that back.
// Asked before a word is said to the journal, and before anything is advised.

import { askGit } from '../../base/git.ts'
import { refuseGone } from '../../engine/recognise.ts'
import type { Run, State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'

/** Where git answers nothing, nothing is said of it. */
export function isLineGone(root: string, { tip }: Pick<Run, 'tip'>): boolean {
  const found = askGit(root, 'rev-list', '--no-walk', '--ignore-missing', tip)
  return found?.isOk === true && found.text === ''
}

export function refuseLineGone(root: string, state: State, units: readonly Unit[]): void {
  for (const each of new Set(units.map(({ run }) => run))) {
    const run = findRow(state.runs, each)!
    if (isLineGone(root, run)) refuseGone(run)
  }
}
