// Ends what was left behind by a process of ours that was killed: its containers' processes and their temporary folders. Leaves alone
// whatever has a living owner, an owner that it cannot judge, or that it lives in itself.

import { listContainerFolders, removeContainerFolder } from './container-folder.ts'
import { isOrphan, isOwn } from './container-id.ts'
import { containersIn, readProcessTable } from './process-table.ts'
import { killTree } from './process-tree.ts'

export interface Swept {
  /** Ids of the containers whose processes were killed. */
  readonly containers: readonly string[]
  /** Temporary folders that were removed. */
  readonly folders: readonly string[]
  /** Processes that did not die in time. */
  readonly survivors: readonly number[]
}

const KILL_LIMIT_MS = 2_500

/** Ends all that this process has started contained; for a process that is about to end and waits for nothing. */
export async function killOwnContainers(): Promise<void> {
  const seen = new Set(readProcessTable().flatMap(each => each.containers))
  const own = [...seen].filter(isOwn)
  await Promise.all(own.map(container => killTree({ container }, KILL_LIMIT_MS)))
}

export async function sweepOrphans(): Promise<Swept> {
  const seen = readProcessTable().flatMap(each => each.containers)
  const ours = containersIn(process.env)
  const containers = [...new Set(seen)].filter(id => isOrphan(id) && !ours.includes(id)).sort()
  const left = await Promise.all(
    containers.map(container => killTree({ container }, KILL_LIMIT_MS)),
  )
  const orphaned = listContainerFolders().filter(each => isOrphan(each.container))
  for (const { folder } of orphaned) removeContainerFolder(folder)
  return {
    containers,
    folders: orphaned.map(each => each.folder).sort(),
    survivors: [...new Set(left.flat())],
  }
}
