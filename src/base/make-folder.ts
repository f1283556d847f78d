// Makes a folder with its parents where a person said that things should be kept. Node's own recursive mkdir never ends where the parent is
// there and holds no folders, as /proc does; this says so.

import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

export function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST' && existsSync(path)) return
    if (code !== 'ENOENT' || existsSync(dirname(path))) throw cause
    makeFolder(dirname(path))
    makeFolder(path)
  }
}
