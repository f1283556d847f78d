// What a run would fail of at once, however often it tries: an agent or a check whose program is not there, a signature that cannot be made.
// Refused before anything starts; what `setup` could still bring is a warning.

import { type Diagnostic, DiagnosticError, error, renderDiagnostic } from '../../base/diagnostic.ts'
import { absentProgram } from '../../checks/program/absent.ts'
import { readConfig } from '../../config/read.ts'
import type { AgentRecipe, CheckOrder, Order } from '../../contract/order.ts'
import { readCommitManners } from '../../workspace/commit.ts'
import { signingProblem } from '../../workspace/signing-try.ts'
import type { World } from '../world.ts'

type Needs = Pick<Order, 'agents' | 'checks' | 'setup'>

export async function refuseUnstartable(
  root: string,
  units: readonly { readonly order: Needs }[],
  world: Pick<World, 'environment' | 'stderr'>,
): Promise<void> {
  const { environment, stderr } = world
  const orders = units.map(each => each.order)
  const absent = await absentPrograms(root, orders, environment.PATH)
  const signing = await signingProblem(root, await readCommitManners(root, environment))
  const mayCome = orders.some(each => each.setup !== undefined)
  const problems = [...(mayCome ? [] : absent), ...(signing ? [signing] : [])]
  if (problems.length > 0) throw new DiagnosticError(problems)
  for (const each of absent)
    await stderr.write(
      `Warning: ${renderDiagnostic({ ...each, fix: `${each.fix}, unless setup brings it` })}\n`,
    )
}

async function absentPrograms(
  root: string,
  orders: readonly Needs[],
  searchPath: string | undefined,
): Promise<readonly Diagnostic[]> {
  const { placeOf } = await readConfig(root)
  const look = (kind: 'agent' | 'check', { name, command }: AgentRecipe | CheckOrder) => {
    const found = absentProgram(command, { searchPath, cwd: root })
    if (!found) return []
    const at = placeOf(`${kind}s.${name}.command`)
    return [error(found.code, `${kind} ${name}: ${found.message}`, { at, fix: found.fix })]
  }
  return [
    ...oneOfEach(orders.flatMap(each => each.agents)).flatMap(each => look('agent', each)),
    ...oneOfEach(orders.flatMap(each => each.checks)).flatMap(each => look('check', each)),
  ]
}

const oneOfEach = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map(each => [each.name, each])).values(),
]
