// What people may be told of while they are elsewhere, as a document for programs: which event, of what, at which place of the journal.
// Holds no word of an agent and no secret: names, outcomes and the command to type.

import type { Entry } from '../../journal/model.ts'
import type { Event } from '../../kernel/event.ts'

export const noticeKinds = ['blocked', 'gate', 'budget', 'finished'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface Notice {
  readonly version: '1'
  readonly kind: NoticeKind
  /** The place in the journal: the same notice has the same number, whoever sends it. */
  readonly seq: number
  readonly at: string
  readonly project: string
  /** The unit, gate or run. */
  readonly subject: string
  /** Of a run: how it ended; of a unit: why it stopped. */
  readonly outcome: string | null
  readonly command: string
}

export function noticeOf({ seq, event }: Entry<Event>, project: string): Notice | undefined {
  const said = wordsOf(event)
  return said && { version: '1', seq, at: event.at, project, ...said }
}

type Words = Pick<Notice, 'kind' | 'subject' | 'outcome' | 'command'>

function wordsOf(event: Event): Words | undefined {
  switch (event.type) {
    case 'unit.blocked':
      return blocked(event.unit, event.stop)
    case 'unit.judged':
      return event.next === 'review' ? blocked(event.unit, 'review') : undefined
    case 'attempt.failed':
      return event.next === 'block' ? blocked(event.unit, event.stop ?? null) : undefined
    case 'gate.reached':
      return { kind: 'gate', subject: event.gate, outcome: null, command: 'fixpoint status' }
    case 'unit.stopping':
      return { kind: 'budget', subject: event.unit, outcome: event.why, command: 'fixpoint status' }
    case 'run.finished':
      return {
        kind: 'finished',
        subject: event.run,
        outcome: event.outcome,
        command: `fixpoint show run:${event.run}`,
      }
    default:
      return undefined
  }
}

const blocked = (unit: string, stop: string | null): Words => ({
  kind: 'blocked',
  subject: unit,
  outcome: stop,
  command: `fixpoint show ${unit}`,
})

export function noticeText({ kind, subject, outcome, command }: Notice): string {
  const words = {
    blocked: `${subject} waits for you`,
    gate: `${subject} is ready for review`,
    budget: `${subject} was stopped: its budget is used up`,
    finished: `${subject} finished: ${outcome}`,
  }
  return `${words[kind]} (${command})`
}
