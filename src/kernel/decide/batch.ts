// Many candidates for one proof. Only the last of a batch is proved, as a delta to what the batch stands on: green, and all of it lands in
// one move of the ref, to the very commit that was proved; red, and the batch is halved until the one that makes it red is found.

import { comingUnits } from '../line.ts'
import type { Run, Unit } from '../model.ts'
import { type Context, emit, stateOf } from './context.ts'

export interface Batch {
  /** Built on the tip and on each other, in order. */
  readonly standing: readonly Unit[]
  /** How many of them stood ahead of the first whose proof failed; that one may be to blame, or any of these. */
  readonly red: number | undefined
  /** Nothing more can be built on the last of them yet. */
  readonly isWhole: boolean
}

export function settleBatch(context: Context, run: Run, { standing, red, isWhole }: Batch): void {
  const waiting = standing.filter(unit => unit.status === 'queued')
  const landing = standing.length - waiting.length
  const green = waiting.findLastIndex(unit => unit.candidate!.status === 'passed')
  if (green >= 0) {
    if (landing === 0) board(context, waiting.slice(0, green + 1))
    return
  }
  if (waiting.some(isChosen)) return
  if (red !== undefined) choose(context, waiting, Math.floor((red - landing - 1) / 2))
  else if (isWhole && comingUnits(stateOf(context), run).length === 0)
    choose(context, waiting, waiting.length - 1)
}

/** One proof at a time: the next one depends on what it says. */
const isChosen = ({ candidate }: Unit) =>
  candidate!.status === 'built' || candidate!.status === 'proving'

function choose(context: Context, batch: readonly Unit[], at: number): void {
  const unit = batch[at]
  if (unit === undefined) return
  emit(context, {
    type: 'candidate.chosen',
    unit: unit.id,
    candidate: unit.candidate!.serial,
    against: batch[0]!.candidate!.onto,
    covers: batch.slice(0, at).map(each => each.id),
  })
}

/** What is green lands with everything it stands on. */
function board(context: Context, units: readonly Unit[]): void {
  const carrier = units.at(-1)!
  emit(context, {
    type: 'unit.landing',
    unit: carrier.id,
    from: units[0]!.candidate!.onto,
    to: carrier.candidate!.commit!,
    aboard: units.slice(0, -1).map(each => each.id),
  })
}
