// Since when each unit of a run stands where it stands, and how long agents have worked on it: folded from events, which carry their
// times. The state itself keeps none of this, since nothing is decided by it.

import type { Journal } from '../../journal/model.ts'
import type { Event } from '../../kernel/event.ts'

export interface Timer {
  readonly since: string
  readonly workedMs: number
  readonly isWorking: boolean
}

/** By unit, and for the run itself by its name. */
export type Timers = ReadonlyMap<string, Timer>

/** What changes where a unit stands. */
const steps: ReadonlySet<Event['type']> = new Set([
  'unit.readied',
  'unit.started',
  'unit.dispatched',
  'unit.stopped',
  'unit.worked',
  'unit.judged',
  'unit.approved',
  'attempt.failed',
  'unit.blocked',
  'unit.answered',
  'unit.failed',
  'unit.skipped',
  'unit.cancelled',
  'unit.restored',
  'unit.landing',
  'unit.landed',
])

export function addTimes(timers: Timers, events: readonly Event[]): Timers {
  const next = new Map(timers)
  for (const event of events) {
    if (event.type === 'run.started') {
      next.set(event.run, fresh(event.at))
      for (const { name } of event.units) next.set(`${event.run}/${name}`, fresh(event.at))
    }
    if ('unit' in event && steps.has(event.type))
      next.set(event.unit, stepped(next.get(event.unit), event))
  }
  return next
}

const fresh = (since: string): Timer => ({ since, workedMs: 0, isWorking: false })

function stepped(before: Timer | undefined, { type, at }: Event): Timer {
  return { since: at, workedMs: workedMs(before, at), isWorking: type === 'unit.dispatched' }
}

/** Up to now, with the session that is under way. */
export function workedMs(timer: Timer | undefined, now: string): number {
  if (timer === undefined) return 0
  return timer.workedMs + (timer.isWorking ? spanMs(timer.since, now) : 0)
}

export const spanMs = (since: string, now: string): number =>
  Math.max(0, Date.parse(now) - Date.parse(since))

const PAGE = 1_000

/** Reads the log backwards, as far as the start of the run and no further. */
export async function readTimers(journal: Journal<Event>, run: string): Promise<Timers> {
  const { seq } = await journal.head()
  let events: Event[] = []
  for (let last = seq; last > 0; last -= PAGE) {
    const page: Event[] = []
    for await (const entries of journal.read(Math.max(1, last - PAGE + 1), last))
      page.push(...entries.map(each => each.event))
    events = [...page, ...events]
    if (page.some(each => each.type === 'run.started' && each.run === run)) break
  }
  return addTimes(new Map(), events)
}
