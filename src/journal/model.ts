// The words of the journal and its port: what every store offers, whatever it keeps its rows in.
// Nothing here knows the kernel; an event is any JSON value with a type and a time.

import type { Diagnostic } from '../base/diagnostic.ts'

export interface JournalEvent {
  readonly type: string
  /** ISO time, from the clock of whoever decided. */
  readonly at: string
}

/** An event in its place. */
export interface Entry<Event extends JournalEvent = JournalEvent> {
  readonly seq: number
  readonly event: Event
  /** The command whose decision this is. */
  readonly batch: string
  readonly hash: string
  readonly previous: string
  /** The entry that erased the first payload; `event` is then what was put in its place. */
  readonly erasedBy?: number
}

export interface Head {
  readonly seq: number
  readonly hash: string
}

/** Work that is due, as the runners see it. */
export interface Effect {
  readonly id: string
  readonly kind: string
  /** What a runner must offer, all of it, to be given this effect. */
  readonly labels: readonly string[]
  /** The lowest is handed out first; the id decides among equals. */
  readonly rank: number
  readonly payload: unknown
}

export interface Lease {
  readonly effect: string
  /** Grows with every claim in this journal, so that a late owner is told apart from the present one. */
  readonly fence: number
}

export interface Holding extends Lease {
  readonly holder: string
  readonly expiresAt: string
}

export interface HeldEffect extends Effect {
  readonly lease?: Holding
}

export interface EffectChanges {
  /** Everything that is due; what is not named is removed, leases of the rest stay. */
  readonly replaceAll?: readonly Effect[]
  /** New or changed work. A lease on it stays. */
  readonly upsert?: readonly Effect[]
  readonly remove?: readonly string[]
  /** Back to the queue. */
  readonly release?: readonly string[]
}

/** What one decision writes, all or nothing. */
export interface Batch<Event extends JournalEvent = JournalEvent> {
  /** The command's id: a second append under it writes nothing and gives the first answer. */
  readonly id: string
  /** The last entry that the decision has seen. */
  readonly expectedSeq: number
  readonly events: readonly Event[]
  readonly effects?: EffectChanges
  /** A lease that must still be held. */
  readonly lease?: Lease
}

/** Where a batch lies. After a repeated append, fold what lies there, not what was sent. */
export interface Appended {
  readonly kind: 'appended'
  readonly first: number
  readonly last: number
  /** Of the last entry. */
  readonly hash: string
  readonly isRepeated: boolean
}

/** Somebody else was first; `seq` is where the journal is now. */
export interface Conflict {
  readonly kind: 'conflict'
  readonly seq: number
}

/** The lease is gone: given to another owner, released, or its effect removed. */
export interface Fenced {
  readonly kind: 'fenced'
}

export type AppendResult = Appended | Conflict | Fenced

/** Further claims in the transaction of a batch that was appended, one after the other, until nothing more fits. */
export interface Claims<Event extends JournalEvent = JournalEvent> {
  readonly query: ClaimQuery
  /** Each sees what the batch and the claims before it have left. */
  readonly record: (claimed: Claimed) => Batch<Event>
}

export interface ClaimQuery {
  readonly holder: string
  readonly kinds: readonly string[]
  readonly labels: readonly string[]
  readonly now: string
  readonly expiresAt: string
}

export interface Claimed {
  readonly kind: 'claimed'
  readonly effect: Effect
  readonly lease: Holding
  /** The expired lease that this one replaces. */
  readonly lost?: Holding
  /** Where the claim's own events lie. */
  readonly appended?: Appended
}

export type ClaimResult = Claimed | { readonly kind: 'none' } | Conflict

/** State as it was after an entry, for the kernel version that folded it. */
export interface Snapshot {
  readonly seq: number
  readonly kernel: string
  readonly state: unknown
}

export interface Erasure {
  readonly seq: number
  readonly author: string
  readonly reason: string
  readonly at: string
  /** What readers get instead, with the same type and time. Without it only type and time are left. */
  readonly replacement?: JournalEvent
}

export interface Erased {
  /** The entry that records the erasure. */
  readonly seq: number
  /** Other entries with the very same payload, not erased by this. */
  readonly alsoAt: readonly number[]
}

export interface Verification {
  /** The last entry up to which everything verifies. */
  readonly intactSeq: number
  readonly problems: readonly Diagnostic[]
}

export interface BackupOptions {
  /** Who makes it, and when. */
  readonly program: string
  readonly at: string
  readonly withTranscripts: boolean
}

/** The journal of one project. A lost race is a value; only damage and a failing disk are errors. */
export interface Journal<Event extends JournalEvent = JournalEvent> {
  /** Whose it is: given when it was made, and kept wherever its folder goes. */
  readonly project: string
  head(): Promise<Head>
  append(batch: Batch<Event>, claims?: Claims<Event>): Promise<AppendResult>
  findBatch(id: string): Promise<Appended | undefined>
  /** Pages of verified entries from `from` to the present end. */
  read(from: number, to?: number): AsyncIterable<readonly Entry<Event>[]>

  effects(): Promise<readonly HeldEffect[]>
  /** Leases the first matching effect. What `record` answers is appended in the same transaction. */
  claim(query: ClaimQuery, record?: (claimed: Claimed) => Batch<Event>): Promise<ClaimResult>
  /** False when the lease is gone: stop working. */
  heartbeat(lease: Lease, expiresAt: string): Promise<boolean>

  saveSnapshot(snapshot: Snapshot): Promise<void>
  /** The newest snapshot of this kernel version, and what is wrong with newer ones. */
  loadSnapshot(kernel: string): Promise<{
    readonly snapshot?: Snapshot
    readonly problems: readonly Diagnostic[]
  }>

  erase(erasure: Erasure): Promise<Erased>
  verify(): Promise<Verification>
  backup(target: string, options: BackupOptions): Promise<void>
  /** Calls back after every change, by whatever process; now and then without one. Answers how to stop. */
  watch(onChange: (head: Head) => void): () => void
  close(): Promise<void>
}
