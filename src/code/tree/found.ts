// What the first pass over a file finds, before anything is decided about it.

import type { DeclarationRule, StatementRule } from '../languages/pack.ts'
import type { Span } from './compact.ts'

export interface Decorator extends Span {
  readonly name: string
  /** With its arguments. */
  readonly text: string
}

export interface Found extends Span {
  readonly rule: DeclarationRule
  readonly name: string
  /** Index of the enclosing declaration, or -1. */
  readonly parent: number
  /** The type it belongs to although it is written elsewhere. */
  readonly owner: string
  readonly nameSpan: Span
  /** Where its header begins: before its own start when something wraps it. */
  readonly headerStart: number
  readonly body: Span | undefined
  readonly hasSubstance: boolean
  readonly line: number
  readonly endLine: number
  readonly decorators: Decorator[]
  readonly exported: 'always' | 'never' | undefined
  readonly isHidden: boolean
  /** It lies in a scope that is only there for tests: `#[cfg(test)] impl A { … }`. */
  readonly isInTests: boolean
}

export interface Statement extends Span {
  readonly rule: StatementRule
  readonly line: number
}

export interface Collection {
  readonly declarations: readonly Found[]
  readonly comments: readonly Span[]
  readonly imports: readonly Statement[]
  readonly exports: readonly Statement[]
}
