// Work that is done once for all who ask for it at the same time, never more than so many at once. It is cancelled when everybody who
// asked has gone.

interface Shared<T> {
  readonly done: Promise<T>
  readonly abort: AbortController
  waiting: number
}

export class SharedWork<T> {
  readonly #limit: number
  readonly #running = new Map<string, Shared<T>>()
  readonly #queue: (() => void)[] = []
  #active = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Joins the work of that key, or starts it as soon as there is room. Who comes later listens to what the first one asked for. */
  async run(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const shared = this.#running.get(key) ?? this.#start(key, work)
    shared.waiting++
    const leave = () => {
      if (--shared.waiting === 0) this.#cancel(key, shared)
    }
    if (signal?.aborted) leave()
    else signal?.addEventListener('abort', leave, { once: true })
    try {
      return await shared.done
    } finally {
      signal?.removeEventListener('abort', leave)
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const abort = new AbortController()
    const done = this.#inTurn(() => work(abort.signal)).finally(() => this.#forget(key, shared))
    const shared: Shared<T> = { done, abort, waiting: 0 }
    this.#running.set(key, shared)
    return shared
  }

  /** Nobody may join work that is being cancelled. */
  #cancel(key: string, shared: Shared<T>): void {
    this.#forget(key, shared)
    shared.abort.abort()
  }

  #forget(key: string, shared: Shared<T>): void {
    if (this.#running.get(key) === shared) this.#running.delete(key)
  }

  async #inTurn(work: () => Promise<T>): Promise<T> {
    if (this.#active < this.#limit) this.#active++
    else await new Promise<void>(resolve => void this.#queue.push(resolve))
    try {
      return await work()
    } finally {
      // Whoever is next takes over the place; only without anybody it is given up.
      const next = this.#queue.shift()
      if (next) next()
      else this.#active--
    }
  }
}
