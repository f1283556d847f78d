// What a judge is given and what it answers. A judge sees facts that Fixpoint itself observed, and never a word of the agent.

import type { FailureClass } from '../../kernel/model.ts'

/** One changed path, as git sees it. */
export interface ChangedPath {
  readonly path: string
  readonly kind: 'added' | 'modified' | 'deleted' | 'renamed' | 'type-changed'
  readonly oldPath?: string
}

export interface Veto {
  readonly class: FailureClass
  readonly summary: string
  /** Two vetoes with one signature are the same failure. */
  readonly signature: string
  /** What the next attempt is shown. */
  readonly evidence: readonly string[]
}
