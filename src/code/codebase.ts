// What the rest of the house asks of a codebase: its files, and their facts on demand. Reading and caching are behind it.

import type { Diagnostic } from '../base/diagnostic.ts'
import type { Depth, Outline, SyntaxProblem } from './model.ts'

export interface Codebase {
  /** Every file of the tree, relative to its root, in code-unit order. */
  readonly files: readonly string[]
  /** Read them last: what is asked for in depth may add some. */
  readonly diagnostics: readonly Diagnostic[]
  has(path: string): boolean
  sizeBytes(path: string): number
  outline(path: string): Outline | undefined
  /** Undefined where no parser reads this kind of file. */
  problems(path: string): readonly SyntaxProblem[] | undefined
  depth(path: string): Depth
  /** Undefined where the file cannot be read, or is too large to be code. */
  bytes(path: string): Uint8Array | undefined
  /** Files that declare a name, in code-unit order. */
  declaring(name: string): readonly string[]
}
