// Paths of a repository while imports are resolved: joining, folders, and the configuration file that is nearest.

import { normalisePath } from '../../base/paths.ts'

export type Files = ReadonlySet<string>

/** The folder of a path; '' is the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** `a/b` and `../c` are `a/c`; nothing where it leaves the repository. */
export function joinPath(folder: string, relative: string): string | undefined {
  const joined = normalisePath(folder === '' ? relative : `${folder}/${relative}`)
  if ('problem' in joined) return undefined
  return joined.path === '.' ? '' : joined.path
}

/** The folder itself and those above it, nearest first, down to the root ''. */
export function foldersAbove(folder: string): readonly string[] {
  const folders = [folder]
  for (let at = folder; at !== ''; ) {
    at = folderOf(at)
    folders.push(at)
  }
  return folders
}

/** Without an extension: only the first line of such a file may tell what it is. */
export const isUnnamed = (path: string) => !path.slice(path.lastIndexOf('/') + 1).includes('.')
