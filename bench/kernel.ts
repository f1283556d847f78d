// What a decision costs: a graph of 10,000 units driven to its end with instant outcomes, the cost of an event as the journal
// grows, and the rates of fold and evolve. Prints figures of this machine; asserts only ratios taken in one run.

import { strict as assert } from 'node:assert'
import type { Command, UnitRequest } from '../src/kernel/command.ts'
import { decide } from '../src/kernel/decide.ts'
import { due } from '../src/kernel/due.ts'
import type { Effect, Outcome } from '../src/kernel/effect.ts'
import type { Event } from '../src/kernel/event.ts'
import { evolve, fold } from '../src/kernel/evolve.ts'
import type { State } from '../src/kernel/model.ts'
import { emptyState } from '../src/kernel/policy.ts'
import { findRow } from '../src/kernel/structure/rows.ts'

/** CPU time and not the clock on the wall, so that a busy machine does not decide. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const at = '2026-01-01T00:00:00.000Z'

/** Layers of a hundred: each unit needs two of the layer before. */
function layered(size: number): readonly UnitRequest[] {
  return Array.from({ length: size }, (_, index) => ({
    name: `u${index}`,
    write: [`src/m${index % 97}/f${index}.ts`],
    after:
      index < 100 ? [] : [`u${index - 100}`, `u${index - 100 + (index % 100 === 99 ? -1 : 1)}`],
  }))
}

interface Driven {
  readonly count: number
  readonly state: State
  readonly marks: readonly { readonly seq: number; readonly ms: number }[]
}

/** The events go to `keep`, as an engine gives them to its journal. */
function drive(units: readonly UnitRequest[], keep: (event: Event) => void): Driven {
  let state = emptyState('bench')
  let count = 0
  const marks: { seq: number; ms: number }[] = []
  const begin = cpuMs()
  const send = (command: Command) => {
    const decision = decide(state, command)
    if ('refused' in decision) throw new Error(decision.refused[0]!.message)
    for (const event of decision.events) {
      keep(event)
      count += 1
      if (count % 1000 === 0) marks.push({ seq: count, ms: cpuMs() - begin })
    }
    state = fold(state, decision.events)
  }
  const signed = { by: 'bench', reason: 'bench' }
  send({ type: 'configure', at, ...signed, limits: { prepare: 16, work: 16, judge: 16 } })
  send({ type: 'start', at, run: 'r', base: 'c0', units })
  for (let effects = due(state, at).effects; effects.length > 0; effects = due(state, at).effects)
    for (const effect of effects) answer(effect, () => state, send)
  if (findRow(state.runs, 'r')!.outcome !== 'complete') throw new Error('the run did not complete')
  return { count, state, marks }
}

function answer(effect: Effect, state: () => State, send: (command: Command) => void): void {
  send({ type: 'claim', at, effect: effect.id, holder: 'bench' })
  const fence = state().fence
  send({ type: 'report', at, effect: effect.id, fence, ...outcomeOf(effect) })
}

function outcomeOf(effect: Effect): Outcome {
  if (effect.kind === 'work') return { kind: 'work', result: { ok: true, tree: `t ${effect.id}` } }
  if (effect.kind === 'build')
    return { kind: 'build', result: { ok: true, commit: `c ${effect.id}` } }
  return { kind: effect.kind, result: { ok: true } } as Outcome
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

function timed(run: () => void): number {
  const begin = cpuMs()
  run()
  return cpuMs() - begin
}

const forget = () => {}
drive(layered(500), forget)
const cpuBefore = cpuMs()
const began = performance.now()
const big = drive(layered(10_000), forget)
const wholeMs = performance.now() - began
const cpuSeconds = (cpuMs() - cpuBefore) / 1000
const memory = process.memoryUsage().rss / 2 ** 20
console.log(
  `10,000 units to the end: ${(wholeMs / 1000).toFixed(2)} s (${cpuSeconds.toFixed(2)} s of CPU), ${big.count} events, ${memory.toFixed(0)} MB`,
)

/** Milliseconds for each of the thousands of events before `to`, the first ones left out: they start the run. */
const costs = big.marks.map((mark, index) => mark.ms - (big.marks[index - 1]?.ms ?? 0))
const early = median(costs.slice(1, 8))
const late = median(costs.slice(42, 50))
console.log(
  `cost of 1,000 events: ${early.toFixed(1)} ms after 1,000, ${late.toFixed(1)} ms after 50,000`,
)

const events: Event[] = []
drive(layered(1_000), event => events.push(event))
const empty = emptyState('bench')
const folds = Array.from({ length: 9 }, () => timed(() => fold(empty, events)))
const foldRate = events.length / (median(folds) / 1000)
console.log(`fold: ${Math.round(foldRate)} events/s (${events.length} events, 1,000 units)`)

const singles = Array.from({ length: 5 }, () =>
  timed(() => {
    events.reduce(evolve, empty)
  }),
)
const evolveRate = events.length / (median(singles) / 1000)
console.log(`evolve: ${Math.round(evolveRate)} events/s one at a time`)

assert(late / early <= 1.2, `the cost of an event grows: ${(late / early).toFixed(2)} ×`)
assert(foldRate / evolveRate > 1.2, 'a fold gains nothing over single steps')
