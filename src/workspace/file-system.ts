// How the file system of a folder compares names. Probes with one file of its own and leaves nothing behind.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../base/make-folder.ts'

export interface FileSystemTraits {
  readonly isCaseSensitive: boolean
  /** False where `é` written in one or in two code points names the same file. */
  readonly tellsNormalFormsApart: boolean
}

export function probeFileSystem(folder: string): FileSystemTraits {
  makeFolder(folder)
  const probe = mkdtempSync(join(folder, '.probe-'))
  try {
    writeFileSync(join(probe, 'a\u0301'), '')
    return {
      isCaseSensitive: !existsSync(join(probe, 'A\u0301')),
      tellsNormalFormsApart: !existsSync(join(probe, '\u00e1')),
    }
  } finally {
    rmSync(probe, { recursive: true })
  }
}

/** Groups of paths that such a file system cannot hold side by side; folders clash like files. */
export function clashes(
  paths: readonly string[],
  { isCaseSensitive, tellsNormalFormsApart }: FileSystemTraits,
): string[][] {
  if (isCaseSensitive && tellsNormalFormsApart) return []
  const fold = (path: string) => {
    const formed = tellsNormalFormsApart ? path : path.normalize('NFC')
    return isCaseSensitive ? formed : formed.toLowerCase()
  }
  const groups = Map.groupBy(new Set(paths.flatMap(withFolders)), fold)
  return [...groups.values()].filter(group => group.length > 1).map(group => group.sort())
}

function withFolders(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
