// What the engine needs of the world: one function for each kind of effect, with the kernel's own types on both sides.

import type { Effect, EffectKind, Outcomes } from '../kernel/effect.ts'
import type { Usage } from '../kernel/model.ts'

export type EffectOf<K extends EffectKind> = Extract<Effect, { readonly kind: K }>

export interface Circumstances {
  /** Aborted when the effect is no longer wanted: cancelled, taken by somebody else, or the engine stops. */
  readonly signal: AbortSignal
  /** Says what the session has used so far, all in all; it is asked to end once that is more than any budget allows. */
  readonly meter: (usage: Usage) => Promise<void>
}

/** Performing twice is harmless. Expected trouble is in the outcome; a DiagnosticError is trouble of the world. */
export type Performers = {
  readonly [K in EffectKind]: (
    effect: EffectOf<K>,
    circumstances: Circumstances,
  ) => Promise<Outcomes[K]>
}
