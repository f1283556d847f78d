// The project as this process knows it: the state that the journal leads to, and the one way to change it. Decides, appends, folds, and
// decides again where somebody else was faster. Performs nothing.

import assert from 'node:assert/strict'
import type { Diagnostic } from '../base/diagnostic.ts'
import { oneAtATime } from '../base/one-at-a-time.ts'
import { foldJournal, keepSnapshot } from '../journal/fold.ts'
import type { Batch, Claimed, ClaimQuery, Entry, Journal, Lease } from '../journal/model.ts'
import type { Command } from '../kernel/command.ts'
import { decide } from '../kernel/decide.ts'
import { due } from '../kernel/due.ts'
import type { Effect } from '../kernel/effect.ts'
import type { Event } from '../kernel/event.ts'
import { fold } from '../kernel/evolve.ts'
import { assertInvariants } from '../kernel/invariants.ts'
import type { State } from '../kernel/model.ts'
import { effectRows } from './effect-rows.ts'
import { projectFold } from './journal-place.ts'

/** The ledger writes the time on a command. */
export type Request = Command extends infer C ? (C extends Command ? Omit<C, 'at'> : never) : never

export type Sent =
  | { readonly kind: 'done'; readonly events: readonly Event[]; readonly taken: readonly Taken[] }
  | { readonly kind: 'refused'; readonly problems: readonly Diagnostic[] }
  /** The lease that the command was sent under is gone. */
  | { readonly kind: 'fenced' }

export interface Taken {
  readonly effect: Effect
  readonly lease: Lease
  /** The kernel's token: every word about the effect carries it. */
  readonly fence: number
}

/** A state, and the entry after which it stands. */
interface Place {
  readonly state: State
  readonly seq: number
}

type Listener = (events: readonly Event[]) => void

export interface LedgerOptions {
  readonly journal: Journal<Event>
  /** Unique to this process: batches are numbered under it. */
  readonly writer: string
  readonly now: () => string
}

export class Ledger {
  readonly journal: Journal<Event>
  readonly now: () => string
  readonly #kernel: ReturnType<typeof projectFold>
  readonly #writer: string
  readonly #listeners = new Set<Listener>()
  /** One decision after the other: each sees the state that the one before has left. */
  readonly #inTurn = oneAtATime()
  #state: State
  #seq = 0
  #snapshotSeq = 0
  #batches = 0

  private constructor({ journal, writer, now }: LedgerOptions) {
    this.journal = journal
    // Instants compare as text in one form only.
    this.now = () => new Date(now()).toISOString()
    this.#writer = writer
    this.#kernel = projectFold(journal.project)
    this.#state = this.#kernel.initial
  }

  static async open(options: LedgerOptions): Promise<Ledger> {
    const ledger = new Ledger(options)
    const folded = await foldJournal(options.journal, ledger.#kernel)
    assertInvariants(folded.state)
    ledger.#state = folded.state
    ledger.#seq = folded.seq
    ledger.#snapshotSeq = folded.snapshotSeq
    return ledger
  }

  get state(): State {
    return this.#state
  }

  /** Calls back after the state changed, with what was decided by whatever process. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** With `query`, what is free afterwards is taken in the same transaction. */
  send(request: Request, lease?: Lease, query?: ClaimQuery): Promise<Sent> {
    return this.#inTurn(() => this.#send(request, lease, query))
  }

  /** Takes in what other processes have written. */
  catchUp(): Promise<boolean> {
    return this.#inTurn(() => this.#catchUp())
  }

  /** Leases the first effect that fits; undefined where there is none. */
  take(query: ClaimQuery): Promise<Taken | undefined> {
    return this.#inTurn(() => this.#take(query))
  }

  async #send(
    request: Request,
    lease: Lease | undefined,
    query: ClaimQuery | undefined,
  ): Promise<Sent> {
    while (true) {
      const decision = decide(this.#state, { ...request, at: this.now() } as Command)
      if ('refused' in decision) {
        // What is refused here may be fine by now.
        if (await this.#catchUp()) continue
        return { kind: 'refused', problems: decision.refused }
      }
      const { events } = decision
      if (events.length === 0) return { kind: 'done', events, taken: [] }
      const batch = this.#batch(this.#place, events, lease)
      const follow = query && this.#takingAfter(events, query)
      const result = await this.journal.append(batch, follow?.claims)
      if (result.kind === 'fenced') return { kind: 'fenced' }
      if (result.kind === 'appended') {
        assert(!result.isRepeated, 'a batch of this process is appended once')
        const taken = follow?.taken ?? []
        await this.#follow([...events, ...(follow?.events ?? [])], result.last)
        return { kind: 'done', events, taken }
      }
      await this.#catchUp()
    }
  }

  /** Claims in the transaction that appends `events`: the state goes ahead of what is kept, and is thrown away with it. */
  #takingAfter(sent: readonly Event[], query: ClaimQuery) {
    let place = this.#placeAfter(this.#place, sent)
    const events: Event[] = []
    const taken: Taken[] = []
    const record = (claimed: Claimed) => {
      const decided = this.#decideClaim(place.state, claimed, query.holder)
      const batch = this.#batch(place, decided, undefined)
      place = this.#placeAfter(place, decided)
      events.push(...decided)
      taken.push(...takenBy(claimed, decided))
      return batch
    }
    return { claims: { query, record }, events, taken }
  }

  get #place(): Place {
    return { state: this.#state, seq: this.#seq }
  }

  #placeAfter({ state, seq }: Place, events: readonly Event[]): Place {
    return { state: fold(state, events), seq: seq + events.length }
  }

