// The state of a project as plain JSON: everything that was decided, and the indexes that keep each decision cheap.
// Holds no function and no class, so a snapshot is its text and the browser reads the same bytes.

import type { Claim } from '../base/claims.ts'
import type { EffectKind } from './effect.ts'
import type { ClaimNode } from './structure/claim-index.ts'
import type { Keys } from './structure/keys.ts'
import type { Rows } from './structure/rows.ts'

export type UnitStatus =
  | 'pending'
  | 'ready'
  | 'preparing'
  | 'working'
  | 'judging'
  | 'reviewing'
  | 'queued'
  | 'landing'
  | 'landed'
  | 'blocked'
  | 'failed'
  | 'skipped'
  | 'cancelled'

export type FailureClass =
  | 'infrastructure'
  | 'quota'
  | 'no_change'
  | 'result_invalid'
  | 'agent_error'
  | 'timeout'
  | 'scope'
  | 'check_failed'
  | 'candidate_failed'
  | 'rejected'

/** What a unit's attempts are told about the one before. `details` are references to artifacts, never prose of an agent. */
export interface Failure {
  readonly class: FailureClass
  readonly summary: string
  /** The same class and signature twice running means that another attempt learns nothing new. */
  readonly signature?: string
  readonly details?: readonly string[]
  /** How much is left to do, where a judge can count it; less is progress. */
  readonly metric?: number
  /** When a quota says that it returns. */
  readonly until?: string
  /** Of the world: no waiting ends it, so a person is asked sooner. */
  readonly isLasting?: true
}

export type StopReason =
  | 'agent' // the agent said that it needs a human
  | 'exhausted' // no attempt is left
  | 'signature' // the same failure twice
  | 'plateau' // converging, and two attempts brought nothing
  | 'infrastructure' // the world failed as often as we are willing to wait
  | 'lasting' // the world failed in a way that no waiting ends
  | 'hand' // what a person made by hand did not pass
  | 'operator'

/** What a human reads when a unit stops: six parts, the last of them a recommendation. */
export interface Brief {
  readonly question: string
  readonly situation: string
  readonly tried: readonly string[]
  readonly evidence: readonly string[]
  readonly options: readonly string[]
  readonly recommendation: string
}

export interface Usage {
  readonly timeMs: number
  readonly tokens: number
  /** Millionths of the project's currency, so that sums are exact. */
  readonly cost: number
}

export type Budget = { readonly [K in keyof Usage]?: Usage[K] }

/** What a run is asked to do with one unit; every default is filled in before it is journalled. */
export interface UnitSpec {
  readonly name: string
  readonly kind: 'change' | 'read' | 'revert' | 'branch'
  readonly after: readonly string[]
  readonly write: readonly string[]
  readonly read: readonly string[]
  /** The first whose quota is open does the work. */
  readonly agents: readonly string[]
  readonly labels: readonly string[]
  readonly review: 'none' | 'agent' | 'human'
  /** Attempts that may be consumed. */
  readonly attempts: number
  readonly converge: boolean
  /** A unit that stops asks a human instead of failing. */
  readonly escalate: boolean
  /** Its length on the critical path. */
  readonly weight: number
  readonly budget: Budget
  readonly gate?: string
  readonly brief?: string
  readonly follows?: string
  readonly reverts?: string
  /** The tip of the delivery's target that this unit merges into the line, so that the line holds it. */
  readonly brings?: string
}

/** A time to wait. It is over at `until`, and also when the clock was set back before `from`. */
export interface Wait {
  readonly from: string
  readonly until: string
  readonly why: 'infrastructure' | 'quota'
}

export interface Lease {
  readonly holder: string
  readonly fence: number
}

/** An effect that was asked for and has not been answered. */
export interface Stage {
  readonly kind: EffectKind
  readonly lease: Lease | null
  /** Set when the session must come to an end in good order. */
  readonly stopping: 'budget' | null
}

