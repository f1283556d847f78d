// Drift both ways: code that is there and not declared, and resources whose declaration changed since they were verified.

import { compareText } from '../base/order.ts'
import type { Outline } from '../code/model.ts'
import { offeredOf } from './offered.ts'

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
      const offered = offeredOf(path, outline).filter(each => !each.isMember)
      return offered.length === 0
        ? []
        : [{ path, line: offered[0]!.line, names: offered.map(each => each.name) }]
    })
    .sort((a, b) => compareText(a.path, b.path))
}
