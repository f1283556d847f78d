// Where a path of Rust leads from the file that writes it: `items::list` to the module that the file declares or brings in,
// `Items::list` to the type. Undefined where the path leaves the crate, or a module passes on what is not its own.

import type { Codebase } from '../../../code/codebase.ts'
import type { CodeSymbol } from '../../../evidence/facts.ts'
import { modulesOfRust } from '../use/rust-modules.ts'
import { nearestOwn } from './nearest.ts'
import { symbolsIn } from './symbols.ts'

export function findRustHomes(codebase: Codebase) {
  const homes = modulesOfRust(codebase)
  return (file: string, names: readonly string[]): readonly CodeSymbol[] | undefined => {
    const path = wholePath(file, names, codebase)
    const [owner, name] = path.slice(-2)
    if (name === undefined) {
      const own = nearestOwn(owner!, file, 0, codebase)
      return own && [own]
    }
    const isType = /^[A-Z]/.test(owner!)
    const module = (isType ? path.slice(0, -2) : path.slice(0, -1)).join('::')
    const wanted = isType ? owner! : name
    const bound = { module, name: wanted, alias: '', line: 0 }
    const files = homes(file, wanted, bound)
    return files?.flatMap(each =>
      symbolsIn(each, codebase).filter(
        ({ qualified }) => qualified.replaceAll('::', '.') === (isType ? `${owner}.${name}` : name),
      ),
    )
  }
}

/** From the crate or the file on, as far as the file says. */
function wholePath(file: string, names: readonly string[], codebase: Codebase): readonly string[] {
  const { declarations = [], imports = [] } = codebase.outline(file) ?? {}
  const [first, ...rest] = names as [string, ...string[]]
  if (/^(crate|self|super)$/.test(first)) return names
  const isModule = (name: string) =>
    declarations.some(each => each.kind === 'module' && each.name === name)
  if (isModule(first) || (/^[A-Z]/.test(first) && declarations.some(each => each.name === first)))
    return ['self', ...names]
  const brought = imports.find(each => (each.alias || each.name) === first)
  if (!brought) return names
  const path = [...brought.module.split('::'), brought.name, ...rest]
  return isModule(path[0]!) ? ['self', ...path] : path
}
