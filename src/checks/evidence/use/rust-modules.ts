// Whose name it is in Rust that a path from the crate, from beside or from above leads to. Only a module that declares the name where the
// path ends is told; what others pass on may be anybody's.

import type { Codebase } from '../../../code/codebase.ts'
import type { Import } from '../../../code/model.ts'

type Homes = readonly string[] | undefined

interface Module {
  /** The folder of the crate. */
  readonly crate: string
  readonly parts: readonly string[]
}

export function modulesOfRust(codebase: Codebase) {
  return (path: string, name: string, bound: Import | undefined): Homes => {
    const own = moduleOf(path)
    if (!own) return undefined
    if (!bound)
      return isAtTop(path, name, codebase) && codebase.declaring(name).length > 1
        ? [path]
        : undefined
    const target = targetOf(bound.module, own)
    if (!target) return undefined
    const found = codebase
      .declaring(bound.name)
      .filter(each => isModule(each, target) && isAtTop(each, bound.name, codebase))
    return found.length > 0 ? found : undefined
  }
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

function targetOf(module: string, { crate, parts }: Module): Module | undefined {
  const [first, ...rest] = module.split('::')
  if (first === 'crate') return { crate, parts: rest }
  if (first === 'self') return { crate, parts: [...parts, ...rest] }
  return first === 'super' ? above(rest, { crate, parts: parts.slice(0, -1) }) : undefined
}

function above([first, ...rest]: readonly string[], from: Module): Module | undefined {
  if (first === 'super') return above(rest, { ...from, parts: from.parts.slice(0, -1) })
  return { ...from, parts: [...from.parts, ...(first === undefined ? [] : [first]), ...rest] }
}
