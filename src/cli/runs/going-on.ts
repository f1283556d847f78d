// What to type so that a unit, a run or the project moves again: after an act of a person, and where a run ended without landing all of
// it. Every command that is named works when it is typed then; where none would help, nothing is named.

import type { BudgetScope, Scope } from '../../kernel/event.ts'
import type { Run, State, Unit } from '../../kernel/model.ts'
import { findRow, rowsOf } from '../../kernel/structure/rows.ts'
import { isBad } from '../../kernel/unit.ts'
import { isDriven } from './driving.ts'
import { unitsOf } from './find.ts'
import { isLineGone } from './line-gone.ts'
import { callName, needsOf, wayOn } from './needs-person.ts'
import { isPinnedConflict } from './pinned-conflict.ts'
import { summaries } from './summaries.ts'
import { isBroughtSince, isThereAlready } from './there-already.ts'

/** Notes for stderr. Where somebody drives, what was said is seen at once and nothing has to be typed. */
export function goOnNotes(
  root: string,
  state: State,
  about: Scope | BudgetScope,
  now: string,
): string[] {
  if (isDriven(state)) return []
  const command = commandFor(root, state, about, now)
  return command === undefined ? [] : [`Nobody drives the project now. Go on with: ${command}`]
}

function commandFor(
  root: string,
  state: State,
  about: Scope | BudgetScope,
  now: string,
): string | undefined {
  if (about.kind === 'unit') {
    const unit = findRow(state.units, about.unit)!
    const cause = unit.cause === null ? undefined : findRow(state.units, unit.cause)
    if (isBad(unit)) return thenRun([retryOf(state, cause ?? unit)])
    if (unit.status === 'blocked') return thenRun([wayOn(unit, callName(state, unit))])
  }
  const run = about.kind === 'run' ? findRow(state.runs, about.run) : undefined
  if (run?.status === 'finished') return chanceFor(root, state, run)
  return forOpenRuns(state, now)
}

/** Another chance for what ended without landing; undefined where nothing of the run can have one. */
export function chanceFor(root: string, state: State, run: Run): string | undefined {
  const failed = unitsOf(state, run).filter(each => isBad(each) && each.cause === null)
  // They would fail the same way again.
  const roots = failed.filter(
    each =>
      !isPinnedConflict(root, state, each) && !isThereAlready(each) && !isBroughtSince(state, each),
  )
  const stuck = roots.filter(each => each.stop === 'signature')
  if (roots.length === 0 || isLineGone(root, run)) return undefined
  const isLatest = rowsOf(state.runs).at(-1)?.id === run.id
  if (isLatest && stuck.length === 0 && roots.length === failed.length)
    return 'fixpoint run --continue'
  return thenRun(roots.map(each => retryOf(state, each)))
}

export const retryOf = (state: State, unit: Unit) =>
  `fixpoint retry ${callName(state, unit)}${unit.stop === 'signature' ? ' --override' : ''}`

const thenRun = (commands: readonly string[]) => [...commands, 'fixpoint run'].join(' && ')

function forOpenRuns(state: State, now: string): string | undefined {
  const open = summaries(state, now).runs.filter(each => each.status === 'open')
  if (open.length > 0 && state.isPaused) return thenRun(['fixpoint resume'])
  if (open.some(each => !each.isParked)) return 'fixpoint run'
  return open
    .flatMap(each => needsOf(state, findRow(state.runs, each.run)!, now))
    .find(each => each.command !== undefined)?.command
}
