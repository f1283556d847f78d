// What may be asked of the kernel: reports of the world, acts of persons, and the passing of time. A command carries its time,
// because the kernel has no clock. It is answered with events or with a refusal, never with an exception.

import type { Outcome } from './effect.ts'
import type { BudgetScope, GateSpec, Scope } from './event.ts'
import type { Budget, Limits, RunPolicy, UnitSpec, Usage } from './model.ts'

export type UnitRequest = Pick<UnitSpec, 'name'> &
  Partial<Omit<UnitSpec, 'name' | 'reverts' | 'brings'>>
export type GateRequest = Pick<GateSpec, 'name'> & Partial<GateSpec>

type Signed = { readonly by: string; readonly reason: string }

interface Requests {
  /** Time passed, or a driver wants to know what is due. */
  tick: object
  /** A process wants to drive the project. `over` is the fence of a driver whose lease it saw expire. */
  drive: { readonly name: string; readonly over?: number }
  leave: { readonly fence: number }

  start: {
    readonly run: string
    readonly base: string
    readonly units: readonly UnitRequest[]
    readonly gates?: readonly GateRequest[]
    readonly policy?: Partial<RunPolicy>
  }
  extend: Signed & { readonly run: string; readonly units: readonly UnitRequest[] }

  /** A runner takes an effect; it is answered with a fencing token that every later word about it must carry. */
  claim: { readonly effect: string; readonly holder: string }
  lose: { readonly effect: string; readonly fence: number }
  report: { readonly effect: string; readonly fence: number } & Outcome
  /**
   * A driver read the line of a run and found commits that name units of it, between the tip that the journal knows and where the line is.
   * Recorded is what the record of landings says of the same unit, order and commit; `log` is where that record was.
   */
  recognise: {
    readonly run: string
    readonly from: string
    readonly tip: string
    readonly log: string | null
    /** Oldest first. */
    readonly commits: readonly {
      readonly commit: string
      readonly unit: string
      readonly isRecorded: boolean
    }[]
  }
  /** What the session under this lease has used so far, all in all: said twice it counts once. */
  meter: { readonly effect: string; readonly fence: number; readonly usage: Usage }
  /** A worker needs a file that it did not claim. */
  widen: {
    readonly effect: string
    readonly fence: number
    readonly write: readonly string[]
  }

  configure: Signed & { readonly limits?: Partial<Limits>; readonly budget?: Budget }
  pause: Signed & { readonly scope: Scope }
  resume: Signed & { readonly scope: Scope }
  cancel: Signed & { readonly scope: Exclude<Scope, { kind: 'project' }> }
  retry: Signed & {
    readonly unit: string
    readonly override?: boolean
    readonly reproduced?: string
  }
  /** Everything of a run that did not land gets another chance. */
  continue: Signed & { readonly run: string }
  skip: Signed & { readonly unit: string }
  fail: Signed & { readonly unit: string }
  accept: Signed & { readonly unit?: string; readonly gate?: string }
  reject: { readonly by: string; readonly comments: string } & {
    readonly unit?: string
    readonly gate?: string
  }
  answer: {
    readonly by: string
    readonly text: string
    readonly unit: string
    readonly override?: boolean
    readonly reproduced?: string
  }
  /** A person takes over a unit that no session works on. */
  open: Signed & { readonly unit: string }
  close: Signed & { readonly unit: string }
  /** What they made, as a commit on the base of the opening. */
  submit: Signed & { readonly unit: string; readonly tree: string }
  /** The next attempt goes on from this tree. */
  rewind: Signed & { readonly unit: string; readonly tree: string }
  arm: Signed & { readonly gate: string }
  disarm: Signed & { readonly gate: string }
  /** Raise a cap, or close a quota breaker before its time. */
  override: Signed & {
    readonly scope?: BudgetScope
    readonly budget?: Budget
    readonly agent?: string
  }
  /** Each waits for the one before, so the newest comes first. `brief` is what the revert is judged by. */
  revert: Signed & {
    readonly reverts: readonly { readonly unit: string; readonly brief?: string }[]
  }

  deliver: Signed & { readonly run: string; readonly how: 'branch' | 'ff' | 'pr' }
  /** What was seen at the forge. */
  observe: {
    readonly delivery: string
    readonly status: 'open' | 'merged' | 'closed' | 'conflicted'
    /** `brief` names what the follow-up unit is told: path, hunk and thread. */
    readonly comments?: readonly {
      readonly id: string
      readonly unit?: string
      readonly brief?: string
    }[]
  }
}

export type CommandType = keyof Requests

/** `driver` is the fence of the driver that sends it, where it acts as one; an outdated driver is refused. */
type Envelope = { readonly at: string; readonly driver?: number }

export type CommandOf<T extends CommandType> = { readonly type: T } & Envelope & Requests[T]

export type Command = { [T in CommandType]: CommandOf<T> }[CommandType]
