// The order of a landing line: first come, first served; but what is landing cannot be overtaken any more, wherever it stood.

import type { Run, State } from './model.ts'
import { rowAt } from './structure/rows.ts'

export function lineOrder(state: State, run: Run): readonly number[] {
  const landing = run.line.find(order => rowAt(state.units, order).status === 'landing')
  if (landing === undefined) return run.line
  return [landing, ...run.line.filter(order => order !== landing)]
}
