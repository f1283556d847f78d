// A person who types commands at any moment, sensible or not; and the patient one who brings every run to its end.

import type { Command } from '../../src/kernel/command.ts'
import type { State, Unit } from '../../src/kernel/model.ts'
import { rowsOf } from '../../src/kernel/structure/rows.ts'
import { isTerminal } from '../../src/kernel/unit.ts'
import { whyWaiting } from '../../src/kernel/why.ts'
import type { Chance } from './chance.ts'

const signed = { by: 'ada', reason: 'because' }

export function randomAct(state: State, chance: Chance, at: string): Command | undefined {
  const units = rowsOf(state.units)
  const runs = rowsOf(state.runs)
  if (units.length === 0) return undefined
  const unit = chance.pick(units).id
  const run = chance.pick(runs).id
  const { tree } = chance.pick(units)
  const opened = units.findLast(each => each.opened)?.id ?? unit
  const gates = rowsOf(state.gates)
  const gate = gates.length > 0 ? chance.pick(gates).id : 'none'
  const scope = chance.pick([
    { kind: 'project' },
    { kind: 'run', run },
    { kind: 'unit', unit },
    { kind: 'unit', unit },
  ] as const)
  const acts: readonly Command[] = [
    { type: 'pause', at, ...signed, scope },
    { type: 'resume', at, ...signed, scope },
    { type: 'cancel', at, ...signed, scope: { kind: 'unit', unit } },
    { type: 'retry', at, ...signed, unit, override: chance.odds(0.5) },
    { type: 'skip', at, ...signed, unit },
    { type: 'fail', at, ...signed, unit },
    { type: 'accept', at, ...signed, unit },
    { type: 'reject', at, by: 'ada', comments: 'not like this', unit },
    { type: 'answer', at, by: 'ada', text: 'the first', unit, override: chance.odds(0.5) },
    { type: 'open', at, ...signed, unit },
    { type: 'open', at, ...signed, unit },
    { type: 'close', at, ...signed, unit: opened },
    ...(tree === null
      ? []
      : [
          { type: 'submit', at, ...signed, unit: opened, tree } as const,
          { type: 'rewind', at, ...signed, unit, tree } as const,
        ]),
    { type: 'arm', at, ...signed, gate },
    { type: 'disarm', at, ...signed, gate },
    { type: 'accept', at, ...signed, gate },
    { type: 'reject', at, by: 'ada', comments: 'again', gate },
    { type: 'revert', at, ...signed, reverts: [{ unit }] },
    { type: 'continue', at, ...signed, run },
    {
      type: 'configure',
      at,
      ...signed,
      limits: {
        prepare: 1 + chance.below(4),
        work: 1 + chance.below(4),
        judge: 1 + chance.below(3),
      },
      ...(chance.odds(0.2) && { budget: { tokens: 500 + chance.below(5_000) } }),
    },
    { type: 'override', at, ...signed, agent: chance.pick(['alpha', 'beta', 'gamma']) },
    { type: 'override', at, ...signed, scope: { kind: 'run', run }, budget: { tokens: 5_000 } },
    { type: 'deliver', at, ...signed, run, how: 'pr' },
    ...(chance.odds(0.05)
      ? [{ type: 'cancel', at, ...signed, scope: { kind: 'run', run } } as const]
      : []),
    {
      type: 'extend',
      at,
      ...signed,
      run,
      units: [{ name: `x${units.length}`, after: [], write: [`src/x${units.length}.ts`] }],
    },
  ]
  return chance.pick(acts)
}

/** What a person would do to let things go on: one act for each thing that waits for them. */
export function patientActs(state: State, at: string): readonly Command[] {
  const acts: Command[] = []
  const much = { tokens: 1e12, cost: 1e12, timeMs: 1e12 }
  if (state.isPaused) acts.push({ type: 'resume', at, ...signed, scope: { kind: 'project' } })
  for (const run of rowsOf(state.runs))
    if (run.isPaused)
      acts.push({ type: 'resume', at, ...signed, scope: { kind: 'run', run: run.id } })
  for (const gate of rowsOf(state.gates)) {
    if (gate.status === 'draft') acts.push({ type: 'arm', at, ...signed, gate: gate.id })
    if (gate.status === 'awaiting_review')
      acts.push({ type: 'accept', at, ...signed, gate: gate.id })
  }
  for (const unit of rowsOf(state.units))
    if (unit.opened) acts.push({ type: 'close', at, ...signed, unit: unit.id })
  for (const unit of rowsOf(state.units))
    if (!isTerminal(unit)) acts.push(...patience(state, unit, at, much))
  return acts
}

function patience(
  state: State,
  unit: Unit,
  at: string,
  budget: { readonly tokens: number },
): readonly Command[] {
  const acts: Command[] = []
  if (unit.isPaused)
    acts.push({ type: 'resume', at, ...signed, scope: { kind: 'unit', unit: unit.id } })
  const reason = whyWaiting(state, unit, at)
  if (reason.kind === 'human')
    acts.push({ type: 'answer', at, by: 'ada', text: 'go on', unit: unit.id, override: true })
  if (reason.kind === 'review') acts.push({ type: 'accept', at, ...signed, unit: unit.id })
  if (reason.kind === 'budget')
    acts.push({ type: 'override', at, ...signed, scope: reason.scope, budget })
  return acts
}
