// What the rest of the house asks of a codebase: its files, and their facts on demand. Reading and caching are behind it.

import type { Diagnostic } from '../base/diagnostic.ts'
import type { Depth, Outline } from './model.ts'

export interface Codebase {
  /** Every file of the tree, relative to its root, in code-unit order. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  has(path: string): boolean
  sizeBytes(path: string): number
  outline(path: string): Outline | undefined
  depth(path: string): Depth | undefined
  /** Undefined where the file cannot be read, or is too large to be code. */
  bytes(path: string): Uint8Array | undefined
  /** Files that declare a name, in code-unit order. */
  declaring(name: string): readonly string[]
}
