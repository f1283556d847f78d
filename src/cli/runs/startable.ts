// What a run would fail of at once, however often it tries: an agent or a check whose program is not there or may not be executed, a signature
// that cannot be made. Refused before anything starts; what could still be brought is a warning, and so is a git that knows nobody's name.

import {
  type Diagnostic,
  DiagnosticError,
  error,
  renderDiagnostic,
  warning,
} from '../../base/diagnostic.ts'
import { absentProgram } from '../../checks/program/absent.ts'
import { readConfig } from '../../config/read.ts'
import type { AgentRecipe, CheckOrder, Order } from '../../contract/order.ts'
import { personOf } from '../../engine/house.ts'
import { type CommitManners, readCommitManners } from '../../workspace/commit.ts'
import { signingProblem } from '../../workspace/signing-try.ts'
import type { World } from '../world.ts'
import { notExecutable, type Starting } from './executable.ts'
import { lookIn } from './kept-program.ts'

export type Needs = Pick<Order, 'agents' | 'checks' | 'setup'>

export interface Lacks {
  /** Nothing signed can be landed. */
  readonly signing: Diagnostic | undefined
  /** Nobody told git in whose name things are committed. */
  readonly unnamed: readonly Diagnostic[]
  /** Programs that are not there and that nothing will bring. */
  readonly absent: (needs: Needs) => readonly Diagnostic[]
  /** Programs that are not there, and that `setup` may bring. */
  readonly awaited: (needs: Needs) => readonly Diagnostic[]
}

/** Before a run starts. `tree` is what its workspaces begin with. */
export async function refuseUnstartable(
  root: string,
  units: readonly { readonly order: Starting }[],
  world: Pick<World, 'environment' | 'stderr'>,
  tree = 'HEAD',
): Promise<void> {
  const orders = units.map(each => each.order)
  const needs = together(orders)
  const lacks = await readLacks(root, world)
  const { absent, signing } = lacks
  const { lasting, mendable } = await notExecutable(
    root,
    { look: lookIn(root), trees: [tree] },
    orders,
  )
  refuseLacking([...absent(needs), ...lasting, ...(signing ? [signing] : [])])
  await warnOf(lacks, needs, world)
  for (const each of mendable) await world.stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
}

/** What a person may want to mend first, and what forbids nothing. */
export async function warnOf(
  { unnamed, awaited }: Lacks,
  needs: Needs,
  { stderr }: Pick<World, 'stderr'>,
): Promise<void> {
  for (const each of [...unnamed, ...awaited(needs)])
    await stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
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
  const manners = await readCommitManners(root, environment)
  return {
    signing: await signingProblem(root, manners),
    unnamed: unnamed(manners),
    absent: needs => (needs.setup === undefined ? lookAt(needs) : []),
    awaited: needs =>
      needs.setup === undefined
        ? []
        : lookAt(needs).map(each => ({ ...each, fix: `${each.fix}, unless setup brings it` })),
  }
}

/** Git itself would refuse to commit, or guess from the name of the machine; work that nobody can ask about is told before it lands. */
function unnamed(manners: CommitManners): readonly Diagnostic[] {
  if (manners.person !== undefined) return []
  const { name, email } = personOf(manners)
  const message = `git was not told your name and e-mail, so what lands is committed by ${name} <${email}>`
  const fix = 'git config user.name "Your Name" && git config user.email you@example.org'
  return [warning('git/identity', message, { fix })]
}

const oneOfEach = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map(each => [each.name, each])).values(),
]
