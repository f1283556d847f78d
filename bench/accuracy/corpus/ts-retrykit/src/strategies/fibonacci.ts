import type { Strategy } from './types.js'

export default class implements Strategy {
  readonly name = 'fibonacci'
  #memo = new Map<number, number>()

  delay(attempt: number): number {
    if (attempt < 2) return 100
    const known = this.#memo.get(attempt)
    if (known !== undefined) return known
    const ms = this.delay(attempt - 1) + this.delay(attempt - 2)
    this.#memo.set(attempt, ms)
    return ms
  }
}
