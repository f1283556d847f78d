// What the world is asked to do now, and when to look again. Derived from state, safe to ask for twice: the same state asks
// for the same effects under the same ids. Waits for people and for slots ask for nothing.

import { effectId } from '../base/ids.ts'
import { budgetLeft } from './budget.ts'
import type { Deliver, Effect, Evaluate } from './effect.ts'
import type { Delivery, Run, State, Unit, Wait } from './model.ts'
import { eachKey } from './structure/keys.ts'
import { findRow, rowAt } from './structure/rows.ts'
import { dayOf, isOver, nextDay } from './time.ts'

export interface Due {
  readonly effects: readonly Effect[]
  /** When to send `tick`; an instant that is not in the future means now. */
  readonly wakeAt: string | null
}

export function due(state: State, now: string): Due {
  const effects: Effect[] = []
  for (const order of eachKey(state.busy)) {
    const unit = rowAt(state.units, order)
    if (unit.wait === null) effects.push(unitEffect(state, unit, now))
  }
  for (const id of state.errands) {
    const effect = errandEffect(state, id)
    if (effect) effects.push(effect)
  }
  return { effects, wakeAt: wakeAt(state, now) }
}

/** The id of the effect that the unit, run or delivery has outstanding; undefined when it has none. */
export function effectIdOf(owner: Unit | Run | Delivery): string | undefined {
  if (owner.stage === null) return undefined
  const { kind } = owner.stage
  if ('landings' in owner) return effectId(owner.id, owner.landings, kind)
  if ('revision' in owner) return effectId(owner.id, owner.revision, kind)
  const isOfCandidate = kind === 'build' || kind === 'prove' || kind === 'land'
  return effectId(owner.id, owner.attempt, isOfCandidate ? `${kind}.${owner.candidates}` : kind)
}

function unitEffect(state: State, unit: Unit, now: string): Effect {
  const { kind, lease, stopping } = unit.stage!
  const { id: name, attempt, run } = unit
  const { labels } = unit.spec
  const asked = { id: effectIdOf(unit)!, unit: name, attempt, run, labels, lease }
  const [base, tree] = [unit.base ?? '', unit.tree ?? '']
  const candidate = unit.candidate?.serial ?? 0
  const [onto, commit] = [unit.candidate?.onto ?? '', unit.candidate?.commit ?? '']
  switch (kind) {
    case 'prepare':
      return { ...asked, kind, base, from: unit.kept }
    case 'work':
      return {
        ...asked,
        kind,
        base,
        agent: unit.agent,
        budget: budgetLeft(state, unit, now),
        stopping,
      }
    case 'judge':
    case 'review':
      return { ...asked, kind, base, tree }
    case 'build':
      return { ...asked, kind, candidate, base, tree, onto }
    case 'prove':
      return {
        ...asked,
        kind,
        candidate,
        onto: unit.candidate?.batch?.against ?? onto,
        commit,
        covers: unit.candidate?.batch?.covers ?? [],
      }
    case 'land':
      return { ...asked, kind, from: unit.candidate?.from ?? onto, to: commit }
    default:
      throw new Error(`invariant: a unit never asks for ${kind}`)
  }
}

function errandEffect(state: State, id: string): Effect | undefined {
  const run = findRow(state.runs, id)
  if (run) return run.stage && run.wait === null ? evaluation(run) : undefined
  const delivery = findRow(state.deliveries, id)
  return delivery?.stage && delivery.wait === null ? deliver(state, delivery) : undefined
}

function evaluation(run: Run): Evaluate {
  const { lease } = run.stage!
  const { id, landings: landing, tip } = run
  return { id: effectIdOf(run)!, kind: 'evaluate', run: id, labels: [], lease, landing, tip }
}

function deliver(state: State, delivery: Delivery): Deliver {
  const { id, run, revision, how, tip, url } = delivery
  const { lease } = delivery.stage!
  const kind = 'deliver'
  return {
    id: effectIdOf(delivery)!,
    kind,
    run,
    labels: [],
    lease,
    delivery: id,
    revision,
    how,
    tip,
    target: findRow(state.runs, run)?.policy.target ?? null,
    url,
  }
}

function wakeAt(state: State, now: string): string | null {
  let first: string | null = null
  for (const wait of waits(state)) {
    if (isOver(wait, now)) return now
    if (first === null || wait.until < first) first = wait.until
  }
  return first
}

function* waits(state: State): Generator<Wait> {
  for (const order of eachKey(state.resting)) {
    const { wait } = rowAt(state.units, order)
    if (wait) yield wait
  }
  for (const { wait } of Object.values(state.quotas)) if (wait) yield wait
  for (const id of state.errands) {
    const wait = (findRow(state.runs, id) ?? findRow(state.deliveries, id))?.wait
    if (wait) yield wait
  }
  if (isDaySpent(state)) yield { from: state.at, until: nextDay(state.at), why: 'quota' }
}

/** A day's budget that is used up comes back by itself at midnight. */
function isDaySpent({ day, budget, at }: State): boolean {
  return (
    day.date === dayOf(at) &&
    (['timeMs', 'tokens', 'cost'] as const).some(
      kind => day.usage[kind] >= (budget[kind] ?? Infinity),
    )
  )
}
