// What did not land by itself and is there all the same: a branch of which another one of the same landing brought it all, and what the target
// got meanwhile where a later unit brought that. The journal knows it as a unit that did not land.

import { NOTHING_NEW } from '../../engine/perform/build.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { isBad } from '../../kernel/unit.ts'
import { unitsOf } from './find.ts'

export const isThereAlready = (unit: Unit): boolean =>
  unit.spec.kind === 'branch' && isBad(unit) && unit.failures.at(-1)?.signature === NOTHING_NEW

/** What the target got later holds what it had got before. */
export const isBroughtSince = (state: State, unit: Unit): boolean =>
  unit.spec.brings !== undefined &&
  unitsOf(state, findRow(state.runs, unit.run)!).some(
    ({ order, spec, status }) =>
      order > unit.order && spec.brings !== undefined && status === 'landed',
  )
