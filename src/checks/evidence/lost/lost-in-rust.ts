// Why a handler of Rust is not there: `handlers::list` lies in handlers.rs or handlers/mod.rs. A module that passes everything of
// another on is not looked through, and what comes from a crate is nobody's loss.

import type { Codebase } from '../../../code/codebase.ts'
import { isWordIn, timesOf } from '../../../code/routes/words.ts'
import { ownName } from '../../../evidence/facts.ts'
import { codeOf } from '../code-of.ts'

export function lostInRust(
  file: string,
  names: readonly string[],
  codebase: Codebase,
): string | undefined {
  const { declarations = [], imports = [] } = codebase.outline(file) ?? {}
  const [first, ...rest] = names as [string, ...string[]]
  const last = rest.at(-1) ?? first
  const brought = imports.find(each => (each.alias || each.name) === first)
  const path = brought ? [...brought.module.split('::'), brought.name, ...rest] : names
  const module = path.at(-2)
  if (module === undefined) {
    if (declarations.some(each => ownName(each) === first)) return undefined
    if (imports.some(each => each.name === '*')) return undefined
    return timesOf(first, codeOf(file, codebase)) > 1
      ? undefined
      : `${first} is neither declared in ${file} nor brought in there`
  }
  if (/^(crate|self|super|Self)$|^[A-Z]/.test(module)) return undefined
  const isHere = declarations.some(each => each.kind === 'module' && each.name === module)
  const files = codebase.files.filter(each =>
    new RegExp(String.raw`(^|/)${module}(/mod)?\.rs$`).test(each),
  )
  const isOwn = isHere || /^(crate|self|super)$/.test(path[0]!)
  if (files.length === 0) return undefined
  if (!isOwn && !brought) return undefined
  const name = path.at(-1)!
  const mayHave = (each: string) => {
    const code = codeOf(each, codebase)
    return isWordIn(name, code) || /\buse\s+[\w:]+::\*/.test(code) || /\bmacro_rules!/.test(code)
  }
  return files.some(mayHave) || isWordIn(`fn ${name}`, codeOf(file, codebase))
    ? undefined
    : `${last} is not in ${module}`
}
