// What was decided, in the past tense: small, for ever, and enough to know the state again. A changed meaning is a new type.

import type {
  Brief,
  Budget,
  Evaluation,
  Failure,
  Limits,
  RunOutcome,
  RunPolicy,
  StopReason,
  UnitSpec,
  Usage,
  Wait,
} from './model.ts'

export type Scope =
  | { readonly kind: 'project' }
  | { readonly kind: 'run'; readonly run: string }
  | { readonly kind: 'unit'; readonly unit: string }

export type BudgetScope =
  | { readonly kind: 'day' }
  | { readonly kind: 'run'; readonly run: string }
  | { readonly kind: 'gate'; readonly gate: string }
  | { readonly kind: 'unit'; readonly unit: string }

export interface GateSpec {
  readonly name: string
  readonly after?: string
  readonly budget: Budget
}

/** Who did it, and why: on every act of a person. */
type Signed = { readonly by: string; readonly reason: string }
type OfRun = { readonly run: string }
type OfUnit = { readonly unit: string }
type OfGate = { readonly gate: string }
type OfDelivery = { readonly delivery: string }

interface Payloads {
  'project.configured': Signed & { readonly limits?: Limits; readonly budget?: Budget }
  'driver.took': { readonly driver: string; readonly fence: number }
  'driver.left': { readonly fence: number }
  'quota.opened': { readonly agent: string; readonly wait: Wait; readonly trips: number }
  'quota.closed': { readonly agent: string; readonly by?: string; readonly reason?: string }
  'budget.raised': Signed & { readonly scope: BudgetScope; readonly budget: Budget }
  paused: Signed & { readonly scope: Scope }
  resumed: Signed & { readonly scope: Scope }

  'run.started': OfRun & {
    readonly behaviour: number
    readonly base: string
    readonly policy: RunPolicy
    readonly gates: readonly GateSpec[]
    readonly units: readonly UnitSpec[]
  }
  'run.extended': OfRun & Partial<Signed> & { readonly units: readonly UnitSpec[] }
  /** By others; or by the landing of a unit that the journal has forgotten altogether, which is `landed`. */
  'run.moved': OfRun & { readonly tip: string; readonly landed?: string }
  'run.evaluating': OfRun
  'run.evaluated': OfRun & {
    readonly landing: number
    readonly isDegraded: boolean
    readonly evaluation?: Evaluation
  }
  'run.cancelled': OfRun & Signed
  'run.finished': OfRun & { readonly outcome: RunOutcome }
  'run.reopened': OfRun

  'unit.readied': OfUnit
  'unit.started': OfUnit & {
    readonly attempt: number
    readonly base: string
    readonly from: string | null
  }
  'unit.prepared': OfUnit
  'unit.dispatched': OfUnit & { readonly agent: string | null }
  'usage.recorded': OfUnit & { readonly usage: Usage }
  'unit.stopping': OfUnit & { readonly why: 'budget' }
  'unit.stopped': OfUnit & { readonly tree: string | null }
  'unit.worked': OfUnit & { readonly tree: string }
  'unit.judging': OfUnit
  'unit.judged': OfUnit & { readonly next: 'review' | 'queue' }
  'unit.reviewing': OfUnit
  'unit.approved': OfUnit & { readonly by: string; readonly reason?: string }
  'attempt.failed': OfUnit & {
    readonly attempt: number
    readonly failure: Failure
    readonly isConsumed: boolean
    readonly trips: number
    readonly wait: Wait | null
    readonly kept: string | null
    readonly best: { readonly tree: string; readonly metric: number } | null
    readonly stalls: number
    readonly next: 'retry' | 'block' | 'fail'
    readonly stop?: StopReason
    readonly brief?: Brief
    readonly by?: string
  }
  'unit.blocked': OfUnit & { readonly stop: StopReason; readonly brief: Brief }
  'unit.answered': OfUnit & { readonly by: string; readonly text: string }
  'unit.failed': OfUnit & Signed
  'unit.skipped': OfUnit & {
    readonly cause: string | null
    readonly by?: string
    readonly reason?: string
  }
  'unit.cancelled': OfUnit & Signed
  'unit.restored': OfUnit & Signed & { readonly isCause: boolean }
  /** A person took the unit over, and works on `base`. */
  'unit.opened': OfUnit & Signed & { readonly base: string }
  /** They left without handing anything back. */
  'unit.closed': OfUnit & Signed
  /** They handed back what they made. */
  'unit.submitted': OfUnit &
    Signed & { readonly attempt: number; readonly base: string; readonly tree: string }
  /** The next attempt goes on from a tree that a person chose. */
  'unit.rewound': OfUnit & Signed & { readonly tree: string }
  'claim.extended': OfUnit & { readonly write: readonly string[]; readonly by: string }

