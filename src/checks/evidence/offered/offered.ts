// What a library offers to others: nothing of the repository has to refer to it. By the custom of each language; a repository that is a
// program of its own offers nothing but what a manifest or a crate names.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { symbolsOf } from '../../../evidence/facts.ts'
import { crateNames } from './crates.ts'
import { type Library, libraries } from './libraries.ts'
import { packageNames } from './packages.ts'

/** By `path#A.run`, of some files: by what it is offered. */
export type OfferedIn = (paths: readonly string[]) => ReadonlyMap<string, string>

export function offeredNames(codebase: Codebase): OfferedIn {
  const byName = new Map([...packageNames(codebase), ...crateNames(codebase)])
  const wholly = libraries(codebase)
  return paths => new Map(paths.flatMap(path => offeredOf(path, byName, wholly, codebase)))
}

/** A method of a public type of Rust is as private as anything that does not say `pub`. */
const isHidden = (path: string, { isExported }: Declaration) => path.endsWith('.rs') && !isExported

function offeredOf(
  path: string,
  byName: ReadonlyMap<string, string>,
  wholly: readonly Library[],
  codebase: Codebase,
): readonly (readonly [string, string])[] {
  const outline = codebase.outline(path)
  if (!outline) return []
  const library = wholly.find(each => each.has(path))
  const file = {
    path,
    outline,
    condition: 'present',
    depth: undefined,
    problems: [],
    routes: [],
  } as const
  return symbolsOf([file]).flatMap(({ declaration, qualified }) => {
    const by =
      (isHidden(path, declaration)
        ? undefined
        : byName.get(`${path}#${qualified.split('.')[0]}`)) ??
      (declaration.isExported ? library?.by : undefined)
    return by === undefined ? [] : [[`${path}#${qualified}`, by] as const]
  })
}
