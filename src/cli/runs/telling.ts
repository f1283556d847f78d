// What a run says in lines while it goes on: each step that people care for, and whom it waits for where that is another run. Says; decides
// nothing.

import type { Ledger } from '../../engine/ledger.ts'
import type { Event } from '../../kernel/event.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { isAtRest, isRunParked } from '../../kernel/standstill.ts'
import { eachKey } from '../../kernel/structure/keys.ts'
import { findRow, rowAt } from '../../kernel/structure/rows.ts'
import { whyWaiting } from '../../kernel/why.ts'
import { otherDriver } from './driving.ts'
import { eventText } from './event-text.ts'
import { unitsOf } from './find.ts'
import { runOf } from './of-run.ts'
import { isOver } from './over.ts'
import { reasonText } from './reason-text.ts'

type Say = (text: string) => void

/** Until it is asked to be quiet. Once the run is over, the steps of the others that are driven on here are told. */
export function tellSteps(ledger: Ledger, run: string, say: Say): () => void {
  const said = new Set<string>()
  const sayWaits = () => {
    for (const text of waitTexts(ledger.state, run, ledger.now())) {
      if (!said.has(text)) say(text)
      said.add(text)
    }
  }
  sayWaits()
  return ledger.onChange(events => {
    const { state } = ledger
    for (const event of events.filter(isTold)) {
      const of = runOf(state, event)
      if (of === run || (of !== undefined && isOver(state, run))) say(eventText(event))
    }
    sayWaits()
  })
}

/** Once, when the run is over and this process drives others on. */
export function tellWhenOthersGoOn(ledger: Ledger, run: string, say: Say): () => void {
  let isSaid = false
  return ledger.onChange(() => {
    const { state } = ledger
    if (isSaid || !isOver(state, run) || otherDriver(state) !== undefined) return
    isSaid = true
    const others = otherOpenRuns(state, run).filter(each => !isOver(state, each))
    if (others.length === 0 || isAtRest(state, ledger.now())) return
    const how = findRow(state.runs, run)!.status === 'open' ? 'waits for a person' : 'is over'
    const them = others.length === 1 ? 'is driven' : 'are driven'
    say(`${run} ${how}; ${others.join(', ')} ${them} on from here, and Ctrl-C ends that.`)
  })
}

/** Before the run begins: one process drives all that is open, and nobody who asked for this run would guess it. */
export function besideText(state: State, run: string, now: string): string | undefined {
  const others = otherOpenRuns(state, run).filter(each => {
    const other = findRow(state.runs, each)!
    return !other.isPaused && !isRunParked(state, other, now)
  })
  if (others.length === 0) return undefined
  const [is, them] = others.length === 1 ? ['is', 'it'] : ['are', 'them']
  const hold = others.map(each => `fixpoint pause run:${each}`).join(' && ')
  return `${others.join(', ')} ${is} unfinished and driven on here too, beside ${run}. To hold ${them} back: ${hold}`
}

/** Steps that only the machinery cares for are in the journal, not on the screen. */
const untold: ReadonlySet<Event['type']> = new Set([
  'lease.claimed',
  'unit.readied',
  'unit.prepared',
  'unit.judging',
  'candidate.proposed',
  'candidate.built',
  'candidate.proving',
  'candidate.passed',
  'rested',
  'usage.recorded',
])

const isTold = ({ type }: Event) => !untold.has(type)

/** Inside one run waiting is the order of things; for another run nobody who looks at this one would guess it. */
function waitTexts(state: State, run: string, now: string): readonly string[] {
  const found = findRow(state.runs, run)
  if (!found || otherOpenRuns(state, run).length === 0) return []
  return unitsOf(state, found)
    .filter(each => each.status === 'ready')
    .flatMap(each => waitText(state, each, now))
}

function waitText(state: State, unit: Unit, now: string): readonly string[] {
  const reason = whyWaiting(state, unit, now)
  if (reason.kind !== 'claim') return []
  const holder = findRow(state.units, reason.holder)!
  if (holder.run === unit.run) return []
  const itself = reasonText(whyWaiting(state, holder, now))
  return [`${unit.id} waits: ${reasonText(reason)}, and ${holder.id}: ${itself}`]
}

const otherOpenRuns = (state: State, run: string): readonly string[] =>
  [...eachKey(state.openRuns)].map(each => rowAt(state.runs, each).id).filter(each => each !== run)
