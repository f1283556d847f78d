// Drift both ways: code that is there and not declared, and resources whose declaration changed since they were verified.

import { compareText } from '../base/order.ts'
import type { Declaration, Outline } from '../code/model.ts'
import type { DeclarationKind } from '../contract/declaration-kinds.ts'
import { ownName } from './facts.ts'

export interface Undeclared {
  readonly path: string
  readonly line: number
  /** What the file offers and nobody declared. */
  readonly names: readonly string[]
}

export interface Drift {
  readonly undeclared: readonly Undeclared[]
  /** Addresses. */
  readonly changed: readonly string[]
}

export interface SourceFile {
  readonly path: string
  readonly outline: Outline
}

/** Files of which no resource holds anything. Names that only their own file sees are not drift. */
export function undeclaredFiles(
  files: readonly SourceFile[],
  declared: ReadonlySet<string>,
): readonly Undeclared[] {
  return files
    .filter(each => !declared.has(each.path))
    .flatMap(({ path, outline }) => {
      const offered = offeredOf(outline)
      return offered.length === 0
        ? []
        : [{ path, line: offered[0]!.line, names: offered.map(each => each.name) }]
    })
    .sort((a, b) => compareText(a.path, b.path))
}

export interface Offered {
  readonly kind: DeclarationKind
  readonly name: string
  readonly line: number
}

/** At the top of the file, or of a namespace or an object in it that it offers too: `app.use` where that is no namespace. */
export function offeredOf({ declarations }: Outline): readonly Offered[] {
  const isOpen = ({ parent, isExported, isTest }: Declaration): boolean => {
    const around = declarations[parent]
    const isHeld = !around || (/^(constant|module)$/.test(around.kind) && isOpen(around))
    return isExported && !isTest && isHeld
  }
  const nameOf = (each: Declaration): string => {
    const around = declarations[each.parent]
    const isWithin = around?.kind === 'constant' && around.name !== 'default'
    return isWithin ? `${nameOf(around)}.${ownName(each)}` : ownName(each)
  }
  return declarations
    .filter(
      (each, index) =>
        !/^(constant|module)$/.test(each.kind) && !isProgramPart(each, index) && isOpen(each),
    )
    .map(each => ({ kind: each.kind, line: each.line, name: nameOf(each) }))

  /** `public partial class Program { }` of C# only lets tests see the program. */
  function isProgramPart({ name, kind }: Declaration, index: number): boolean {
    return (
      name === 'Program' && kind === 'class' && declarations.every(each => each.parent !== index)
    )
  }
}
