// What the events of a candidate change in its unit. A word about a candidate that was discarded changes nothing.

import type { Event, EventOf } from '../event.ts'
import type { Candidate, Unit } from '../model.ts'
import { stageOf } from './stage.ts'

export type UnitEvent = Extract<Event, { unit: string }>
type Patch = Partial<Unit>

export function foldCandidate(unit: Unit, event: UnitEvent): Patch {
  if (event.type === 'candidate.proposed') return propose(event)
  if (event.type === 'unit.landing') return embark(unit, event)
  const { candidate } = unit
  if (candidate === null || !('candidate' in event)) return {}
  if (candidate.serial !== event.candidate) return {}
  switch (event.type) {
    case 'candidate.built':
      return at(candidate, { status: event.isHeld ? 'held' : 'built', commit: event.commit })
    case 'candidate.chosen': {
      const { against, covers } = event
      return {
        candidate: { ...candidate, status: 'built', batch: { against, covers } },
        stage: null,
      }
    }
    case 'candidate.proving':
      return { candidate: { ...candidate, status: 'proving' }, stage: stageOf('prove') }
    case 'candidate.passed':
      return at(candidate, { status: 'passed' })
    case 'candidate.failed':
      return at(candidate, { status: 'failed', failure: event.failure })
    case 'candidate.discarded':
      return { status: 'queued', candidate: null, aboard: null, stage: null, wait: null }
  }
}

function propose(event: EventOf<'candidate.proposed'>): Patch {
  const { candidate: serial, onto } = event
  return {
    candidate: { serial, onto, status: 'building', ...nothingYet },
    candidates: serial,
    stage: stageOf('build'),
    wait: null,
  }
}

const nothingYet = { commit: null, failure: null, batch: null, from: null }

function embark({ candidate }: Unit, { from }: EventOf<'unit.landing'>): Patch {
  return {
    status: 'landing',
    stage: stageOf('land'),
    candidate: candidate && { ...candidate, from },
  }
}

/** An effect was answered, so the world works again; that one is asked for says nothing of that. */
function at(candidate: Candidate, change: Partial<Candidate>): Patch {
  return { candidate: { ...candidate, ...change }, stage: null, trips: 0 }
}
