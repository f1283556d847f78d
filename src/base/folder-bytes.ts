// How much disk the removal of a folder gives back. Follows no link, and passes over what goes away or cannot be looked into meanwhile.

import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file that has another name elsewhere stays on the disk under that one, and counts nothing. */
export function folderBytes(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.nlink === 1 ? stats.size : 0
  return namesOf(path).reduce((sum, name) => sum + folderBytes(join(path, name)), 0)
}

function namesOf(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    if (['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR'].includes(code)) return []
    throw cause
  }
}
