// A run as people and programs see it: how far it is, each unit with the reason why it is not further, and what to type next.

import { compareText } from '../../base/order.ts'
import { roundConvergence } from '../../evidence/convergence.ts'
import type {
  Delivery,
  Evaluation,
  Run,
  State,
  Unit,
  UnitStatus,
  Usage,
} from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import type { RunSummary } from '../../kernel/summary.ts'
import { isTerminal } from '../../kernel/unit.ts'
import { type Reason, whyWaiting } from '../../kernel/why.ts'
import type { Paint, Tone } from '../paint.ts'
import { undrivenText } from './driving.ts'
import { unitsOf } from './find.ts'
import { reasonText } from './reason-text.ts'
import { summaries } from './summaries.ts'
import type { Taking } from './taking.ts'

export interface UnitRow {
  readonly unit: string
  readonly name: string
  readonly status: UnitStatus
  readonly attempt: number
  readonly reason: Reason | null
  /** Of the last attempt that failed. */
  readonly failure: string | null
  readonly commit: string | null
}

export interface RunView {
  readonly summary: RunSummary
  readonly base: string
  readonly units: readonly UnitRow[]
  readonly deliveries: readonly Delivery[]
  /** Where what landed is by now; undefined where nobody asked. */
  readonly taking: Taking | undefined
  /** What the spec says of the tip; null where there is none, or it was not evaluated yet. */
  readonly evaluation: Evaluation | null
  /** Why nothing moves, where nobody drives. */
  readonly undriven: string | undefined
}

export function runView(state: State, run: Run, now: string, taking?: Taking): RunView {
  return {
    summary: summaries(state, now).runs.find(each => each.run === run.id)!,
    base: run.base,
    units: unitsOf(state, run).map(unit => unitRow(state, unit, now)),
    deliveries: run.deliveries.map(each => findRow(state.deliveries, each)!),
    taking,
    evaluation: run.evaluation,
    undriven: undrivenText(state),
  }
}

function unitRow(state: State, unit: Unit, now: string): UnitRow {
  const { id, spec, status, attempt, commit } = unit
  const last = unit.failures.at(-1)
  return {
    unit: id,
    name: spec.name,
    status,
    attempt,
    reason: isTerminal(unit) ? null : whyWaiting(state, unit, now),
    failure: last === undefined || status === 'landed' ? null : `${last.class}: ${last.summary}`,
    commit,
  }
}

export function runText(
  { summary: run, units, deliveries, taking, evaluation, undriven }: RunView,
  paint: Paint,
): string {
  const width = Math.max(...units.map(each => each.name.length))
  return [
    `${paint('strong', run.run)}  ${headline(run, undriven)}`,
    ...units.map(each => unitLine(each, width, undriven === undefined, paint)),
    ...run.gates.map(({ gate, status }) => `  gate ${gate}  ${status}`),
    ...deliveries.map(each => {
      const isLast = each === deliveries.at(-1)
      return `  delivery ${each.id}  ${deliveryText(each, isLast ? taking : undefined)}${link(each.url)}`
    }),
    ...(evaluation ? evaluationLines(evaluation, paint) : []),
  ].join('\n')
}

export function evaluationLines(evaluation: Evaluation, paint: Paint): readonly string[] {
  const { fallen, unchecked } = evaluation
  return [
    `  ${convergenceText(evaluation)}`,
    ...(unchecked > 0 ? [`  ${unchecked} with checks that nobody ran on this tree`] : []),
    ...fallen.map(
      each => `  ${paint('bad', `${each} was implemented on the base, and is no longer`)}`,
    ),
  ]
}

/** `12.3 s of agents`. */
export const usedText = ({ timeMs }: Usage) => `${(timeMs / 1000).toFixed(1)} s of agents`

export const convergenceText = ({ from, to }: Pick<Evaluation, 'from' | 'to'>) =>
  `convergence ${percent(from)} → ${percent(to)}`

const percent = (share: number) => `${roundConvergence(share).toFixed(1)}%`

/** A delivery to the run's own branch moves nothing of anybody's. One that waits says what for, as things stand now where that was asked. */
function deliveryText({ how, status, why, wait }: Delivery, taking: Taking | undefined): string {
  if (wait !== null) return `${status}; it is tried again at ${wait.until}`
  if (how === 'branch' && status === 'merged') return 'left on its branch'
  if (status !== 'conflicted') return status
  if (taking?.kind === 'there') return `taken: ${taking.target} has it`
  if (taking?.kind === 'undone') return 'nothing is left of it to take'
  const reason = taking?.kind === 'open' ? taking.why : why
  return reason ? `waits: ${reason}` : 'waits'
}

export function headline(run: RunSummary, undriven: string | undefined): string {
  const { counts, total } = run
  const parts = Object.entries(counts)
    .sort(([a], [b]) => compareText(a, b))
    .map(([status, count]) => `${count} ${status}`)
  return `${howText(run, undriven)}: ${total} ${total === 1 ? 'unit' : 'units'}, ${parts.join(', ')}`
}

export const howText = (
  { outcome, isParked }: Pick<RunSummary, 'outcome' | 'isParked'>,
  undriven: string | undefined,
): string => outcome ?? (isParked ? 'waits for a person' : (undriven ?? 'running'))

function unitLine(row: UnitRow, width: number, isDriven: boolean, paint: Paint): string {
  const status = paint(toneOf(row.status), row.status.padEnd(statusWidth))
  const words = [wordsOf(row, isDriven), row.failure === null ? '' : `(${row.failure})`].filter(
    Boolean,
  )
  return `  ${row.name.padEnd(width)}  ${status}  ${words.join(' ')}`.trimEnd()
}

function wordsOf({ reason, commit }: UnitRow, isDriven: boolean): string {
  return reason === null ? (commit?.slice(0, 10) ?? '') : reasonText(reason, isDriven)
}

const statusWidth = 'cancelled'.length

export function toneOf(status: UnitStatus): Tone {
  if (status === 'landed') return 'good'
  if (status === 'failed' || status === 'blocked') return 'bad'
  return status === 'skipped' || status === 'cancelled' ? 'dim' : 'change'
}

const link = (url: string | null) => (url === null ? '' : `  ${url}`)

export const runJson = ({ summary: run, base, units, taking, evaluation, undriven }: RunView) => ({
  ...run,
  take: taking?.kind === 'open' ? { why: taking.why ?? null, command: taking.command } : null,
  driven: undriven === undefined,
  base,
  evaluation: evaluationJson(evaluation),
  units: units.map(each => ({
    ...each,
    reason: each.reason && {
      ...each.reason,
      text: reasonText(each.reason, undriven === undefined),
    },
  })),
})

export const evaluationJson = (evaluation: Evaluation | null) =>
  evaluation && {
    tip: evaluation.tip,
    convergence: {
      before: roundConvergence(evaluation.from),
      after: roundConvergence(evaluation.to),
    },
    fallen: evaluation.fallen,
    unchecked: evaluation.unchecked,
  }