/** The commit that would land: `onto` plus the tree of the attempt. */
export interface Candidate {
  readonly serial: number
  readonly onto: string
  /** `held`: built, and another one of its batch is proved in its place. */
  readonly status: 'building' | 'held' | 'built' | 'proving' | 'passed' | 'failed'
  readonly commit: string | null
  readonly failure: Failure | null
  /** Where it is proved for a batch: what the batch stands on, and the units that are proved with it. */
  readonly batch: { readonly against: string; readonly covers: readonly string[] } | null
  /** Where the ref is when the landing begins. */
  readonly from: string | null
}

/** Words of a human that reach the next prompt unchanged. */
export interface Note {
  readonly kind: 'answer' | 'comment' | 'reason'
  readonly by: string
  readonly text: string
}

/** A person works on the unit by hand. */
export interface Opened {
  readonly by: string
  readonly reason: string
  /** What they work on. */
  readonly base: string
  /** Whether the unit held its claims before. */
  readonly held: boolean
}

export interface Unit {
  readonly id: string
  readonly order: number
  readonly run: string
  readonly spec: UnitSpec
  readonly key: number
  readonly needs: readonly number[]
  readonly feeds: readonly number[]
  /** Needed units that have not landed. */
  readonly missing: number
  readonly status: UnitStatus
  readonly isPaused: boolean
  /** Serial of the session; never used twice. */
  readonly attempt: number
  /** Attempts consumed since a human last said go. */
  readonly spent: number
  /** Failures of the world since the last step forward. */
  readonly trips: number
  readonly isPrepared: boolean
  readonly stage: Stage | null
  readonly wait: Wait | null
  readonly claims: { readonly write: readonly Claim[]; readonly read: readonly Claim[] }
  readonly holdsClaims: boolean
  readonly extensions: number
  readonly base: string | null
  readonly agent: string | null
  readonly tree: string | null
  /** The tree that the next attempt goes on from; null means a fresh one. */
  readonly kept: string | null
  readonly best: { readonly tree: string; readonly metric: number } | null
  readonly stalls: number
  readonly failures: readonly Failure[]
  readonly notes: readonly Note[]
  readonly usage: Usage
  readonly budget: Budget
  readonly candidate: Candidate | null
  /** Serial of the last candidate, never used twice. */
  readonly candidates: number
  /** The unit of its batch whose landing carries it. */
  readonly aboard: string | null
  readonly commit: string | null
  readonly stop: StopReason | null
  readonly brief: Brief | null
  /** The unit whose end made this one impossible. */
  readonly cause: string | null
  readonly revertedBy: string | null
  /** What the last session was metered for, under the fence of its lease. */
  readonly session: { readonly fence: number; readonly usage: Usage } | null
  /** While it is there nothing of the unit starts, and its claims are held. */
  readonly opened?: Opened | undefined
  /** Who made the tree of this attempt, where no agent did. */
  readonly hand?: string | undefined
}

export type RunOutcome = 'complete' | 'degraded' | 'partial' | 'failed' | 'cancelled'

export interface RunPolicy {
  /** How many candidates are built on each other ahead of the tip. */
  readonly speculation: number
  /** How many candidates are proved at once, by the last of them. Runs of older versions say nothing, which means 1. */
  readonly batch?: number
  /** The branch that deliveries go to; without it, the one that is checked out. */
  readonly target?: string
  readonly deliver: 'none' | 'branch' | 'ff' | 'pr'
  /** Whether verdicts are evaluated on the tip after landings. */
  readonly evaluate: boolean
  /** What they are evaluated by, as it stood when the run began, under its hash. */
  readonly oracle?: string
  readonly extensionsMost: number
  readonly budget: Budget
}

/** What the spec says of the tip, beside what it says of the base of the run. */
export interface Evaluation {
  readonly tip: string
  /** Convergence in percent: of the base, and of the tip. */
  readonly from: number
  readonly to: number
  /** Addresses of what held on the base and holds no longer. */
  readonly fallen: readonly string[]
  /** How many would be implemented on the tip, had somebody run their checks on it. */
  readonly unchecked: number
  /** The verdicts themselves, of base and tip, under their hashes. */
  readonly before: string
  readonly after: string
}

