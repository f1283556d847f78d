// A unit that somebody dropped or cancelled while its person was inside: what was made there is not taken, and they are told where it lies
// and how to save it. Removes nothing.

import { refuse } from '../../base/diagnostic.ts'
import { shellWord } from '../../base/shell-word.ts'
import { hasHandMade } from '../../engine/by-hand.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Unit } from '../../kernel/model.ts'
import { leaveWorkspace, releaseWorkspace, type Workspace } from '../../workspace/pool.ts'
import { findUnit } from './find.ts'

export async function refuseClosed(
  { ledger, house }: Pick<Engine, 'ledger' | 'house'>,
  unit: Unit,
  workspace: Workspace,
): Promise<void> {
  await ledger.catchUp()
  const { id, opened, status } = findUnit(ledger.state, unit.id)
  if (opened) return
  const message = `nobody has ${id} open any more; it is ${status}`
  if (!(await hasHandMade(house, unit, workspace))) {
    releaseWorkspace(workspace)
    return refuse('open/closed', `${message}. Nothing was made there`)
  }
  leaveWorkspace(workspace)
  const { path, base } = workspace
  const git = `git -C ${shellWord(path)}`
  const patch = `${id.replaceAll('/', '-')}.patch`
  return refuse(
    'open/closed',
    `${message}, so nothing is handed back. What you made lies in ${path} until fixpoint gc`,
    { fix: `save it: ${git} add -A && ${git} diff --cached --binary ${base} > ${patch}` },
  )
}
