// Random runs: graphs of up to 300 units with claims that overlap often, gates, reviews, budgets and chains of agents.

import type { CommandOf, GateRequest, UnitRequest } from '../../src/kernel/command.ts'
import type { Chance } from './chance.ts'

const agents = ['alpha', 'beta', 'gamma']

export function randomRun(
  chance: Chance,
  run: string,
  at: string,
  base: string,
): CommandOf<'start'> {
  const size = sizeOf(chance)
  const gates: readonly GateRequest[] = chance.odds(0.3)
    ? [{ name: '1' }, { name: '2', after: '1' }]
    : []
  const isOfBranches = chance.odds(0.2)
  const units = Array.from({ length: size }, (_, index) =>
    randomUnit(chance, index, size, gates, isOfBranches),
  )
  return {
    type: 'start',
    at,
    run,
    base,
    units,
    gates,
    policy: {
      speculation: 1 + chance.below(4),
      batch: chance.pick([1, 1, 2, 4, 9]),
      deliver: chance.pick(['none', 'none', 'branch', 'ff', 'pr']),
      evaluate: chance.odds(0.3),
      budget: chance.odds(0.1) ? { tokens: 200 + chance.below(2_000) } : {},
    },
  }
}

function sizeOf(chance: Chance): number {
  if (chance.odds(0.004)) return 100 + chance.below(201)
  return chance.odds(0.06) ? 20 + chance.below(40) : 1 + chance.below(10)
}

function randomUnit(
  chance: Chance,
  index: number,
  size: number,
  gates: readonly GateRequest[],
  isOfBranches: boolean,
): UnitRequest {
  const isRead = chance.odds(0.08)
  const isBranch = !isRead && chance.odds(isOfBranches ? 0.8 : 0.08)
  const gate = gates[index < size / 2 ? 0 : 1]?.name
  return {
    name: `u${index}`,
    kind: isRead ? 'read' : isBranch ? 'branch' : 'change',
    after: needsOf(chance, index),
    write: isRead ? [] : claimsOf(chance, index),
    read: chance.odds(0.2) ? [`lib/m${chance.below(4)}.ts`] : [],
    agents: chance.odds(0.7) && !isBranch ? [chance.pick(agents), chance.pick(agents)] : [],
    review: chance.pick(['none', 'none', 'none', 'agent', 'human'] as const),
    attempts: 1 + chance.below(4),
    converge: chance.odds(0.15),
    escalate: chance.odds(0.3),
    weight: 1 + chance.below(5),
    budget: chance.odds(0.1) ? { tokens: 50 + chance.below(300) } : {},
    ...(gate !== undefined && { gate }),
  }
}

function needsOf(chance: Chance, index: number): readonly string[] {
  const count = index === 0 ? 0 : chance.below(3)
  const needs = Array.from({ length: count }, () => `u${chance.below(index)}`)
  return [...new Set(needs)]
}

function claimsOf(chance: Chance, index: number): readonly string[] {
  const own = [`src/u${index}.ts`]
  if (chance.odds(0.6)) return own
  const shared = [
    `lib/m${chance.below(4)}.ts`,
    'lib/',
    'lib/**/*.ts',
    `lib/m${chance.below(4)}.ts#f${chance.below(3)}`,
    'src/*.ts',
    '{docs,lib}/readme.md',
  ]
  return [...own, chance.pick(shared)]
}
