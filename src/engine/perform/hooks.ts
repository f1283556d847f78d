// Runs the repository's own commit hooks on a candidate, as if it were being committed in a clean checkout of what it stands on. They
// judge and no more: one that changes files has refused, because what was judged is what lands, and the message stays as it is.

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runContained } from '../../base/containment.ts'
import { refuse } from '../../base/diagnostic.ts'
import { outputText } from '../../base/kept-output.ts'
import type { Veto } from '../../checks/judges/model.ts'
import {
  type Differences,
  differencesFrom,
  findHooks,
  type Hook,
  layHooks,
  mayHaveHooks,
  messageOf,
  unmake,
} from '../../workspace/hooks.ts'
import type { Workspace } from '../../workspace/pool.ts'
import type { House } from '../house.ts'
import type { Delta } from './checks.ts'
import { environmentIn, makeAbleToRun } from './setup.ts'

const TIMEOUT_MS = 10 * 60_000
const KEEP_BYTES = 8 * 1024

export interface HookDelta extends Delta {
  /** Hooks that are part of the tree are taken from this commit. */
  readonly oracle: string
}

export async function hookVetoes(house: House, delta: HookDelta): Promise<readonly Veto[]> {
  const { order, commit, base, purpose, oracle, signal } = delta
  if (order.commit?.hooks === false) return []
  if (!mayHaveHooks(house.repository, house.manners.hooksPath)) return []
  const place = `${purpose}:hooks:${commit}`
  const workspace = await house.desks.open(place, commit)
  const folder = join(workspace.slot.folder, 'hooks')
  const { hooksPath } = house.manners
  try {
    const laid = await layHooks(house.repository, hooksPath, oracle, folder)
    // Before anything foreign runs in there: what it could do to settings must not reach a git of ours.
    await unmake(workspace, base)
    await makeAbleToRun(house, workspace, order, signal)
    for (const hook of findHooks(house.repository, hooksPath, laid)) {
      const veto = await judgeByHook(house, workspace, hook, delta, signal)
      if (veto) return [veto]
    }
    return []
  } finally {
    house.desks.close(place)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function judgeByHook(
  house: House,
  workspace: Workspace,
  { name, path }: Hook,
  { order, commit }: Delta,
  signal: AbortSignal,
): Promise<Veto | undefined> {
  const message = join(workspace.slot.folder, 'COMMIT_EDITMSG')
  writeFileSync(message, `${await messageOf(house.repository, commit)}\n`)
  const before = await differencesFrom(workspace, commit)
  const { ending, output } = await runContained({
    command: name === 'commit-msg' ? [path, message] : [path],
    cwd: workspace.path,
    environment: {
      ...(await environmentIn(house, workspace, order.environment, order.ports)),
      GIT_EDITOR: ':',
    },
    timeoutMs: TIMEOUT_MS,
    keepBytes: KEEP_BYTES,
    signal,
  })
  if (ending.kind === 'exit' && ending.exitCode === 0)
    return changeVeto(name, before, await differencesFrom(workspace, commit), outputText(output))
  if (ending.kind === 'cancelled' || ending.kind === 'not-started')
    refuse(
      'hook/trouble',
      `the hook ${name} could not be run: ${ending.kind === 'cancelled' ? 'it was stopped' : ending.problem.message}`,
      {
        fix: 'mend it, or leave it out with commit.hooks: false',
      },
    )
  const how =
    ending.kind === 'exit' ? `refused it with exit code ${ending.exitCode}` : 'did not end in time'
  const said = outputText(output)
  return {
    class: 'check_failed',
    summary: `the repository's ${name} hook ${how}`,
    signature: `hook ${name} ${said.replace(/\d+/g, '0')}`,
    evidence: [said],
  }
}

function changeVeto(
  name: Hook['name'],
  before: Differences,
  after: Differences,
  said: string,
): Veto | undefined {
  if (after.patch === before.patch && after.staged.join('\0') === before.staged.join('\0'))
    return undefined
  const paths = [...new Set([...after.paths, ...after.staged])].join(', ')
  return {
    class: 'check_failed',
    summary: `the repository's ${name} hook wants other content in ${paths}`,
    signature: `hook ${name} changes ${paths}`,
    evidence: [said, after.patch],
  }
}
