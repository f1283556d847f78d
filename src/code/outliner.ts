// The outline of single files that lie in no folder: of a tree of git, say. Keeps nothing.

import type { Outline } from './model.ts'
import { openGrammars } from './open.ts'
import { hasScanner, outlineOf } from './outline.ts'

export interface Outliner {
  /** Something here reads the symbols of such a file. */
  readonly reads: (path: string) => boolean
  /** Undefined where nothing does. */
  readonly outline: (path: string, bytes: Uint8Array) => Outline | undefined
}

export function openOutliner(cacheFolder: string | undefined): Outliner {
  const grammars = openGrammars(cacheFolder)
  const reads = (path: string) => hasScanner(path) || grammars.reads(path)
  return {
    reads,
    outline: (path, bytes) =>
      reads(path)
        ? outlineOf(path, bytes, (name, text) => grammars.outline(name, text))
        : undefined,
  }
}
