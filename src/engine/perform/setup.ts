// Lets a workspace run what people run in their checkout: the setup command of the project, once for each state of its lock files.
// A setup that fails is trouble of the world: it is charged to no unit.

import { runContained } from '../../base/containment.ts'
import { DiagnosticError, hasErrors, refuse } from '../../base/diagnostic.ts'
import { outputText } from '../../base/kept-output.ts'
import type { Order } from '../../contract/order.ts'
import { workspaceEnvironment } from '../../workspace/environment.ts'
import type { Workspace } from '../../workspace/pool.ts'
import { portBlock } from '../../workspace/ports.ts'
import { setUpWorkspace } from '../../workspace/setup.ts'
import type { House } from '../house.ts'

const SETUP_TIMEOUT_MS = 30 * 60_000
const KEEP_BYTES = 16 * 1024

export async function makeAbleToRun(
  house: House,
  workspace: Workspace,
  { setup }: Pick<Order, 'setup'>,
  signal: AbortSignal,
): Promise<void> {
  if (setup === undefined) return
  const contract = { command: setup, isShared: true }
  const made = await setUpWorkspace(house.repository, workspace, contract, async command => {
    const ran = await runContained({
      command,
      cwd: workspace.path,
      environment: await environmentIn(house, workspace, []),
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

/** What a process in the workspace sees: what is allowed of ours, what the workspace gives, and ports of its own. */
export async function environmentIn(
  { repository, environment }: House,
  workspace: Workspace,
  allowed: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const ports = await portBlock(repository, workspace)
  return workspaceEnvironment(environment, workspace, { allowed, ports })
}
