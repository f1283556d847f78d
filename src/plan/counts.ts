// How many of each: the numbers that every report of a plan shows.

import type { Status } from '../contract/level.ts'
import type { Action, ActionKind, Plan, Verdict } from './plan.ts'

export type StatusCounts = Readonly<Record<Status, number>>

export function countStatuses(plan: Plan): StatusCounts {
  const counts: Record<Status, number> = {
    implemented: 0,
    partial: 0,
    missing: 0,
    broken: 0,
    deprecated: 0,
  }
  for (const { status } of plan.verdicts) counts[status]++
  return counts
}

/** "Plan: 2 to create, 1 to update." or the sentence that a finished project prints. */
export function actionSummary(actions: readonly Pick<Action, 'action'>[]): string {
  if (actions.length === 0) return 'No changes. State matches spec.'
  const count = (kind: ActionKind) => actions.filter(each => each.action === kind).length
  const parts = (['create', 'update', 'delete'] as const)
    .filter(kind => count(kind) > 0)
    .map(kind => `${count(kind)} to ${kind}`)
  return `Plan: ${parts.join(', ')}.`
}

/** Which checks spoke before something changed; what a person decided rests on none. */
export const staleChecks = ({ entry }: Verdict): readonly string[] =>
  entry?.locked || entry?.source === 'manual' ? [] : (entry?.stale ?? [])

/** It counts as implemented because a person said so. */
export const isAttested = ({ status, entry }: Verdict) =>
  status === 'implemented' && entry?.source === 'manual'
