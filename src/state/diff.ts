// Two states beside each other: what rose, what fell, what came and what went, and how far each had converged.

import { sortedBy } from '../base/order.ts'
import type { Status } from '../contract/level.ts'
import { convergence, roundConvergence } from '../evidence/convergence.ts'
import { addressOf, type State } from './read.ts'

export interface StatusStep {
  readonly address: string
  readonly from: Status
  readonly to: Status
}

export interface StateDiff {
  readonly upgraded: readonly StatusStep[]
  readonly downgraded: readonly StatusStep[]
  /** The same rank under another name: missing → broken. */
  readonly changed: readonly StatusStep[]
  readonly added: readonly { readonly address: string; readonly status: Status }[]
  readonly removed: readonly { readonly address: string; readonly status: Status }[]
  readonly convergenceBefore: number
  readonly convergenceAfter: number
}

const rank: Readonly<Record<Status, number>> = {
  implemented: 2,
  partial: 1,
  missing: 0,
  broken: 0,
  deprecated: 0,
}

/** `declared` are the spec's resources by address with their weights; without a spec every entry weighs one. */
export function diffStates(
  before: State,
  after: State,
  declared: ReadonlyMap<string, number> | undefined,
): StateDiff {
  const old = statuses(before)
  const now = statuses(after)
  const steps = [...old].flatMap(([address, from]) => {
    const to = now.get(address)
    return to === undefined || to === from ? [] : [{ address, from, to }]
  })
  return {
    upgraded: steps.filter(each => rank[each.to] > rank[each.from]),
    downgraded: steps.filter(each => rank[each.to] < rank[each.from]),
    changed: steps.filter(each => rank[each.to] === rank[each.from]),
    added: only(now, old),
    removed: only(old, now),
    convergenceBefore: converged(old, declared),
    convergenceAfter: converged(now, declared),
  }
}

type Statuses = ReadonlyMap<string, Status>

const statuses = (state: State): Statuses =>
  new Map(sortedBy(state.resources, addressOf).map(each => [addressOf(each), each.status]))

const only = (these: Statuses, those: Statuses) =>
  [...these]
    .filter(([address]) => !those.has(address))
    .map(([address, status]) => ({ address, status }))

/** The one formula over the one set: what the spec declares, whether or not the state knows it. */
function converged(entries: Statuses, declared: ReadonlyMap<string, number> | undefined): number {
  const weighed = declared
    ? [...declared].map(
        ([address, weight]) => ({ status: entries.get(address) ?? 'missing', weight }) as const,
      )
    : [...entries.values()].map(status => ({ status, weight: 1 }))
  return roundConvergence(convergence(weighed))
}
