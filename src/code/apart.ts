// Why a path that the spec names is no file of the codebase though git tracks it: it lies in a submodule, or is not checked out.

import picomatch from 'picomatch'
import { isGlob } from '../base/paths.ts'
import type { ApartFiles } from './file-index.ts'
import type { Apart } from './model.ts'

/** Answers for a path or a glob; undefined where nothing of it is apart. */
export function apartIn({ submodules, left }: ApartFiles): (path: string) => Apart | undefined {
  return path => {
    const holding = submodules.find(each => path.startsWith(`${each}/`))
    if (holding !== undefined)
      return {
        why: `${path} lies in the submodule ${holding}, which is not read`,
        isElsewhere: true,
      }
    const found = isGlob(path) ? globbed(path, left) : left.has(path) ? path : undefined
    return found === undefined
      ? undefined
      : { why: `${found} is tracked and not checked out here`, isElsewhere: false }
  }
}

function globbed(glob: string, left: ReadonlySet<string>): string | undefined {
  if (left.size === 0) return undefined
  const isMatch = picomatch(glob, { dot: true })
  return [...left].find(path => isMatch(path))
}
