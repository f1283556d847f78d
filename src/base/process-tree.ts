// Everything that a container started, however it tried to get away, and its end. Never touches a process that it cannot prove to be
// one of them.

import { setTimeout as pause } from 'node:timers/promises'
import { type ProcessRow, readProcessTable } from './process-table.ts'

export interface ProcessTree {
  readonly container: string
  /** The first process, which also leads a group; undefined when only the marker is left to go by. */
  readonly leader?: number
}

/** By marker, by group, and by parent: a process that cleared its environment is still its parent's child. */
export function membersOf(
  table: readonly ProcessRow[],
  { container, leader }: ProcessTree,
): readonly number[] {
  const members = new Set(
    table
      .filter(each => each.containers.includes(container) || each.group === leader)
      .map(each => each.pid),
  )
  const children = Map.groupBy(table, each => each.parent)
  for (const pid of members) for (const child of children.get(pid) ?? []) members.add(child.pid)
  members.delete(process.pid)
  return [...members].sort((a, b) => a - b)
}

/** Asks every member to end, but the one that is spared. */
export function terminateTree(tree: ProcessTree, spared: number | undefined): void {
  for (const pid of membersOf(readProcessTable(), tree)) if (pid !== spared) signal(pid, 'SIGTERM')
}

const POLL_MS = 20

/** Kills until nobody is left; answers who still lives when the time is up. Members fork while they are being killed, so it looks again. */
export async function killTree(tree: ProcessTree, limitMs: number): Promise<readonly number[]> {
  const end = performance.now() + limitMs
  for (;;) {
    const members = membersOf(readProcessTable(), tree)
    if (members.length === 0 || performance.now() > end) return members
    for (const pid of members) signal(pid, 'SIGKILL')
    await pause(POLL_MS)
  }
}

/** A process that is gone, or that belongs to somebody else by now, needs no signal from us. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== 'ESRCH' && code !== 'EPERM') throw cause
  }
}
