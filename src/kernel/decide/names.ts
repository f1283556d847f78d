// Names for units that the kernel itself adds to a run: of the run's own count, and nobody else's.

import { unitId } from '../../base/ids.ts'
import { findRow } from '../structure/rows.ts'
import { type Context, stateOf } from './context.ts'

/** `later` counts units that are about to be added before this one. */
export function freeName(context: Context, run: string, stem: string, later = 0): string {
  const { runs, units } = stateOf(context)
  for (let serial = findRow(runs, run)!.units.length + later; ; serial++) {
    const name = `${stem}-${serial}`
    if (findRow(units, unitId(run, name)) === undefined) return name
  }
}
