// What the packages of a repository export: every name of the files that their package.json names, followed to where it is declared.

import type { Codebase } from '../../../code/codebase.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'
import { readImports } from '../imports.ts'
import { packageEntries } from '../use/entry-points.ts'
import { originsOf } from '../use/origins.ts'

const deepest = 8

export function packageNames(codebase: Codebase): readonly (readonly [string, string])[] {
  const entries = packageEntries(codebase)
  if (entries.length === 0) return []
  const { resolution } = readImports(codebase)
  return entries.flatMap(([path, manifest]) =>
    namesOf(path, codebase, resolution, deepest).map(
      name => [name, `exported by ${path}, which ${manifest} names`] as const,
    ),
  )
}

function namesOf(
  path: string,
  codebase: Codebase,
  resolution: Resolution,
  depth: number,
): readonly string[] {
  const { declarations = [], exports = [] } = codebase.outline(path) ?? {}
  if (depth === 0) return []
  const own = declarations.filter(each => each.parent < 0 && each.isExported)
  return [
    ...own.map(each => `${path}#${each.name}`),
    ...exports.flatMap(({ name, local, module }) => {
      if (local === '*' && module !== '')
        return resolveImport(path, { module, name: '*' }, resolution).flatMap(each =>
          namesOf(each, codebase, resolution, depth - 1),
        )
      return (originsOf(path, name, codebase, resolution) ?? []).map(
        each => `${each.path}#${each.name}`,
      )
    }),
  ]
}
