// What a type comes from by name: its bases, theirs, and so on, whether the repository has them or somebody else.

import { askedOnce } from '../../../base/asked-once.ts'
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
  const isOwn = askedOnce((name: string) => codebase.declaring(name).length > 0)
  const above = askedOnce((name: string) => [...new Set(basesNamed(name, codebase, lineage))])
  const known = new WeakMap<Declaration, ReadonlySet<string>>()
  const namesAbove = (path: string, type: Declaration) => {
    const names = known.get(type) ?? upFrom(basesOf(path, type), above)
    known.set(type, names)
    return names
  }
  return {
    basesOf,
    comesFrom: (path, type, bases, isForeign) =>
      namesAbove(path, type)
        .values()
        .some(name => bases.test(name) && !(isForeign && isOwn(name))),
  }
}

/** Each name once: common ones lead to one another, and every way to them would be gone for itself. */
function upFrom(
  bases: readonly string[],
  above: (name: string) => readonly string[],
): ReadonlySet<string> {
  const names = new Set(bases)
  let open: readonly string[] = [...names]
  for (let depth = 1; depth < DEEPEST && open.length > 0; depth++) {
    open = [...new Set(open.flatMap(above))].filter(each => !names.has(each))
    for (const each of open) names.add(each)
  }
  return names
}

/** Of whatever is called so at the top of a file. */
const basesNamed = (name: string, codebase: Codebase, lineage: Lineage) =>
  codebase
    .declaring(name)
    .flatMap(file =>
      (codebase.outline(file)?.declarations ?? [])
        .filter(each => each.name === name && each.parent < 0)
        .flatMap(each => [...basesIn(lineage.headerOf(file, each))]),
    )
