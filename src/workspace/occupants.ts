// Which processes live in a folder: a workspace in which something still runs is never handed out. Ends nothing.

import { readdirSync, readlinkSync } from 'node:fs'

/** Process ids whose current folder lies in `folder`. Where the platform has no /proc the answer is empty: there the killer of process trees is the only guard. */
export function occupantsOf(folder: string): readonly number[] {
  return processIds().filter(pid => isInside(currentFolder(pid), folder))
}

function isInside(path: string | undefined, folder: string): boolean {
  return (
    path === folder || path === `${folder} (deleted)` || path?.startsWith(`${folder}/`) === true
  )
}

/** Of all that run on this machine; none where the platform has no /proc. */
export function processIds(): readonly number[] {
  try {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(Number)
  } catch {
    return [] // no /proc on this platform
  }
}

function currentFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // it ended meanwhile, or belongs to somebody else
  }
}
