// What the rest of the house asks of a codebase: its files, and their facts on demand. Reading and caching are behind it.

import type { Diagnostic } from '../base/diagnostic.ts'
import type { Depth, Outline, SyntaxProblem } from './model.ts'

/** In these a generator signs its work. */
export const HEAD_BYTES = 1024

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
  /** The first HEAD_BYTES of it. */
  head(path: string): Uint8Array | undefined
  /** Files that declare a name, in code-unit order. */
  declaring(name: string): readonly string[]
  /** When the youngest of the files that were read so far was changed, in milliseconds since 1970. */
  changedMs(): number
}
