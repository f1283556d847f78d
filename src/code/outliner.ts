// The outline of single files that lie in no folder: of a tree of git, say. Keeps nothing.

import type { Languages } from './languages/all.ts'
import type { Outline } from './model.ts'
import { openGrammars } from './open.ts'
import { hasScanner, outlineOf } from './outline.ts'

export interface Outliner {
  /** Something here reads the symbols of such a file. */
  readonly reads: (path: string) => boolean
  /** Undefined where nothing does. */
  readonly outline: (path: string, bytes: Uint8Array) => Outline | undefined
}

export function openOutliner(cacheFolder: string | undefined, languages: Languages): Outliner {
  const grammars = openGrammars(cacheFolder, languages)
  const reads = (path: string) => hasScanner(path) || grammars.reads(path)
  const isTreeRead = (path: string) =>
    languages.packFor(path)?.isTreeRead === true && grammars.opens(path)
  return {
    reads,
    outline: (path, bytes) =>
      reads(path)
        ? outlineOf(path, bytes, (name, text) => grammars.outline(name, text), isTreeRead(path))
        : undefined,
  }
}
