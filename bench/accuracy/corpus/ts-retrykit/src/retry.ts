import type { Strategy } from './strategies/types.js'
import { sleep } from './internal/timing.js'

export interface RetryOptions<E = unknown> {
  strategy: Strategy
  attempts?: number
  signal?: AbortSignal
  retryIf?: (error: E) => boolean
}

export class RetriesExhausted extends AggregateError {}

export async function retry<T>(work: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { strategy, attempts = 5, signal, retryIf = () => true } = options
  const errors: unknown[] = []
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await work(attempt)
    } catch (error) {
      errors.push(error)
      if (!retryIf(error)) throw error
      await sleep(strategy.delay(attempt), signal)
    }
  }
  throw new RetriesExhausted(errors)
}

export function retrySync<T>(work: () => T): T
export function retrySync<T>(work: () => T, attempts: number): T
export function retrySync<T>(_work: () => T, _attempts = 3): T {
  throw new Error('retrySync is not implemented')
}

export default retry
