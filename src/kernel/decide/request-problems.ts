// What is wrong with the names, numbers and claims of a run before anything is spent on it.

import { parseClaim } from '../../base/claims.ts'
import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { isIdName } from '../../base/ids.ts'
import type { GateSpec } from '../event.ts'
import type { Budget, RunPolicy, UnitSpec } from '../model.ts'

interface Request {
  readonly run: string
  readonly base: string
  readonly units: readonly UnitSpec[]
  readonly gates: readonly GateSpec[]
  readonly policy: RunPolicy
}

export function runProblems({ run, base, units, gates, policy }: Request): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  if (!isIdName(run) || run.includes('/'))
    problems.push(error('run-name', `"${run}" cannot name a run`, { fix: nameRule }))
  if (base === '') problems.push(error('run-base', `${run} has no base commit`))
  if (units.length === 0) problems.push(error('run-empty', `${run} has no units`))
  problems.push(...policyProblems(policy))
  for (const gate of gates) problems.push(...gateProblems(gate))
  for (const unit of units) problems.push(...unitProblems(unit))
  return problems
}

const nameRule = 'use letters, digits and . _ + @ -'

function policyProblems(policy: RunPolicy): readonly Diagnostic[] {
  const { speculation, batch = 1, extensionsMost, budget } = policy
  const problems = [...budgetProblems('the run', budget)]
  if (!isCount(batch, 1))
    problems.push(error('policy-batch', `batch is ${batch}`, { fix: 'use 1 or more' }))
  if (!isCount(speculation, 1))
    problems.push(
      error('policy-speculation', `speculation is ${speculation}`, { fix: 'use 1 or more' }),
    )
  if (!isCount(extensionsMost, 0))
    problems.push(error('policy-extensions', `extensionsMost is ${extensionsMost}`))
  return problems
}

function gateProblems(gate: GateSpec): readonly Diagnostic[] {
  const named = isIdName(gate.name)
    ? []
    : [error('gate-name', `"${gate.name}" cannot name a gate`, { fix: nameRule })]
  return [...named, ...budgetProblems(gate.name, gate.budget)]
}

function unitProblems(unit: UnitSpec): readonly Diagnostic[] {
  const { name, attempts, weight, kind, write } = unit
  const problems: Diagnostic[] = [...budgetProblems(name, unit.budget)]
  if (!isIdName(name))
    problems.push(error('unit-name', `"${name}" cannot name a unit`, { fix: nameRule }))
  if (!isCount(attempts, 1))
    problems.push(
      error('unit-attempts', `${name} has ${attempts} attempts`, { fix: 'use 1 or more' }),
    )
  if (!Number.isFinite(weight) || weight < 0)
    problems.push(error('unit-weight', `${name} weighs ${weight}`, { fix: 'use 0 or more' }))
  if (kind === 'read' && write.length > 0)
    problems.push(error('unit-read-only', `${name} only reads, yet claims ${write[0]} for writing`))
  for (const text of [...write, ...unit.read]) {
    const claim = parseClaim(text)
    if ('problem' in claim)
      problems.push(error('claim-unreadable', `${name} claims "${text}": ${claim.problem}`))
  }
  return problems
}

function budgetProblems(name: string, budget: Budget): readonly Diagnostic[] {
  return Object.entries(budget)
    .filter(([, most]) => !Number.isFinite(most) || most < 0)
    .map(([kind, most]) => error('budget-unusable', `the ${kind} budget of ${name} is ${most}`))
}

const isCount = (value: number, least: number) => Number.isInteger(value) && value >= least
