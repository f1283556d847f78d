// A workspace for an attempt: on its base, with what an earlier attempt has kept where there is something to go on from, and able to run.

import type { Outcomes } from '../../kernel/effect.ts'
import type { Workspace } from '../../workspace/pool.ts'
import { attemptId, type House, orderOf, unitOf } from '../house.ts'
import type { Circumstances, EffectOf } from '../ports.ts'
import { layKeptTree } from './kept-tree.ts'
import { makeAbleToRun } from './setup.ts'

export async function prepare(
  house: House,
  { unit: id, attempt, base, from }: EffectOf<'prepare'>,
  { signal }: Circumstances,
): Promise<Outcomes['prepare']> {
  await openDesk(house, id, { purpose: attemptId(id, attempt), base, from, signal })
  return { ok: true }
}

interface Wanted {
  readonly purpose: string
  readonly base: string
  readonly from: string | null
  readonly signal: AbortSignal
}

/** Also where a process died between preparing and working: what it had prepared is not trusted. */
export async function openDesk(
  house: House,
  unit: string,
  { purpose, base, from, signal }: Wanted,
): Promise<Workspace> {
  const workspace = await house.desks.open(purpose, base)
  await makeAbleToRun(house, workspace, orderOf(house, unitOf(house, unit)), signal)
  if (from !== null) await goOnFrom(house, workspace, unit, from)
  return workspace
}

/** Where an attempt was to go on from something and cannot, it is told: it begins again, and somebody may still have the work. */
async function goOnFrom(
  house: House,
  workspace: Workspace,
  unit: string,
  from: string,
): Promise<void> {
  const laid = await layKeptTree(house, workspace, from)
  if (laid === 'laid') house.desks.noteLaid(workspace.attempt)
  else house.tellOnce(`${unit} ${from}`, `Warning: ${unit} starts afresh: ${whyFresh[laid](from)}`)
}

const whyFresh = {
  absent: (kept: string) =>
    `what an earlier attempt of it has kept (${kept.slice(0, 10)}) is not in this repository; the clone that made it may have it`,
  fresh: (kept: string) =>
    `what an earlier attempt of it has kept (git show ${kept.slice(0, 10)}) conflicts with what landed since`,
}
