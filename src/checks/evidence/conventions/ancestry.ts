// What a type comes from by name: its bases, theirs, and so on, whether the repository has them or somebody else.

import { basesIn } from '../../../code/bodies/overridden.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import type { Lineage } from '../types/lineage.ts'

export interface Ancestry {
  /** The bases that its header names. */
  readonly basesOf: (path: string, type: Declaration) => readonly string[]
  /** One of them, or of theirs, is called so; with `isForeign`, one that is no type of the repository. */
  readonly comesFrom: (
    path: string,
    type: Declaration,
    bases: RegExp,
    isForeign: boolean | undefined,
  ) => boolean
}

/** Bases of bases of bases: nobody goes on longer. */
const DEEPEST = 4

export function ancestry(codebase: Codebase, lineage: Lineage): Ancestry {
  const basesOf = (path: string, type: Declaration) => [...lineage.basesOf(path, type)]
  const basesNamed = (name: string) =>
    codebase
      .declaring(name)
      .flatMap(file =>
        (codebase.outline(file)?.declarations ?? [])
          .filter(each => each.name === name && each.parent < 0)
          .flatMap(each => [...basesIn(lineage.headerOf(file, each))]),
      )
  return {
    basesOf,
    comesFrom: (path, type, bases, isForeign) => {
      const isMeant = (name: string) =>
        bases.test(name) && !(isForeign && codebase.declaring(name).length > 0)
      let open = basesOf(path, type)
      for (let depth = 0; depth < DEEPEST && open.length > 0; depth++) {
        if (open.some(isMeant)) return true
        open = open.flatMap(basesNamed)
      }
      return false
    },
  }
}
