// The one formula of convergence: (weight of implemented + half the weight of partial) / weight of all, deprecated left out.

import type { Status } from '../contract/level.ts'

export interface Weighed {
  readonly status: Status
  readonly weight: number
}

/** Between 0 and 100, unrounded. Nothing to weigh is converged. */
export function convergence(resources: Iterable<Weighed>): number {
  let all = 0
  let done = 0
  for (const { status, weight } of resources) {
    if (status === 'deprecated') continue
    all += weight
    if (status === 'implemented') done += weight
    if (status === 'partial') done += weight / 2
  }
  return all === 0 ? 100 : (100 * done) / all
}

/** One decimal; 100.0 only for what is whole, so that 2,999 of 3,000 never looks done. */
export function roundConvergence(percent: number): number {
  const rounded = Math.round(percent * 10) / 10
  return rounded >= 100 && percent < 100 ? 99.9 : rounded
}
