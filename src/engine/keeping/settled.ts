// What the journal proves to be over: attempts, workspaces, lines and transcripts that nobody needs any more. What the journal does not
// know is never over. Touches nothing.

import { effectOwner } from '../../base/ids.ts'
import type { Entry } from '../../journal/model.ts'
import { due } from '../../kernel/due.ts'
import type { Event } from '../../kernel/event.ts'
import type { Run, State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { isTerminal } from '../../kernel/unit.ts'
import type { Settlement } from '../../workspace/gc.ts'
import { handPurpose } from '../by-hand.ts'
import { lineOf } from '../perform/land.ts'
import type { Retention } from './retention.ts'

export interface Past {
  readonly state: State
  readonly entries: readonly Entry<Event>[]
  readonly retention: Retention
  readonly now: string
}

export interface Settled {
  readonly workspace: (purpose: string) => Settlement
  readonly attempt: (attempt: string, commit: string) => Settlement
  readonly line: (ref: string, tip: string) => Settlement
  readonly transcript: (attempt: string, lastAt: string) => Settlement
}

const wanted = (reason: string): Settlement => ({ isSettled: false, reason })
const over = (reason: string): Settlement => ({ isSettled: true, reason })

/** `holder` names a branch of the user that holds the tip of a line, where one does. */
export function settled(past: Past, holder: (tip: string) => string | undefined): Settled {
  const { state, now } = past
  const lastAt = lastWords(past.entries)
  const effects = new Set(due(state, now).effects.map(each => each.id))
  return {
    workspace: purpose => workspace(state, effects, purpose),
    attempt: (name, commit) => {
      const unit = unitOf(state, name)
      return unit ? attempt(past, unit, lastAt.get(unit.id), commit) : unknown(name)
    },
    line: (ref, tip) => {
      const run = findRow(state.runs, ref.slice(lineOf('').length))
      return run ? line(past, run, lastAt.get(run.id), tip, holder(tip)) : unknown(ref)
    },
    transcript: (name, at) => {
      const unit = unitOf(state, name)
      return unit ? transcript(past, unit, at) : unknown(name)
    },
  }
}

const unknown = (name: string) => wanted(`the journal does not know ${name}`)

/** `r1/T01#2`, and whatever was made for that attempt: `r1/T01#2:judge:unit:…`. */
function unitOf(state: State, name: string): Unit | undefined {
  return findRow(state.units, effectOwner(name))
}

/** When each unit and each run was last spoken of. */
function lastWords(entries: readonly Entry<Event>[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>()
  for (const { event } of entries) {
    if ('unit' in event) last.set(event.unit, event.at)
    else if ('run' in event) last.set(event.run, event.at)
  }
  return last
}

function workspace(state: State, effects: ReadonlySet<string>, purpose: string): Settlement {
  const owner = effectOwner(purpose)
  const unit = findRow(state.units, owner)
  if (!unit && !findRow(state.runs, owner)) return unknown(purpose)
  const effect = /^[^:]*#\d+:[^:]*/.exec(purpose)?.[0]
  if (effect !== undefined)
    return effects.has(effect) ? wanted(`${effect} is not done`) : over(`${effect} is over`)
  if (unit?.opened && purpose === handPurpose(unit.id))
    return wanted(`${unit.opened.by} has ${unit.id} open`)
  const isAtWork = unit?.status === 'preparing' || unit?.status === 'working'
  if (isAtWork && purpose === `${unit.id}#${unit.attempt}`)
    return wanted(`attempt ${purpose} is not settled`)
  return over(`attempt ${purpose} is over`)
}

function attempt(past: Past, unit: Unit, lastAt: string | undefined, commit: string): Settlement {
  const { id, status, kept, best, opened } = unit
  if (opened) return wanted(`${opened.by} has ${id} open`)
  if (status === 'landed') return over(`${id} landed`)
  if (!isTerminal(unit)) return wanted(`${id} is ${status}`)
  if (commit === kept || commit === best?.tree)
    return wanted(`${id} goes on from it when it is tried again`)
  return expiry(past, `${id} ${status}`, lastAt, past.retention.attemptsMs)
}

function line(
  past: Past,
  run: Run,
  lastAt: string | undefined,
  tip: string,
  holder: string | undefined,
): Settlement {
  if (run.status === 'open') return wanted(`${run.id} is open`)
  if (holder !== undefined) return over(`${run.id} is over, and ${holder} holds what landed`)
  if (isDelivered(past.state, run, tip))
    return wanted(`${run.id} was delivered, and no branch of a person holds that any more`)
  if (run.outcome === 'cancelled' && tip === run.base)
    return expiry(
      past,
      `${run.id} was cancelled, and nothing landed`,
      lastAt,
      past.retention.attemptsMs,
    )
  return wanted(`what landed in ${run.id} was not delivered`)
}

/** A delivery to its own branch leaves it just there. */
function isDelivered({ deliveries }: State, run: Run, tip: string): boolean {
  return run.deliveries.some(id => {
    const { how, status, tip: brought } = findRow(deliveries, id)!
    return how !== 'branch' && status === 'merged' && brought === tip
  })
}

function transcript(past: Past, unit: Unit, lastAt: string): Settlement {
  if (!isTerminal(unit)) return wanted(`${unit.id} is ${unit.status}`)
  return expiry(past, `${unit.id} ${unit.status}`, lastAt, past.retention.transcriptsMs)
}

/** Whether something that ended then has been kept for long enough. */
function expiry(
  { now }: Past,
  what: string,
  endedAt: string | undefined,
  keptMs: number,
): Settlement {
  const since = endedAt ?? now
  const reason = `${what}, last heard of on ${since.slice(0, 10)}`
  return Date.parse(now) - Date.parse(since) >= keptMs ? over(reason) : wanted(reason)
}
