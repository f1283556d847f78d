// What the events of a gate change in it.

import type { Event } from '../event.ts'
import type { Gate } from '../model.ts'
import type { Draft } from '../structure/draft.ts'
import { findRow } from '../structure/rows.ts'
import { changeGate } from './change.ts'

type GateEvent = Extract<Event, { gate: string }>

export function foldGate(draft: Draft, event: GateEvent): void {
  const gate = findRow(draft.state.gates, event.gate)
  if (gate) changeGate(draft, gate, patchFor(gate, event))
}

function patchFor(gate: Gate, event: GateEvent): Partial<Gate> {
  switch (event.type) {
    case 'gate.armed':
      return { status: 'armed' }
    case 'gate.disarmed':
      return { status: 'draft' }
    case 'gate.started':
    case 'gate.reopened':
      return { status: 'running' }
    case 'gate.reached':
      return { status: 'awaiting_review' }
    case 'gate.passed':
      return { status: 'passed' }
    case 'gate.rejected': {
      const note = { kind: 'comment', by: event.by, text: event.comments } as const
      return { status: 'draft', notes: [...gate.notes, note] }
    }
  }
}
