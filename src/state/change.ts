// What can be done to a state, as values: a state goes in, a state comes out, the very same one when nothing changes.

import type { MarkableStatus, Status } from '../contract/level.ts'
import type { StateEntry, StatusChange } from '../contract/state.ts'
import type { Spec } from '../spec/model.ts'
import { addressOf, type State } from './read.ts'
import { settle } from './settle.ts'

/** Enough to see how a verdict came about; the journal keeps the rest. */
const HISTORY_LENGTH = 100

export interface Mark {
  readonly address: string
  readonly type: string
  readonly name: string
  readonly status: MarkableStatus
  readonly files: readonly string[] | undefined
  readonly tests: readonly string[] | undefined
  readonly reason: string | undefined
  readonly lock: boolean
  /** Digest of the named files as they are now; undefined where none are named. */
  readonly digest: string | undefined
  readonly agent: string | undefined
  readonly by: string
}

export function entryOf(state: State, address: string): StateEntry | undefined {
  return state.resources.find(each => addressOf(each) === address)
}

export function mark(state: State, wanted: Mark, now: string): State {
  const before = entryOf(state, wanted.address)
  const { type, name, status } = wanted
  const marked: StateEntry = {
    ...(before ?? { type, name }),
    status,
    source: 'manual',
    locked: wanted.lock || (before?.locked ?? false),
    files: [...(wanted.files ?? before?.files ?? [])],
    tests: [...(wanted.tests ?? before?.tests ?? [])],
    mark_digest: wanted.digest ?? (wanted.files ? undefined : before?.mark_digest),
    reason: wanted.reason ?? (before?.status === status ? before.reason : undefined),
    agent: wanted.agent ?? before?.agent,
  }
  return put(state, before, marked, {
    at: now,
    by: wanted.agent ?? wanted.by,
    reason: wanted.reason,
  })
}

/** Follows what the spec says of old names. */
export function settleState(state: State, spec: Pick<Spec, 'moved' | 'removed'>): State {
  const { entries, forgotten } = settle(state.resources, spec)
  return forgotten.length === 0 ? state : { ...state, resources: [...entries] }
}

export function setLocked(state: State, address: string, isLocked: boolean, now: string): State {
  const before = entryOf(state, address)
  if (!before || (before.locked ?? false) === isLocked) return state
  return put(state, before, { ...before, locked: isLocked }, { at: now, by: '' })
}

export function remove(state: State, addresses: ReadonlySet<string>): State {
  const resources = state.resources.filter(each => !addresses.has(addressOf(each)))
  return resources.length === state.resources.length ? state : { ...state, resources }
}

export function move(
  state: State,
  from: string,
  to: { type: string; name: string },
  now: string,
): State {
  const before = entryOf(state, from)
  if (!before) return state
  const resources = state.resources.map(each =>
    each === before
      ? { ...each, ...to, created_at: each.created_at ?? now, updated_at: now }
      : each,
  )
  return { ...state, resources }
}

export interface Cause {
  readonly at: string
  readonly by: string
  readonly reason?: string | undefined
}

function put(state: State, before: StateEntry | undefined, after: StateEntry, cause: Cause): State {
  const entry = stamped(before, after, cause)
  if (entry === before) return state
  const resources = before
    ? state.resources.map(each => (each === before ? entry : each))
    : [...state.resources, entry]
  return { ...state, resources }
}

/** The entry as it is to be stored: with a new time and a line of history, or the very same one when nothing but the time is new. */
export function stamped(
  before: StateEntry | undefined,
  after: StateEntry,
  cause: Cause,
): StateEntry {
  if (before && isSame(before, after)) return before
  const timed = { ...after, created_at: before?.created_at ?? cause.at, updated_at: cause.at }
  return withHistory(timed, before, cause)
}

function withHistory(
  after: StateEntry,
  before: StateEntry | undefined,
  { at, by, reason }: Cause,
): StateEntry {
  const from: Status = before?.status ?? 'missing'
  if (from === after.status) return after
  const change: StatusChange = {
    at,
    from,
    to: after.status,
    by,
    ...(reason !== undefined && { reason }),
  }
  return { ...after, history: [...(after.history ?? []), change].slice(-HISTORY_LENGTH) }
}

/** Absent and undefined are the same here, as they are in the file. */
function isSame(a: StateEntry, b: StateEntry): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every(key => {
    const [one, other] = [defaulted(a, key), defaulted(b, key)]
    return one === other || JSON.stringify(one) === JSON.stringify(other)
  })
}

function defaulted(entry: StateEntry, key: string): unknown {
  const value = entry[key]
  if (key === 'locked') return value ?? false
  return key === 'files' || key === 'tests' ? (value ?? []) : value
}
