// Whose name it is in Rust that a path from the crate, from beside or from above leads to, from a module that the file declares, or from
// a crate of the repository by its name. Only a module that declares the name where the path ends is told; what others pass on may be
// anybody's.

import type { Codebase } from '../../../code/codebase.ts'
import type { Import } from '../../../code/model.ts'
import { folderOf } from '../../../code/resolving/paths.ts'

type Homes = readonly string[] | undefined

interface Module {
  /** The folder of the crate. */
  readonly crate: string
  readonly parts: readonly string[]
}

export function modulesOfRust(codebase: Codebase) {
  const folderOfCrate = crateFolders(codebase)
  return (path: string, name: string, bound: Import | undefined): Homes => {
    const own = moduleOf(path)
    if (!bound)
      return own && isAtTop(path, name, codebase) && codebase.declaring(name).length > 1
        ? [path]
        : undefined
    const target =
      (own && targetOf(bound.module, own, isModuleIn(path, codebase))) ??
      inCrate(bound.module, folderOfCrate)
    if (!target) return undefined
    const found = codebase
      .declaring(bound.name)
      .filter(each => isModule(each, target) && isAtTop(each, bound.name, codebase))
    return found.length > 0 ? found : undefined
  }
}

const isModuleIn = (path: string, codebase: Codebase) => (name: string) =>
  codebase
    .outline(path)
    ?.declarations.some(each => each.kind === 'module' && each.name === name && each.parent < 0) ??
  false

/** `pond::fill` of a test or of another crate, where a Cargo.toml says that name. */
function inCrate(module: string, folderOfCrate: (name: string) => string | undefined) {
  const [first, ...parts] = module.split('::')
  const crate = folderOfCrate(first!)
  return crate === undefined ? undefined : { crate, parts }
}

/** By the name of the package as code spells it. Undefined where two are called so. */
function crateFolders(codebase: Codebase) {
  let folders: ReadonlyMap<string, readonly string[]> | undefined
  return (name: string): string | undefined => {
    folders ??= Map.groupBy(
      codebase.files.filter(each => /(^|\/)Cargo\.toml$/.test(each)).map(each => folderOf(each)),
      folder => packageName(folder, codebase),
    )
    const [only, ...more] = folders.get(name) ?? []
    return more.length === 0 ? only : undefined
  }
}

function packageName(folder: string, codebase: Codebase): string {
  const manifest = codebase.bytes(folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`) ?? []
  const section = /^\[package\]([^[]*)/m.exec(Buffer.from(manifest).toString('utf8'))?.[1] ?? ''
  return /^name\s*=\s*"([\w-]+)"/m.exec(section)?.[1]?.replaceAll('-', '_') ?? ''
}

const isAtTop = (path: string, name: string, codebase: Codebase) =>
  codebase.outline(path)?.declarations.some(each => each.name === name && each.parent < 0) ?? false

/** `src/shop/mod.rs` and `src/shop.rs` are `crate::shop`. */
function moduleOf(path: string): Module | undefined {
  const found = /^(.*?)(?:^|\/)?src\/(.*)\.rs$/.exec(path)
  if (!found) return undefined
  const parts = found[2]!.split('/')
  const isHead = /^(mod|lib|main)$/.test(parts.at(-1)!)
  return { crate: found[1]!, parts: isHead ? parts.slice(0, -1) : parts }
}

function isModule(path: string, { crate, parts }: Module): boolean {
  const module = moduleOf(path)
  return module?.crate === crate && module.parts.join('::') === parts.join('::')
}

function targetOf(
  module: string,
  { crate, parts }: Module,
  isOwn: (name: string) => boolean,
): Module | undefined {
  const [first, ...rest] = module.split('::')
  if (first === 'crate') return { crate, parts: rest }
  if (first === 'self') return { crate, parts: [...parts, ...rest] }
  if (isOwn(first!)) return { crate, parts: [...parts, first!, ...rest] }
  return first === 'super' ? above(rest, { crate, parts: parts.slice(0, -1) }) : undefined
}

function above([first, ...rest]: readonly string[], from: Module): Module | undefined {
  if (first === 'super') return above(rest, { ...from, parts: from.parts.slice(0, -1) })
  return { ...from, parts: [...from.parts, ...(first === undefined ? [] : [first]), ...rest] }
}
