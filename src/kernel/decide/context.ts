// A decision being made: what was emitted so far, and the state that follows from it, so that each rule sees what the last one did.

import type { Diagnostic } from '../../base/diagnostic.ts'
import { error } from '../../base/diagnostic.ts'
import { effectOwner } from '../../base/ids.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { Event, Fact } from '../event.ts'
import { apply } from '../evolve.ts'
import type { Delivery, Gate, Run, State, Unit } from '../model.ts'
import { type Draft, openDraft } from '../structure/draft.ts'
import { findRow, type Rows, rowsOf } from '../structure/rows.ts'

export interface Context {
  readonly draft: Draft
  readonly at: string
  readonly events: Event[]
  /** Runs about which something was decided. */
  readonly touched: Set<string>
  /** Whether everything is looked at again, and not only what the events can have moved. */
  readonly isSweep: boolean
}

export const fine: readonly Diagnostic[] = []

export function openContext(state: State, at: string, isSweep: boolean): Context {
  return { draft: openDraft(state), at, events: [], touched: new Set(), isSweep }
}

export const stateOf = (context: Context): State => context.draft.state

export function emit(context: Context, fact: Fact): void {
  const event = { ...fact, at: context.at } as Event
  apply(context.draft, event)
  context.events.push(event)
  const run = runOf(context, event)
  if (run !== undefined) context.touched.add(run)
}

function runOf(context: Context, event: Event): string | undefined {
  const state = stateOf(context)
  if ('unit' in event) return findRow(state.units, event.unit)?.run
  if ('gate' in event) return findRow(state.gates, event.gate)?.run
  if ('delivery' in event) return findRow(state.deliveries, event.delivery)?.run
  if ('effect' in event) return runOfOwner(state, effectOwner(event.effect))
  return 'run' in event ? event.run : undefined
}

function runOfOwner({ units, runs, deliveries }: State, id: string): string | undefined {
  return findRow(units, id)?.run ?? findRow(deliveries, id)?.run ?? findRow(runs, id)?.id
}

export function unknown(
  kind: string,
  id: string,
  rows: Rows<Unit | Run | Gate | Delivery>,
): readonly Diagnostic[] {
  const ids = rowsOf(rows).map(each => each.id)
  return [error(`${kind}-unknown`, `there is no ${kind} ${id}`, { fix: didYouMean(id, ids) })]
}

export function refuseWith(code: string, message: string, fix?: string): readonly Diagnostic[] {
  return [error(code, message, { fix })]
}
