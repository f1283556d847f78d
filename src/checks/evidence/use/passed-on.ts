// What a file exports of others without naming it: `export * from './survey'`. Followed through barrels of barrels; a name that the
// file exports by itself is never replaced.

import type { Codebase } from '../../../code/codebase.ts'
import type { Outline } from '../../../code/model.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'
import { readImports } from '../imports.ts'
import { isStar } from './star.ts'

const deepest = 6

const resolutions = new WeakMap<Codebase, Resolution>()

function resolutionOf(codebase: Codebase): Resolution {
  const known = resolutions.get(codebase) ?? readImports(codebase).resolution
  resolutions.set(codebase, known)
  return known
}

export function withPassedOn(path: string, outline: Outline, codebase: Codebase): Outline {
  const stars = outline.exports.filter(isStar)
  if (stars.length === 0) return outline
  const own = new Set(outline.exports.map(each => each.name))
  const names = stars.flatMap(({ module, line }) =>
    offeredBy(path, module, codebase, deepest).map(name => ({ name, local: name, module, line })),
  )
  const passed = names.filter(each => !own.has(each.name))
  return { ...outline, exports: [...outline.exports, ...passed] }
}

/** The default is not among what a star passes on. */
function offeredBy(
  from: string,
  module: string,
  codebase: Codebase,
  depth: number,
): readonly string[] {
  if (depth === 0) return []
  const files = resolveImport(from, { module, name: '*' }, resolutionOf(codebase))
  const names = files.flatMap(path => {
    const { declarations = [], exports = [] } = codebase.outline(path) ?? {}
    return [
      ...declarations.filter(each => each.parent < 0 && each.isExported).map(each => each.name),
      ...exports.filter(each => !isStar(each)).map(each => each.name),
      ...exports.filter(isStar).flatMap(each => offeredBy(path, each.module, codebase, depth - 1)),
    ]
  })
  return [...new Set(names)].filter(each => each !== 'default')
}
