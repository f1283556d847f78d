// Takes effects from the table, performs them at once, beats while they last, and reports. Knows nothing of runs or units: the
// kernel's limits are all that holds it back. One of many: another process may take from the same table.

import { DiagnosticError } from '../base/diagnostic.ts'
import { systemTrouble } from '../base/system-trouble.ts'
import { NOT_IN_TREE } from '../checks/program/unstarted.ts'
import type { ClaimQuery, Lease } from '../journal/model.ts'
import { due } from '../kernel/due.ts'
import type { Effect, EffectKind, Outcome } from '../kernel/effect.ts'
import type { Failure } from '../kernel/model.ts'
import type { Ledger, Request, Taken } from './ledger.ts'
import type { Circumstances, Performers } from './ports.ts'

export interface RunnerOptions {
  readonly ledger: Ledger
  readonly performers: Performers
  /** Says who holds an effect, so that others can tell whether it still lives. */
  readonly holder: string
  readonly labels: readonly string[]
  readonly leaseMs: number
  /** What effects stand on is made whole before each of them. */
  readonly ready?: () => void
  /** The world failed under an effect; told before it is reported. */
  readonly onTrouble?: OnTrouble
}

type OnTrouble = (effect: Effect, code: string, summary: string) => void

interface Running {
  readonly taken: Taken
  readonly abort: AbortController
  readonly done: Promise<void>
}

const kinds: readonly EffectKind[] = [
  'prepare',
  'work',
  'judge',
  'build',
  'prove',
  'land',
  'evaluate',
  'deliver',
]

export class Runner {
  readonly #options: RunnerOptions
  readonly #running = new Map<string, Running>()
  #isClosed = false
  #failure: unknown

  constructor(options: RunnerOptions) {
    this.#options = options
  }

  get count(): number {
    return this.#running.size
  }

  /** Starts whatever is free and stops what nobody wants any more. Throws where a performance broke an invariant. */
  async turn(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure
    this.#dropUnwanted()
    while (!this.#isClosed) {
      const taken = await this.#take()
      if (!taken) return
      this.#start(taken)
    }
  }

  /** Takes nothing more, and asks everything that runs to end in good order. */
  close(): void {
    this.#isClosed = true
    for (const { abort } of this.#running.values()) abort.abort()
  }

  /** When everything that was started has been reported. */
  async idle(): Promise<void> {
    while (this.#running.size > 0)
      await Promise.all([...this.#running.values()].map(each => each.done))
  }

  #take(): Promise<Taken | undefined> {
    return this.#options.ledger.take(this.#query())
  }

  #query(): ClaimQuery {
    const { ledger, holder, labels, leaseMs } = this.#options
    const now = ledger.now()
    return { holder, kinds, labels, now, expiresAt: later(now, leaseMs) }
  }

  #start(taken: Taken): void {
    const abort = new AbortController()
    if (this.#isClosed) abort.abort()
    const { id } = taken.effect
    const done = this.#perform(taken, abort)
      .catch(cause => {
        this.#failure ??= cause
      })
      .finally(() => this.#running.delete(id))
    this.#running.set(id, { taken, abort, done })
  }

  async #perform(taken: Taken, abort: AbortController): Promise<void> {
    const { ledger } = this.#options
    const beating = this.#beat(taken, abort)
    try {
      const circumstances = this.#circumstancesOf(taken, abort)
      const outcome = await performed(this.#options, taken.effect, circumstances)
      const { fence, effect, lease } = taken
      const { id } = effect
      // Refused or fenced: somebody else is believed now, and what was done is harmless.
      if (abort.signal.aborted && isCutShort(outcome))
        await ledger.send({ type: 'lose', effect: id, fence }, lease)
      else await this.#report({ type: 'report', effect: id, fence, ...outcome }, lease)
    } finally {
      clearInterval(beating)
    }
  }

  /** What the report makes due is taken with it. Closed meanwhile, it is asked to end before it has begun. */
  async #report(report: Request, lease: Lease): Promise<void> {
    const query = this.#isClosed ? undefined : this.#query()
    const sent = await this.#options.ledger.send(report, lease, query)
    for (const taken of sent.kind === 'done' ? sent.taken : []) this.#start(taken)
  }

  #circumstancesOf({ effect, fence }: Taken, { signal }: AbortController): Circumstances {
    const { ledger } = this.#options
    return {
      signal,
      // Refused where somebody else has the session by now: then it is theirs to meter.
      meter: async usage =>
        void (await ledger.send({ type: 'meter', effect: effect.id, fence, usage })),
    }
  }

  #beat({ lease }: Taken, abort: AbortController): NodeJS.Timeout {
    const { ledger, leaseMs } = this.#options
    const beat = async () => {
      const isHeld = await ledger.journal.heartbeat(lease, later(ledger.now(), leaseMs))
      if (!isHeld) abort.abort()
    }
    const failed = (cause: unknown) => {
      this.#failure ??= cause
    }
    return setInterval(() => void beat().catch(failed), leaseMs / 3).unref()
  }

  #dropUnwanted(): void {
    const { ledger } = this.#options
    const wanted = new Map(due(ledger.state, ledger.now()).effects.map(each => [each.id, each]))
    for (const [id, { taken, abort }] of this.#running) {
      const effect = wanted.get(id)
      const isStopping = effect?.kind === 'work' && effect.stopping !== null
      if (effect?.lease?.fence !== taken.fence || isStopping) abort.abort()
    }
  }
}

/** Asked to end, it found no answer: whoever goes on asks again at once. A session says by itself that it was stopped. */
const isCutShort = ({ kind, result }: Outcome) =>
  kind !== 'work' && 'failure' in result && result.failure.class === 'infrastructure'

const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString()

async function performed(
  { performers, ready, onTrouble }: RunnerOptions,
  effect: Effect,
  circumstances: Circumstances,
): Promise<Outcome> {
  const { kind } = effect
  const perform = performers[kind] as (
    effect: Effect,
    circumstances: Circumstances,
  ) => Promise<Outcome['result']>
  try {
    ready?.()
    return { kind, result: await perform(effect, circumstances) } as Outcome
  } catch (cause) {
    const { code, failure } = troubleOf(cause)
    onTrouble?.(effect, code, failure.summary)
    return { kind, result: { ok: false, failure } } as Outcome
  }
}

/** The world failing costs no attempt. Anything else is a fault of ours, and the process stops. */
function troubleOf(cause: unknown): { readonly code: string; readonly failure: Failure } {
  const known = cause instanceof DiagnosticError ? cause.diagnostics[0] : systemTrouble(cause)
  if (!known) throw cause
  const fix = known.fix === undefined ? '' : ` (${known.fix})`
  const summary = `${known.message}${fix}`
  const lasting = known.code === NOT_IN_TREE ? { isLasting: true as const } : {}
  return { code: known.code, failure: { class: 'infrastructure', summary, ...lasting } }
}
