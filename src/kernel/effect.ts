// What the kernel asks the world to do, and what the world may answer. These types are the ports: whatever fits them can be
// the workspace, the agents, the judges or the forge. Each effect has a stable id and is harmless when performed twice.

import type { Brief, Budget, Evaluation, Failure, Lease } from './model.ts'

export type EffectKind =
  | 'prepare'
  | 'work'
  | 'judge'
  | 'review'
  | 'build'
  | 'prove'
  | 'land'
  | 'evaluate'
  | 'deliver'

interface Asked<K extends EffectKind> {
  readonly id: string
  readonly kind: K
  readonly run: string
  readonly labels: readonly string[]
  readonly lease: Lease | null
}

interface OfUnit<K extends EffectKind> extends Asked<K> {
  readonly unit: string
  readonly attempt: number
}

/** Make a workspace on `base`, holding the tree `from` where one is kept. */
export interface Prepare extends OfUnit<'prepare'> {
  readonly base: string
  readonly from: string | null
}

/** One session of the agent; or, where git makes the tree (a branch, a revert), that computation. `budget` is what is left of the nearest cap; `stopping` asks it to end in good order. */
export interface Work extends OfUnit<'work'> {
  readonly base: string
  readonly agent: string | null
  readonly budget: Budget
  readonly stopping: 'budget' | null
}

/** Judge the tree of an attempt against its base. */
export interface Judge extends OfUnit<'judge'> {
  readonly base: string
  readonly tree: string
}

/** A second agent reads the change; it may only veto. */
export interface Review extends OfUnit<'review'> {
  readonly base: string
  readonly tree: string
}

/** Merge base → tree onto `onto`, in memory. */
export interface Build extends OfUnit<'build'> {
  readonly candidate: number
  readonly base: string
  readonly tree: string
  readonly onto: string
}

/**
 * Judge a candidate as a delta to `onto`: what it stands on; or what its batch stands on, where it is proved for the units
 * in `covers` too.
 */
export interface Prove extends OfUnit<'prove'> {
  readonly candidate: number
  readonly onto: string
  readonly commit: string
  readonly covers: readonly string[]
}

/**
 * Move the integration ref by compare-and-swap. Where the history of the ref holds `to` already, an earlier try moved it:
 * that is a success, and `tip` says where the ref is now if somebody went on from there.
 */
export interface Land extends OfUnit<'land'> {
  readonly from: string
  readonly to: string
}

/** Evaluate the verdicts of the spec on the tip. */
export interface Evaluate extends Asked<'evaluate'> {
  readonly landing: number
  readonly tip: string
}

/** Bring the tip to where people want it. */
export interface Deliver extends Asked<'deliver'> {
  readonly delivery: string
  readonly revision: number
  readonly how: 'branch' | 'ff' | 'pr'
  readonly tip: string
  readonly target: string | null
  readonly url: string | null
}

export type Effect = Prepare | Work | Judge | Review | Build | Prove | Land | Evaluate | Deliver

/** Any effect may fail because the world did: the same effect is asked for again after a while. */
type Trouble = { readonly ok: false; readonly failure: Failure }

/** A candidate, or the one that it stands on, is not in the repository any more. */
type Gone = { readonly ok: 'gone' }

export interface Outcomes {
  readonly prepare: { readonly ok: true } | Trouble
  readonly work:
    | { readonly ok: true; readonly tree: string }
    | { readonly ok: 'blocked'; readonly brief: Brief }
    | { readonly ok: 'stopped'; readonly tree: string | null }
    | (Trouble & { readonly tree?: string })
  readonly judge: { readonly ok: true } | Trouble
  readonly review: { readonly ok: true } | Trouble
  readonly build: { readonly ok: true; readonly commit: string } | Gone | Trouble
  readonly prove: { readonly ok: true } | Gone | Trouble
  readonly land:
    | { readonly ok: true; readonly tip?: string }
    | { readonly ok: 'moved'; readonly tip: string }
    | Trouble
  readonly evaluate:
    | { readonly ok: true; readonly isDegraded: boolean; readonly evaluation?: Evaluation }
    | Trouble
  readonly deliver:
    | {
        readonly ok: true
        readonly status: 'open' | 'merged' | 'conflicted'
        readonly url?: string
        readonly why?: string
        readonly command?: string
      }
    /** The target has commits that the line does not hold. `brief` is what the unit that brings them is judged by. */
    | { readonly ok: 'behind'; readonly tip: string; readonly brief?: string }
    | Trouble
}

export type Outcome = {
  readonly [K in EffectKind]: { readonly kind: K; readonly result: Outcomes[K] }
}[EffectKind]
