// What the events of a journal say about the present. Never refuses: what an event speaks of and is not there is passed over.

import type { Event } from './event.ts'
import { foldDelivery } from './evolve/deliveries.ts'
import { foldEffect } from './evolve/effects.ts'
import { foldGate } from './evolve/gates.ts'
import { foldProject } from './evolve/project.ts'
import { foldRun } from './evolve/runs.ts'
import { foldUnit } from './evolve/units.ts'
import type { State } from './model.ts'
import { type Draft, openDraft } from './structure/draft.ts'

export function evolve(state: State, event: Event): State {
  const draft = openDraft(state)
  apply(draft, event)
  return draft.state
}

/** Many events at once: the same state as one `evolve` after the other, with everything copied once. */
export function fold(state: State, events: Iterable<Event>): State {
  const draft = openDraft(state)
  for (const event of events) apply(draft, event)
  return draft.state
}

export function apply(draft: Draft, event: Event): void {
  draft.state.seq += 1
  draft.state.at = event.at
  if ('unit' in event) foldUnit(draft, event)
  else if ('gate' in event) foldGate(draft, event)
  else if ('delivery' in event) foldDelivery(draft, event)
  else if ('run' in event) foldRun(draft, event)
  else if ('effect' in event || 'owner' in event) foldEffect(draft, event)
  else foldProject(draft, event)
}
