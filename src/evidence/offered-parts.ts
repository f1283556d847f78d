// What lies in a type for others to use and does no work of its own, by the name that it has outside: public constants and nested types
// of Java, constants of C#, events and errors of Solidity.

import type { Declaration, Outline } from '../code/model.ts'
import type { DeclarationKind } from '../contract/declaration-kinds.ts'
import { ownsMembers } from './matching/kinds.ts'

export interface Part {
  readonly declaration: Declaration
  /** `Shop.Cart` */
  readonly name: string
}

const types: readonly DeclarationKind[] = ['class', 'interface', 'enum']

const partsOf: ReadonlyMap<string, readonly DeclarationKind[]> = new Map([
  ['java', ['constant', ...types]],
  ['csharp', ['constant']],
  ['solidity', ['event', 'error']],
])

/** An empty type is a promise: nobody is asked to keep that. */
export function partsIn({ declarations, language }: Outline): readonly Part[] {
  const kinds = partsOf.get(language)
  if (kinds === undefined) return []
  const nameIn = ({ name, parent }: Declaration): string | undefined => {
    const around = declarations[parent]
    if (!around) return name
    const isOpen = ownsMembers.includes(around.kind) && around.isExported
    const outer = isOpen ? nameIn(around) : undefined
    return outer === undefined ? undefined : `${outer}.${name}`
  }
  return declarations.flatMap(each => {
    if (each.parent < 0 || !kinds.includes(each.kind)) return []
    if (!each.isExported || each.isTest || each.isStub) return []
    const name = nameIn(each)
    return name === undefined ? [] : [{ declaration: each, name }]
  })
}
