// Starting a run, or adding units to one. Everything that can be known before an agent starts is checked here, all of it at once.

import type { Diagnostic } from '../../base/diagnostic.ts'
import { gateId } from '../../base/ids.ts'
import type { CommandOf, UnitRequest } from '../command.ts'
import { gateFor } from '../gate.ts'
import type { UnitSpec } from '../model.ts'
import { behaviourVersion, defaultAttempts, defaultRunPolicy } from '../policy.ts'
import { findRow, rowAt } from '../structure/rows.ts'
import { type Context, emit, fine, refuseWith, stateOf, unknown } from './context.ts'
import { graphProblems } from './graph-problems.ts'
import { runProblems } from './request-problems.ts'
import { reopen } from './retry.ts'

export function decideStart(context: Context, command: CommandOf<'start'>): readonly Diagnostic[] {
  const { run, base } = command
  if (findRow(stateOf(context).runs, run)) return refuseWith('run-exists', `${run} exists already`)
  const units = command.units.map(complete)
  const gates = (command.gates ?? []).map(gate => ({ ...gate, budget: gate.budget ?? {} }))
  const policy = { ...defaultRunPolicy, ...command.policy }
  const problems = [
    ...runProblems({ run, base, units, gates, policy }),
    ...graphProblems(units, gates, new Map()),
  ]
  if (problems.length > 0) return problems
  const behaviour = behaviourVersion
  emit(context, { type: 'run.started', run, behaviour, base, policy, gates, units })
  return fine
}

export function decideExtend(context: Context, command: CommandOf<'extend'>) {
  const { runs, gates } = stateOf(context)
  const run = findRow(runs, command.run)
  if (!run) return unknown('run', command.run, runs)
  const units = command.units.map(complete)
  const known = knownUnits(context, run.units)
  const specs = run.gates.map(id => ({ name: findRow(gates, id)!.name, budget: {} }))
  const { base, policy } = run
  const problems = [
    ...runProblems({ run: run.id, base, units, gates: specs, policy }),
    ...graphProblems(units, specs, known),
    ...units.flatMap(unit => passedGate(context, run.id, unit)),
  ]
  if (problems.length > 0) return problems
  reopen(context, run.id)
  const { by, reason } = command
  emit(context, { type: 'run.extended', run: run.id, units, by, reason })
  return fine
}

function passedGate(context: Context, run: string, unit: UnitSpec): readonly Diagnostic[] {
  if (unit.gate === undefined) return fine
  const gate = findRow(stateOf(context).gates, gateId(run, unit.gate))
  const isOver = gate?.status === 'passed' || gate?.status === 'awaiting_review'
  return isOver
    ? refuseWith('gate-status', `${gate.id} is ${gate.status} and takes no units`)
    : fine
}

function knownUnits(context: Context, orders: readonly number[]): ReadonlyMap<string, string> {
  const state = stateOf(context)
  const units = orders.map(order => rowAt(state.units, order))
  return new Map(units.map(unit => [unit.spec.name, gateFor(state, unit)?.name ?? '']))
}

/** Defaults are written into the journal, so that a later default changes no run that was. */
function complete(request: UnitRequest): UnitSpec {
  return {
    kind: 'change',
    after: [],
    write: [],
    read: [],
    agents: [],
    labels: [],
    review: 'none',
    attempts: defaultAttempts,
    converge: false,
    escalate: false,
    weight: 1,
    budget: {},
    ...request,
  }
}
