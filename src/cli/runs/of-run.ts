// Which run an event belongs to: what a unit, a gate, a delivery or an effect is part of. Events of the whole project belong to none.

import { effectOwner } from '../../base/ids.ts'
import type { Event } from '../../kernel/event.ts'
import type { State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'

export function runOf(state: State, event: Event): string | undefined {
  if ('run' in event) return event.run
  if ('scope' in event) return runOfScope(state, event.scope)
  return runOfOwner(state, ownerOf(event))
}

/** The id that the event speaks of. */
function ownerOf(event: Event): string {
  if ('unit' in event) return event.unit
  if ('gate' in event) return event.gate
  if ('delivery' in event) return event.delivery
  if ('effect' in event) return effectOwner(event.effect)
  return 'owner' in event ? event.owner : ''
}

function runOfOwner({ units, gates, deliveries, runs }: State, id: string): string | undefined {
  const part = findRow(units, id) ?? findRow(gates, id) ?? findRow(deliveries, id)
  return part?.run ?? findRow(runs, id)?.id
}

type ScopeOf = Extract<Event, { readonly scope: unknown }>['scope']

function runOfScope(state: State, scope: ScopeOf): string | undefined {
  if (scope.kind === 'run') return scope.run
  if (scope.kind === 'unit') return runOfOwner(state, scope.unit)
  return scope.kind === 'gate' ? runOfOwner(state, scope.gate) : undefined
}
