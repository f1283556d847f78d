// The summary of a project as commands show it: a run waits for a person also where what it waits for is held by a unit of another run.

import type { State } from '../../kernel/model.ts'
import { isRunParked } from '../../kernel/standstill.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { type RunSummary, type Summary, summary } from '../../kernel/summary.ts'

export function summaries(state: State, now: string): Summary {
  const found = summary(state, now)
  const isParked = ({ run }: RunSummary) => isRunParked(state, findRow(state.runs, run)!, now)
  return { ...found, runs: found.runs.map(each => ({ ...each, isParked: isParked(each) })) }
}
