// Which files declare a name, over all encoded outlines of a codebase. Made once, when somebody asks.

import { namesIn } from './outline-codec.ts'

/** Where a name is declared. */
export interface DeclaredAt {
  readonly path: string
  /** Index in the declarations of that file's outline. */
  readonly index: number
}

/** By path, then by line. `records` are the outlines of `paths`, where there are any. */
export function findDeclared(
  paths: readonly string[],
  records: readonly (Uint8Array | undefined)[],
): (name: string) => readonly DeclaredAt[] {
  const byName = nameIndex(records)
  return name => [byName.get(name) ?? []].flat().map(place => unpack(paths, place))
}

/** Declarations per file that a place can tell apart; a name in a larger file points at the last of them. */
const MOST_DECLARATIONS = 1 << 20

/** Places are packed into numbers: there may be millions, and few are ever asked for. */
function nameIndex(records: readonly (Uint8Array | undefined)[]): Map<string, number | number[]> {
  const byName = new Map<string, number | number[]>()
  for (const [file, record] of records.entries())
    for (const [index, name] of (record ? namesIn(record) : []).entries()) {
      const place = file * MOST_DECLARATIONS + Math.min(index, MOST_DECLARATIONS - 1)
      addPlace(byName, name, place)
      // Away from its type a method carries it: `A.run` is found as `run`, too.
      const dot = name.lastIndexOf('.')
      if (dot > 0) addPlace(byName, name.slice(dot + 1), place)
    }
  return byName
}

function addPlace(byName: Map<string, number | number[]>, name: string, place: number): void {
  const places = byName.get(name)
  if (places === undefined) byName.set(name, place)
  else if (typeof places === 'number') byName.set(name, [places, place])
  else places.push(place)
}

function unpack(paths: readonly string[], place: number): DeclaredAt {
  return {
    path: paths[Math.floor(place / MOST_DECLARATIONS)]!,
    index: place % MOST_DECLARATIONS,
  }
}
