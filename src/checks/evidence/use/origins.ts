// Where a name that a file offers is declared: in the file, or in others that it imports it from and exports in turn, through barrels of
// barrels. Undefined where a file has the name by a way that no outline tells.

import type { Codebase } from '../../../code/codebase.ts'
import type { Outline } from '../../../code/model.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'

export interface FoundIn {
  readonly path: string
  /** Which may be another than the one under which it is offered. */
  readonly name: string
}

const deepest = 8

export type OriginsIn = (path: string, name: string) => readonly FoundIn[] | undefined

/** Many files ask for the same name of the same file, which is far from where they are: each is followed once. */
export function originsIn(codebase: Codebase, resolution: Resolution): OriginsIn {
  const known = new Map<string, Map<string, readonly FoundIn[] | undefined>>()
  return (path, name) => {
    const ofFile = known.get(path) ?? new Map<string, readonly FoundIn[] | undefined>()
    known.set(path, ofFile)
    if (!ofFile.has(name)) ofFile.set(name, originsOf(path, name, codebase, resolution))
    return ofFile.get(name)
  }
}

export function originsOf(
  path: string,
  name: string,
  codebase: Codebase,
  resolution: Resolution,
  depth = deepest,
): readonly FoundIn[] | undefined {
  const outline = codebase.outline(path)
  if (!outline || depth === 0) return undefined
  const next = (module: string, wanted: string) =>
    through(path, module, wanted, { codebase, resolution, depth: depth - 1 })
  const exported = outline.exports.find(each => each.name === name)
  if (exported && exported.module !== '') return next(exported.module, exported.local)
  const own = exported && exported.local !== '' ? exported.local : name
  if (isDeclared(outline, own)) return [{ path, name: own }]
  const brought = outline.imports.find(
    each => each.name !== '*' && (each.alias === '' ? each.name : each.alias) === own,
  )
  if (brought) return next(brought.module, brought.name)
  if (exported) return [{ path, name: own }]
  return name === 'default' ? undefined : fromStars(outline, name, next)
}

const isDeclared = ({ declarations }: Outline, name: string) =>
  declarations.some(each => each.parent < 0 && each.name === name)

type Next = (module: string, name: string) => readonly FoundIn[] | undefined

/** The first that has it: two stars with one name are a mistake of their own. */
function fromStars({ exports, imports }: Outline, name: string, next: Next) {
  const stars = [
    ...exports.filter(each => each.name === '*' && each.module !== ''),
    ...imports.filter(each => each.name === '*' && each.alias === '*'),
  ]
  for (const { module } of stars) {
    const found = next(module, name)
    if (found) return found
  }
  return undefined
}

interface Through {
  readonly codebase: Codebase
  readonly resolution: Resolution
  readonly depth: number
}

function through(
  from: string,
  module: string,
  name: string,
  { codebase, resolution, depth }: Through,
): readonly FoundIn[] | undefined {
  const files = resolveImport(from, { module, name }, resolution)
  const found = files.map(each => originsOf(each, name, codebase, resolution, depth))
  const told = found.flatMap(each => each ?? [])
  return told.length > 0 ? told : undefined
}
