// The TMPDIR of one container: made before it starts, gone when it is dead, whatever was left in it.

import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'fixpoint-'

export function makeContainerFolder(container: string): string {
  const folder = join(tmpdir(), `${PREFIX}${container}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Tools leave folders that they made read-only. What still cannot be removed costs space, never a result. */
export function removeContainerFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    removeReadOnly(folder)
  }
}

function removeReadOnly(folder: string): void {
  try {
    makeWritable(folder)
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Another user's files, or a process that would not die: the system's own cleaning of its temporary folder gets them.
  }
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeWritable(join(folder, entry.name))
}

/** The containers that have a folder here, whoever owns them. */
export function listContainerFolders(): readonly { container: string; folder: string }[] {
  return readdirSync(tmpdir())
    .filter(name => name.startsWith(PREFIX))
    .map(name => ({ container: name.slice(PREFIX.length), folder: join(tmpdir(), name) }))
}
