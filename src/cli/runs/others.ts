// The runs that were open beside the one that a command followed: how each stands when the command ends, why, and what to type.

import type { ExitCode } from '../../contract/exit-codes.ts'
import type { Ledger } from '../../engine/ledger.ts'
import type { State } from '../../kernel/model.ts'
import { eachKey } from '../../kernel/structure/keys.ts'
import { findRow, rowAt } from '../../kernel/structure/rows.ts'
import type { RunSummary } from '../../kernel/summary.ts'
import { undrivenText } from './driving.ts'
import { type Need, needsOf } from './needs-person.ts'
import { exitOf } from './over.ts'
import { headline } from './run-view.ts'
import { needText } from './standing.ts'
import { summaries } from './summaries.ts'

export interface OtherRun {
  readonly summary: RunSummary
  readonly needs: readonly Need[]
  /** Why nothing moves, where nobody drives. */
  readonly undriven: string | undefined
  readonly code: ExitCode
}

export interface OpenRuns {
  /** All that were open at some time since. */
  readonly names: ReadonlySet<string>
  readonly close: () => void
}

export function noteOpenRuns(ledger: Ledger): OpenRuns {
  const names = new Set<string>()
  const look = () => {
    for (const order of eachKey(ledger.state.openRuns))
      names.add(rowAt(ledger.state.runs, order).id)
  }
  look()
  return { names, close: ledger.onChange(look) }
}

export function othersOf(
  state: State,
  run: string,
  open: ReadonlySet<string>,
  now: string,
): readonly OtherRun[] {
  const names = new Set(open)
  names.delete(run)
  return summaries(state, now)
    .runs.filter(each => names.has(each.run))
    .map(summary => {
      const found = findRow(state.runs, summary.run)!
      const needs = needsOf(state, found, now)
      return { summary, needs, undriven: undrivenText(state), code: exitOf(found) }
    })
}

export function otherLines({ summary, needs, undriven }: OtherRun): readonly string[] {
  const isOpen = summary.status === 'open'
  const isUndriven = isOpen && !summary.isParked && undriven !== undefined
  return [
    `${isOpen ? 'Still open: ' : ''}${summary.run}  ${headline(summary, undriven)}`,
    ...(isOpen ? needs.map(each => `  ${needText(each)}`) : []),
    ...(isUndriven ? ['  go on with: fixpoint run'] : []),
  ]
}

export const otherJson = ({ summary, needs }: OtherRun) => ({
  run: summary.run,
  status: summary.status,
  outcome: summary.outcome,
  isParked: summary.isParked,
  needs,
})