  'candidate.proposed': OfUnit & { readonly candidate: number; readonly onto: string }
  'candidate.built': OfUnit & {
    readonly candidate: number
    readonly commit: string
    /** It waits until its batch is proved, by itself or by another. */
    readonly isHeld?: boolean
  }
  /** The one of a batch that is proved, as a delta to what the batch stands on. */
  'candidate.chosen': OfUnit & {
    readonly candidate: number
    readonly against: string
    readonly covers: readonly string[]
  }
  'candidate.proving': OfUnit & { readonly candidate: number }
  'candidate.passed': OfUnit & { readonly candidate: number }
  'candidate.failed': OfUnit & { readonly candidate: number; readonly failure: Failure }
  'candidate.discarded': OfUnit & { readonly candidate: number }
  /** `aboard` lands in the same move of the ref. */
  'unit.landing': OfUnit & {
    readonly from: string
    readonly to: string
    readonly aboard?: readonly string[]
  }
  /** `recognised`: the journal had forgotten it. Where the line and the record of landings were when it was read there. */
  'unit.landed': OfUnit & {
    readonly commit: string | null
    readonly recognised?: { readonly line: string; readonly log: string }
  }

  'gate.armed': OfGate & Signed
  'gate.disarmed': OfGate & Signed
  'gate.started': OfGate
  'gate.reached': OfGate
  /** A unit of a gate that awaited review goes on. */
  'gate.reopened': OfGate
  'gate.passed': OfGate & Signed
  'gate.rejected': OfGate & { readonly by: string; readonly comments: string }

  'delivery.prepared': OfDelivery &
    OfRun &
    Partial<Signed> & {
      readonly how: 'branch' | 'ff' | 'pr'
      readonly revision: number
      readonly landing: number
      readonly tip: string
    }
  'delivery.opened': OfDelivery & { readonly url?: string }
  'delivery.merged': OfDelivery & { readonly url?: string }
  'delivery.closed': OfDelivery
  'delivery.conflicted': OfDelivery & {
    readonly url?: string
    readonly why?: string
    readonly command?: string
  }
  /** The target has moved to `tip`; the unit `sync` brings that into the line before the delivery is tried again. */
  'delivery.behind': OfDelivery & { readonly tip: string; readonly sync: string }
  'delivery.commented': OfDelivery & { readonly comments: readonly string[] }

  'lease.claimed': { readonly effect: string; readonly holder: string; readonly fence: number }
  'lease.lost': { readonly effect: string; readonly fence: number }
  'effect.deferred': {
    readonly effect: string
    readonly trips: number
    readonly wait: Wait
    readonly failure: Failure
  }
  /** A wait is over; the owner is a unit, a run or a delivery. */
  rested: { readonly owner: string }
}

export type EventType = keyof Payloads

export type EventOf<T extends EventType> = { readonly type: T; readonly at: string } & Payloads[T]

export type Event = { [T in EventType]: EventOf<T> }[EventType]

/** An event before its time is written on it. */
export type Fact = { [T in EventType]: { readonly type: T } & Payloads[T] }[EventType]
