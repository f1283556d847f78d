// The change of what a word named, read from the repository of the project; and whether it is shown on a terminal.

import { findRoot } from '../project-place.ts'
import type { World } from '../world.ts'
import { type Change, changeOfRun, changeOfUnit } from './change-of.ts'
import { openProjectRepository } from './engage.ts'
import type { NamedRunning } from './named-running.ts'

export interface ChangeFound {
  readonly kind: 'change'
  readonly change: Change
  readonly isTerminal: boolean
}

export async function changeFound(
  named: NamedRunning,
  attempt: number | undefined,
  world: World,
): Promise<ChangeFound> {
  const root = findRoot(world.cwd)
  const change = await openProjectRepository(root, world, repository =>
    named.kind === 'run'
      ? changeOfRun(repository, named.run)
      : changeOfUnit(repository, named.unit, attempt, root),
  )
  return { kind: 'change', change, isTerminal: world.stdout.isTTY }
}
