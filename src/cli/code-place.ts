// The folders that `refresh` was told to read, refused where they are none: nothing is recorded of code that nobody looked at.

import { relative, resolve } from 'node:path'
import { refuse } from '../base/diagnostic.ts'
import { isFolderAt } from '../base/path-kind.ts'
import { normalisePath } from '../base/paths.ts'
import { codeRootOf } from './project-place.ts'
import type { World } from './world.ts'

export interface CodePlace {
  readonly codeRoot: string
  /** Relative to it. */
  readonly sourceFolders: readonly string[]
}

export function codePlace(
  root: string,
  told: { readonly root: string | undefined; readonly sourceFolders: readonly string[] },
  world: World,
): CodePlace {
  const codeRoot = codeRootOf(root, told.root, world)
  if (!isFolderAt(codeRoot))
    refuse('refresh/root', `--root ${told.root} is no folder`, {
      fix: 'name the folder that holds the code',
    })
  return { codeRoot, sourceFolders: told.sourceFolders.map(each => folderIn(codeRoot, each)) }
}

function folderIn(codeRoot: string, said: string): string {
  const normal = normalisePath(relative(codeRoot, resolve(codeRoot, said)) || '.')
  if (!('path' in normal))
    return refuse('refresh/source-dirs', `--source-dirs ${said} lies outside of the code`, {
      fix: `name a folder of ${codeRoot}`,
    })
  if (!isFolderAt(resolve(codeRoot, normal.path)))
    refuse('refresh/source-dirs', `--source-dirs ${said} is no folder`, {
      fix: `name a folder of ${codeRoot}`,
    })
  return normal.path
}
