// What the crates of a repository offer: what their lib.rs uses with `pub`, and, where the crate is no program too, what lies in modules
// that are public all the way.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { folderOf, joinPath } from '../../../code/resolving/paths.ts'
import { codeOf } from '../code-of.ts'

const deepest = 8

export function crateNames(codebase: Codebase): readonly (readonly [string, string])[] {
  const roots = codebase.files.filter(path => /(^|\/)lib\.rs$/.test(path))
  return roots.flatMap(path => {
    const folder = folderOf(path)
    const isProgram = codebase.files.some(
      each => each === `${folder}/main.rs` || each.startsWith(`${folder}/bin/`),
    )
    const names = offeredBy(path, { root: path, isProgram, codebase }, deepest)
    return names.map(name => [name, `offered by ${path}`] as const)
  })
}

interface Crate {
  readonly root: string
  readonly isProgram: boolean
  readonly codebase: Codebase
}

function offeredBy(path: string, crate: Crate, depth: number): readonly string[] {
  const { codebase, isProgram } = crate
  const { declarations = [], exports = [] } = codebase.outline(path) ?? {}
  if (depth === 0) return []
  const lines = codeOf(path, codebase).split('\n')
  const open = declarations.filter(each => each.isExported && !isKept(each, lines))
  const modules = open.filter(each => each.kind === 'module' && each.parent < 0 && !each.hasBody)
  return [
    ...open.map(each => `${path}#${each.name}`),
    ...exports.flatMap(({ module, local }) => usedFrom(path, module, local, crate, depth)),
    ...(isProgram
      ? []
      : modules.flatMap(each => openAll(moduleFile(path, each.name, codebase), crate, depth))),
  ]
}

/** `pub(crate)` and `pub(super)` are for the crate alone. */
const isKept = ({ line }: Declaration, lines: readonly string[]) =>
  /^\s*pub\s*\(/.test(lines[line - 1] ?? '')

const openAll = (path: string | undefined, crate: Crate, depth: number) =>
  path === undefined ? [] : offeredBy(path, crate, depth - 1)

/** `pub use send::Sender` and `pub use crate::send::*`. */
function usedFrom(
  path: string,
  module: string,
  name: string,
  crate: Crate,
  depth: number,
): readonly string[] {
  const { codebase, root } = crate
  const parts = module.split('::').filter(each => each !== 'self')
  const start = parts[0] === 'crate' ? root : path
  let at: string | undefined = start
  for (const part of parts.filter(each => each !== 'crate'))
    at = at && moduleFile(at, part, codebase)
  if (at === undefined || at === path) return []
  if (name === '*') return openAll(at, crate, depth)
  const within = moduleFile(at, name, codebase)
  const next = (codebase.outline(at)?.exports ?? []).filter(each => each.name === name)
  return [
    `${at}#${name}`,
    ...openAll(within, crate, depth),
    ...(depth > 0
      ? next.flatMap(each => usedFrom(at, each.module, each.local, crate, depth - 1))
      : []),
  ]
}

/** `mod send;` of lib.rs or mod.rs is a file beside it, of any other file one below it. */
export function moduleFile(path: string, name: string, codebase: Codebase): string | undefined {
  const isHead = /(^|\/)(lib|main|mod)\.rs$/.test(path)
  const folder = isHead ? folderOf(path) : path.replace(/\.rs$/, '')
  return [`${name}.rs`, `${name}/mod.rs`]
    .map(each => joinPath(folder, each))
    .find(each => each !== undefined && codebase.has(each))
}
