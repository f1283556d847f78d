// What a budget is set for: a run, a unit or the day. One that is less than what was used already, or is meant for what has landed, is
// refused: it would change nothing that anybody could mean.

import { refuse } from '../../base/diagnostic.ts'
import { durationText } from '../../base/duration.ts'
import type { BudgetScope, Scope } from '../../kernel/event.ts'
import type { State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { scopeOf } from './operator.ts'

export function scopeForBudget(
  state: State,
  word: string,
  timeMs: number,
  now: string,
): BudgetScope {
  const spender = spenderNamed(state, word, now)
  refuseWhatIsOver(spender)
  refuseUsedUp(spender, timeMs, word)
  return spender.scope
}

interface Spender {
  readonly scope: BudgetScope
  readonly name: string
  readonly usedMs: number
  /** Nothing is left to be done in it. */
  readonly isDone: boolean
}

function spenderNamed(state: State, word: string, now: string): Spender {
  if (word === 'day') {
    const isToday = state.day.date === now.slice(0, 'YYYY-MM-DD'.length)
    const usedMs = isToday ? state.day.usage.timeMs : 0
    return { scope: { kind: 'day' }, name: 'the day', usedMs, isDone: false }
  }
  const scope = scopeOf(state, word) as Exclude<Scope, { kind: 'project' }>
  if (scope.kind === 'run') {
    const { id, usage, outcome } = findRow(state.runs, scope.run)!
    const isDone = outcome === 'complete' || outcome === 'degraded'
    return { scope, name: id, usedMs: usage.timeMs, isDone }
  }
  const { id, usage, status } = findRow(state.units, scope.unit)!
  return { scope, name: id, usedMs: usage.timeMs, isDone: status === 'landed' }
}

function refuseWhatIsOver({ name, isDone }: Spender): void {
  if (isDone)
    refuse('override/over', `${name} has landed: no agent works on it any more`, {
      fix: 'more time for other work today: fixpoint override day --time TIME',
    })
}

function refuseUsedUp({ name, usedMs, scope }: Spender, timeMs: number, word: string): void {
  if (timeMs > usedMs) return
  const stop = scope.kind === 'day' ? 'fixpoint pause' : `fixpoint pause ${word}`
  refuse(
    'override/used',
    `${durationText(timeMs)} is not more than ${name} has used already (${durationText(usedMs)})`,
    { fix: `give more than that; to let nothing new begin: ${stop}` },
  )
}
