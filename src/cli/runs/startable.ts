// What a run would fail of at once, however often it tries: an agent or a check whose program is not there, a signature that cannot be made.
// Refused before anything starts; what `setup` could still bring is a warning.

import { type Diagnostic, DiagnosticError, error, renderDiagnostic } from '../../base/diagnostic.ts'
import { absentProgram } from '../../checks/program/absent.ts'
import { readConfig } from '../../config/read.ts'
import type { AgentRecipe, CheckOrder, Order } from '../../contract/order.ts'
import { readCommitManners } from '../../workspace/commit.ts'
import { signingProblem } from '../../workspace/signing-try.ts'
import type { World } from '../world.ts'

export type Needs = Pick<Order, 'agents' | 'checks' | 'setup'>

export interface Lacks {
  /** Nothing signed can be landed. */
  readonly signing: Diagnostic | undefined
  /** Programs that are not there and that nothing will bring. */
  readonly absent: (needs: Needs) => readonly Diagnostic[]
  /** Programs that are not there, and that `setup` may bring. */
  readonly awaited: (needs: Needs) => readonly Diagnostic[]
}

export async function refuseUnstartable(
  root: string,
  units: readonly { readonly order: Needs }[],
  world: Pick<World, 'environment' | 'stderr'>,
): Promise<void> {
  const needs = together(units.map(each => each.order))
  const { absent, awaited, signing } = await readLacks(root, world)
  refuseLacking([...absent(needs), ...(signing ? [signing] : [])])
  for (const each of awaited(needs))
    await world.stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
}

export function refuseLacking(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new DiagnosticError(problems)
}

/** What one of them brings is there for all: they share workspaces. */
export const together = (orders: readonly Needs[]): Needs => ({
  agents: oneOfEach(orders.flatMap(each => each.agents)),
  checks: oneOfEach(orders.flatMap(each => each.checks)),
  setup: orders.find(each => each.setup !== undefined)?.setup,
})

export async function readLacks(
  root: string,
  { environment }: Pick<World, 'environment'>,
): Promise<Lacks> {
  const { placeOf } = await readConfig(root)
  const place = { searchPath: environment.PATH, cwd: root }
  const look = (kind: 'agent' | 'check', { name, command }: AgentRecipe | CheckOrder) => {
    const found = absentProgram(command, place)
    if (!found) return []
    const at = placeOf(`${kind}s.${name}.command`)
    return [error(found.code, `${kind} ${name}: ${found.message}`, { at, fix: found.fix })]
  }
  const lookAt = ({ agents, checks }: Needs) => [
    ...agents.flatMap(each => look('agent', each)),
    ...checks.flatMap(each => look('check', each)),
  ]
  return {
    signing: await signingProblem(root, await readCommitManners(root, environment)),
    absent: needs => (needs.setup === undefined ? lookAt(needs) : []),
    awaited: needs =>
      needs.setup === undefined
        ? []
        : lookAt(needs).map(each => ({ ...each, fix: `${each.fix}, unless setup brings it` })),
  }
}

const oneOfEach = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map(each => [each.name, each])).values(),
]
