// Which units of an open run ask for the same as a unit file does now: they are under way already, or landed on the line of a run that
// goes on. Only looks.

import type { Order } from '../contract/order.ts'
import { openArtifacts } from '../journal/artifacts.ts'
import { layoutOf } from '../journal/layout.ts'
import { findRow, rowsOf } from '../kernel/structure/rows.ts'
import { isBad } from '../kernel/unit.ts'
import { isOrderOf } from '../work/asked.ts'
import type { UnitFile } from '../work/readers/unit-file.ts'
import { readState } from './history.ts'
import { hasJournal, journalFolder } from './journal-place.ts'
import type { Look } from './landed-before.ts'

/** The names of their runs, by the names of the units. */
export async function readOpenUnits(
  look: Pick<Look, 'root' | 'program'>,
  units: ReadonlyMap<string, UnitFile>,
): Promise<ReadonlyMap<string, string>> {
  if (units.size === 0 || !hasJournal(look.root)) return new Map()
  const state = await readState(look.root, look)
  const artifacts = openArtifacts(layoutOf(journalFolder(look.root)).artifacts, true)
  const found = new Map<string, string>()
  for (const unit of rowsOf(state.units)) {
    const { run, spec } = unit
    const file = units.get(spec.name)
    if (!file || spec.kind !== 'change' || spec.brief === undefined || isBad(unit)) continue
    if (findRow(state.runs, run)!.status !== 'open') continue
    const order = JSON.parse(artifacts.read(spec.brief).toString('utf8')) as Order
    if (isOrderOf(file, order, spec.review)) found.set(spec.name, run)
  }
  return found
}
