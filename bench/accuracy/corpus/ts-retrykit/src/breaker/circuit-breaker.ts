import { EventEmitter } from 'node:events'
import { type BreakerState, canPass } from './state.js'

export class CircuitOpen extends Error {}

export class CircuitBreaker extends EventEmitter {
  #state: BreakerState = 'closed'
  #failures = 0

  constructor(private readonly threshold = 5) {
    super()
  }

  get state(): BreakerState {
    return this.#state
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (!canPass(this.#state)) throw new CircuitOpen()
    try {
      const value = await work()
      this.#failures = 0
      return value
    } catch (error) {
      if (++this.#failures >= this.threshold) this.trip()
      throw error
    }
  }

  trip(): void {
    this.#state = 'open'
    this.emit('open')
  }

  reset(): void {}
}
