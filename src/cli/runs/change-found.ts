// The change of what a word named, read from the repository of the project.

import { patchBytes } from '../../workspace/patch.ts'
import { findRoot } from '../project-place.ts'
import type { World } from '../world.ts'
import { type Change, changeOfRun, changeOfUnit } from './change-of.ts'
import { openProjectRepository } from './engage.ts'
import type { NamedRunning } from './named-running.ts'

export interface ChangeFound {
  readonly kind: 'change'
  readonly change: Change
  /** All of it for git to apply, where it does not go to a terminal. */
  readonly patch: Uint8Array | undefined
}

export async function changeFound(
  named: NamedRunning,
  attempt: number | undefined,
  world: World,
): Promise<ChangeFound> {
  const root = findRoot(world.cwd)
  return openProjectRepository(root, world, async repository => {
    const change =
      named.kind === 'run'
        ? await changeOfRun(repository, named.run)
        : await changeOfUnit(repository, named.unit, attempt, root)
    const { from, to, files } = change
    const isApplied = !world.stdout.isTTY && files.length > 0
    const patch = isApplied ? await patchBytes(repository, from, to, files) : undefined
    return { kind: 'change', change, patch }
  })
}
