// What a Python module offers: the names of `__all__`, else its public ones; a package also offers what it imports from itself.

import type { Export } from '../../model.ts'
import { UNDERSCORE } from '../lexing.ts'
import type { Placed } from '../rows.ts'
import type { Reading } from './reading.ts'

export function markExports(reading: Reading): void {
  const { rows, publicNames } = reading
  const names = publicNames && new Set(publicNames.names)
  for (const row of rows) {
    const outer = row.parent === -1 ? undefined : rows[row.parent]
    if (outer === undefined) row.isExported = names ? names.has(row.name) : isPublic(row.name)
    else row.isExported = outer.kind === 'class' && outer.isExported && isPublicMember(row.name)
  }
  reading.exports.push(...(publicNames ? listed(reading, publicNames) : unlisted(reading)))
}

const isPublic = (name: string) => name.charCodeAt(0) !== UNDERSCORE

const isPublicMember = (name: string) =>
  isPublic(name) || (name.length > 3 && name.startsWith('__') && name.endsWith('__'))

function listed(
  { imports }: Reading,
  { names, offset }: { readonly names: readonly string[]; readonly offset: number },
): Placed<Export>[] {
  const origins = new Map(imports.map(each => [each.alias || each.name, each]))
  return [...new Set(names)].map(name => {
    const origin = origins.get(name)
    return { name, local: origin?.name ?? name, module: origin?.module ?? '', offset }
  })
}

function unlisted({ isPackage, rows, imports }: Reading): Placed<Export>[] {
  const seen = new Set<string>()
  const own: Placed<Export>[] = []
  for (const { name, parent, isExported, start } of rows) {
    if (parent !== -1 || !isExported || seen.has(name)) continue
    seen.add(name)
    own.push({ name, local: name, module: '', offset: start })
  }
  return isPackage ? [...own, ...reexports(imports)] : own
}

function reexports(imports: Reading['imports']): Placed<Export>[] {
  return imports
    .filter(each => each.module.startsWith('.') && isPublic(each.alias || each.name))
    .map(({ module, name, alias, offset }) => ({
      name: alias || name,
      local: name,
      module,
      offset,
    }))
}
