// What a run would do, in order, played through by the kernel alone with a world in which everything succeeds. Writes nothing anywhere.

import type { Diagnostic } from '../base/diagnostic.ts'
import type { Command, CommandOf } from '../kernel/command.ts'
import { decide } from '../kernel/decide.ts'
import { due } from '../kernel/due.ts'
import type { Effect, Outcome } from '../kernel/effect.ts'
import { fold } from '../kernel/evolve.ts'
import type { State } from '../kernel/model.ts'
import { emptyState } from '../kernel/policy.ts'
import { rowsOf } from '../kernel/structure/rows.ts'
import { type Reason, whyWaiting } from '../kernel/why.ts'

export interface RehearsedUnit {
  readonly unit: string
  /** Units of one wave are at work at the same time. */
  readonly wave: number
  /** Why it was not in the wave before. */
  readonly reason: Reason | null
}

export type Rehearsal =
  | { readonly kind: 'played'; readonly units: readonly RehearsedUnit[] }
  | { readonly kind: 'refused'; readonly problems: readonly Diagnostic[] }

type Start = Omit<CommandOf<'start'>, 'type' | 'at'>

export function rehearse(start: Start, workers: number | undefined, at: string): Rehearsal {
  const begun = decide(limited(workers, at), { ...start, type: 'start', at })
  if ('refused' in begun) return { kind: 'refused', problems: begun.refused }
  let state = fold(limited(workers, at), begun.events)
  const units: RehearsedUnit[] = []
  let waiting = new Map<string, Reason>()
  for (let wave = 1; ; wave++) {
    const running = rowsOf(state.units).filter(each => each.status === 'preparing')
    if (running.length === 0) return { kind: 'played', units }
    for (const { id } of running) units.push({ unit: id, wave, reason: waiting.get(id) ?? null })
    waiting = new Map(
      rowsOf(state.units)
        .filter(each => each.status === 'pending' || each.status === 'ready')
        .map(each => [each.id, whyWaiting(state, each, at)]),
    )
    state = finished(state, new Set(running.map(each => each.id)), at)
  }
}

function limited(workers: number | undefined, at: string): State {
  const state = emptyState('rehearsal')
  if (workers === undefined) return state
  const limits = { prepare: workers, work: workers }
  return after(state, { type: 'configure', at, by: 'rehearsal', reason: 'limits', limits })
}

/** Everything that these units are asked for, done well, until they have landed. */
function finished(before: State, units: ReadonlySet<string>, at: string): State {
  let state = before
  while (true) {
    const effect = due(state, at).effects.find(each => 'unit' in each && units.has(each.unit))
    if (!effect) return state
    state = after(state, { type: 'claim', at, effect: effect.id, holder: 'rehearsal' })
    const { id } = effect
    state = after(state, { type: 'report', at, effect: id, fence: state.fence, ...success(effect) })
  }
}

function success({ kind, id }: Effect): Outcome {
  const result = { ok: true, tree: id, commit: id, isDegraded: false, status: 'merged' }
  return { kind, result } as Outcome
}

function after(state: State, command: Command): State {
  const decision = decide(state, command)
  if ('events' in decision) return fold(state, decision.events)
  throw new Error(`invariant: a rehearsal is legal, yet ${decision.refused[0]?.message}`)
}
