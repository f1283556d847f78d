// How a session ended, whatever adapter led it. Every way to end has a name; an exit code alone is never a success.

import type { Diagnostic } from '../base/diagnostic.ts'
import type { AgentResult } from './result.ts'

export type SessionEnd =
  /** The program ended by itself with success; what it said of itself is in the result. */
  | { readonly kind: 'ended'; readonly result: AgentResult }
  | { readonly kind: 'crashed'; readonly how: string; readonly said: string }
  | { readonly kind: 'timeout'; readonly limitMs: number }
  | { readonly kind: 'silent'; readonly limitMs: number }
  /** We ended it: cancelled, or the engine stops. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-started'; readonly problem: Diagnostic }
  /** Processes of it could not be ended. */
  | { readonly kind: 'unkillable'; readonly pids: readonly number[] }

export interface Session {
  readonly end: SessionEnd
  readonly durationMs: number
  /** How far its processes were contained. */
  readonly tier: string
}
