// What a unit's fields mean for the indexes: in which queue it stands, which slot it takes, whether it is still open.
// The indexes are kept by these functions, and the invariants count again with the same ones.

import type { Slot, Unit, UnitSpec, UnitStatus } from './model.ts'

export type Queue = 'ready' | 'work' | 'judge'

const terminal: ReadonlySet<UnitStatus> = new Set(['landed', 'failed', 'skipped', 'cancelled'])

export const isTerminal = (unit: Unit): boolean => terminal.has(unit.status)

/** Ended without landing, so that what needs it can never start. */
export const isBad = (unit: Unit): boolean => unit.status !== 'landed' && terminal.has(unit.status)

export const isInLine = (unit: Unit): boolean =>
  unit.status === 'queued' || unit.status === 'landing'

/** Git makes its tree: no agent, no workspace, no budget. */
export const isComputed = ({ spec }: Unit): boolean => isComputedKind(spec.kind)

export const isComputedKind = (kind: UnitSpec['kind']): boolean =>
  kind === 'branch' || kind === 'revert'

/** Until an agent reviews what git computed, no agent has to do with it. */
export const needsNoAgent = (unit: Unit): boolean => isComputed(unit) && unit.status !== 'reviewing'

/** The queue in which the unit waits for a slot. */
export function queueOf(unit: Unit): Queue | null {
  if (unit.stage !== null || unit.wait !== null || unit.opened) return null
  if (unit.status === 'ready') return 'ready'
  if (unit.status === 'preparing') return unit.isPrepared ? 'work' : null
  if (unit.status === 'judging') return 'judge'
  if (unit.status === 'reviewing') return unit.spec.review === 'agent' ? 'work' : null
  return unit.status === 'queued' && unit.candidate?.status === 'built' ? 'judge' : null
}

/** A prepared workspace keeps its slot until an agent takes it over, so preparations never run ahead of the agents. */
export function slotOf(unit: Unit): Slot | null {
  const kind = unit.stage?.kind
  if (unit.status === 'preparing' || kind === 'work' || kind === 'review') {
    if (needsNoAgent(unit)) return null
    return unit.status === 'preparing' ? 'prepare' : 'work'
  }
  return kind === 'judge' || kind === 'prove' ? 'judge' : null
}

const rankMost = 2 ** 25
const orderSpan = 2 ** 27

/** What takes no slot stands ahead of everything that may have to wait for one. */
export const computedRank = rankMost

/** The most urgent first: the longest way to the end, then the order of declaration. */
export function keyFor(rank: number, order: number): number {
  return (rankMost - Math.min(rankMost, Math.ceil(rank))) * orderSpan + order
}

export const orderOfKey = (key: number): number => key % orderSpan
