// Lets a workspace run what people run in their checkout: the files that it needs and git does not hold, then the setup command of the
// project, once for each state of its lock files. A setup that fails is trouble of the world: it is charged to no unit.

import { runContained } from '../../base/containment.ts'
import { DiagnosticError, hasErrors, refuse } from '../../base/diagnostic.ts'
import { outputText } from '../../base/kept-output.ts'
import type { Order } from '../../contract/order.ts'
import { carryFiles } from '../../workspace/carry.ts'
import { workspaceEnvironment } from '../../workspace/environment.ts'
import type { Workspace } from '../../workspace/pool.ts'
import { portBlock } from '../../workspace/ports.ts'
import { setUpWorkspace } from '../../workspace/setup.ts'
import type { House } from '../house.ts'
import { fromTop, projectIn } from '../project-folder.ts'

const SETUP_TIMEOUT_MS = 30 * 60_000
const KEEP_BYTES = 16 * 1024

type Needs = Pick<Order, 'setup' | 'carry' | 'ports'>

export async function makeAbleToRun(
  house: House,
  workspace: Workspace,
  order: Needs,
  signal: AbortSignal,
): Promise<void> {
  const { setup, ports } = order
  await carry(house, workspace, order)
  if (setup === undefined) return
  const contract = { command: setup, isShared: true }
  const made = await setUpWorkspace(house.repository, workspace, contract, async command => {
    const ran = await runContained({
      command,
      cwd: projectIn(house, workspace),
      environment: await environmentIn(house, workspace, [], ports),
      timeoutMs: SETUP_TIMEOUT_MS,
      keepBytes: KEEP_BYTES,
      signal,
    })
    const { ending, output } = ran
    if (ending.kind === 'cancelled')
      refuse('workspace/setup-stopped', 'the setup command was stopped before its end')
    return { exitCode: ending.kind === 'exit' ? ending.exitCode : 1, output: outputText(output) }
  })
  if (hasErrors(made.problems)) throw new DiagnosticError(made.problems)
}

async function carry(house: House, workspace: Workspace, order: Needs): Promise<void> {
  const patterns = order.carry.map(each => fromTop(house, each))
  const { environment } = house
  const { problems } = await carryFiles(house.repository, workspace, { patterns, environment })
  if (hasErrors(problems)) throw new DiagnosticError(problems)
}

/** What a process in the workspace sees: what is allowed of ours, what the workspace gives, and ports of its own. */
export async function environmentIn(
  { repository, environment }: House,
  workspace: Workspace,
  allowed: readonly string[],
  range: Order['ports'],
): Promise<Readonly<Record<string, string>>> {
  const ports = await portBlock(repository, workspace, range)
  return workspaceEnvironment(environment, workspace, { allowed, ports })
}
