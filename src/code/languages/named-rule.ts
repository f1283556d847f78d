// A row for facts that code names in one place: a kind of node, and what its text begins with.
// The kind keeps comments and strings out; the group `name` is the fact.

import type { Rule } from './pack.ts'

export interface NamedRule {
  readonly of: 'commands' | 'tables' | 'drops' | 'environment'
  readonly tool: string
  readonly languages: readonly string[]
  readonly node: string
  readonly where?: Rule
  readonly pattern: RegExp
  /** Some import of the file must match. */
  readonly imports?: RegExp
  /** `RemoveAll` and `remove_all` are typed `remove-all`. */
  readonly isKebab?: boolean
  /** `UserProfile` is kept as `user_profile`, */
  readonly isSnake?: boolean
  /** and a plural, where the word has a plain one: none is told else. */
  readonly isPlural?: boolean
  /** or as `userprofile`. */
  readonly isLower?: boolean
}

export const script = ['typescript', 'tsx', 'javascript'] as const