  async #take(query: ClaimQuery): Promise<Taken | undefined> {
    while (true) {
      const tried = await this.#tryToTake(query)
      if (tried !== 'behind') return tried
      await this.#catchUp()
    }
  }

  /** `behind`: the table holds what this process has not read yet. */
  async #tryToTake(query: ClaimQuery): Promise<Taken | undefined | 'behind'> {
    let events: readonly Event[] = []
    const result = await this.journal
      .claim(query, claimed => {
        events = this.#decideClaim(this.#state, claimed, query.holder)
        return this.#batch(this.#place, events, undefined)
      })
      .catch(async (cause: unknown) => {
        if (await this.#catchUp()) return 'behind' as const
        throw cause
      })
    if (result === 'behind' || result.kind === 'conflict') return 'behind'
    if (result.kind === 'none') return undefined
    await this.#follow(events, result.appended!.last)
    return takenBy(result, events)[0] ?? 'behind'
  }

  /** An effect whose holder went silent is lost first; it is taken by whoever asks next. */
  #decideClaim(state: State, { effect, lost }: Claimed, holder: string): readonly Event[] {
    const at = this.now()
    const held = due(state, at).effects.find(each => each.id === effect.id)?.lease
    const command: Command =
      lost && held
        ? { type: 'lose', effect: effect.id, fence: held.fence, at }
        : { type: 'claim', effect: effect.id, holder, at }
    const decision = decide(state, command)
    if ('events' in decision) return decision.events
    throw new Error(
      `invariant: the table of effects says what the kernel asks for, yet ${effect.id}: ${decision.refused[0]?.message}`,
    )
  }

  #batch({ state, seq }: Place, events: readonly Event[], lease: Lease | undefined): Batch<Event> {
    const effects = effectRows(fold(state, events), this.now())
    // No two decisions stand at one place of the journal, so that no id is ever used twice, whoever the writer is.
    const id = `${this.#writer}.${seq}.${++this.#batches}`
    return { id, expectedSeq: seq, events, effects, ...(lease && { lease }) }
  }

  async #follow(events: readonly Event[], last: number): Promise<void> {
    this.#state = fold(this.#state, events)
    this.#seq = last
    await this.#changed(events)
  }

  async #catchUp(): Promise<boolean> {
    const before = this.#seq
    for await (const page of this.journal.read(this.#seq + 1)) {
      const entries = page.filter(isOfTheProject)
      this.#state = this.#kernel.fold(this.#state, entries)
      this.#seq = page.at(-1)!.seq
      await this.#changed(entries.map(each => each.event))
    }
    return this.#seq > before
  }

  async #changed(events: readonly Event[]): Promise<void> {
    this.#snapshotSeq = await keepSnapshot(this.journal, this.#kernel, {
      state: this.#state,
      seq: this.#seq,
      snapshotSeq: this.#snapshotSeq,
    })
    for (const each of [...this.#listeners]) each(events)
  }
}

/** Nothing where the effect was only taken from a holder that went silent. */
function takenBy({ effect, lease }: Claimed, events: readonly Event[]): readonly Taken[] {
  const claim = events.findLast(each => each.type === 'lease.claimed')
  return claim ? [{ effect: effect.payload as Effect, lease, fence: claim.fence }] : []
}

const isOfTheProject = ({ event }: Entry): boolean => !event.type.startsWith('journal.')