export interface Run {
  readonly id: string
  readonly order: number
  /** Version of the decisions that this run is driven by. */
  readonly behaviour: number
  readonly base: string
  readonly tip: string
  readonly policy: RunPolicy
  readonly status: 'open' | 'finished'
  readonly outcome: RunOutcome | null
  readonly isPaused: boolean
  readonly isCancelled: boolean
  /** Orders of its units. */
  readonly units: readonly number[]
  readonly gates: readonly string[]
  readonly open: number
  readonly landed: number
  /** Orders of the units in the landing queue, first come first. */
  readonly line: readonly number[]
  /** Serial of the last landing, and the commit that it was judged as; the tip may have been moved by others since. */
  readonly landings: number
  readonly judged: string | null
  readonly evaluated: number
  readonly isDegraded: boolean
  /** The last one that was made. */
  readonly evaluation: Evaluation | null
  readonly deliveries: readonly string[]
  readonly stage: Stage | null
  readonly wait: Wait | null
  readonly trips: number
  readonly usage: Usage
  readonly budget: Budget
}

export type GateStatus = 'draft' | 'armed' | 'running' | 'awaiting_review' | 'passed'

export interface Gate {
  readonly id: string
  readonly order: number
  readonly run: string
  readonly name: string
  readonly after: string | null
  readonly status: GateStatus
  readonly units: readonly number[]
  readonly open: number
  readonly notes: readonly Note[]
  readonly usage: Usage
  readonly budget: Budget
}

export type DeliveryStatus = 'prepared' | 'open' | 'merged' | 'closed' | 'conflicted'

export interface Delivery {
  readonly id: string
  readonly order: number
  readonly run: string
  readonly how: 'branch' | 'ff' | 'pr'
  readonly status: DeliveryStatus
  readonly revision: number
  /** The landing serial and commit that it brings. */
  readonly landing: number
  readonly tip: string
  readonly url: string | null
  /** The unit that brings the target's own commits into the line, while the delivery waits for it. */
  readonly sync: string | null
  /** How often the target had moved since this delivery was first prepared. */
  readonly rounds: number
  /** Why it is conflicted, and the command that a person may type. */
  readonly why: string | null
  readonly command: string | null
  /** Comments that already became a unit. */
  readonly seen: readonly string[]
  readonly stage: Stage | null
  readonly wait: Wait | null
  readonly trips: number
}

export type Slot = 'prepare' | 'work' | 'judge'
export type Limits = { readonly [K in Slot]: number }

export interface Quota {
  /** Null once the breaker is closed again. */
  readonly wait: Wait | null
  /** How often it opened since the agent last did its work. */
  readonly trips: number
}

export interface State {
  readonly kernel: number
  readonly project: string
  readonly seq: number
  readonly at: string
  readonly driver: { readonly name: string; readonly fence: number } | null
  /** The last fencing token given out. */
  readonly fence: number
  readonly limits: Limits
  readonly isPaused: boolean
  readonly budget: Budget
  readonly day: { readonly date: string; readonly usage: Usage }
  readonly quotas: { readonly [agent: string]: Quota }
  readonly units: Rows<Unit>
  readonly runs: Rows<Run>
  readonly gates: Rows<Gate>
  readonly deliveries: Rows<Delivery>
  /** Units that wait for a slot, by key: the most urgent first. */
  readonly queues: { readonly ready: Keys; readonly work: Keys; readonly judge: Keys }
  readonly slots: { readonly [K in Slot]: number }
  /** Orders of the units with an effect outstanding, and of those that wait for a time. */
  readonly busy: Keys
  readonly resting: Keys
  /** Runs and deliveries with an effect outstanding or a time to wait for. */
  readonly errands: readonly string[]
  readonly openRuns: Keys
  readonly claims: ClaimNode
}
