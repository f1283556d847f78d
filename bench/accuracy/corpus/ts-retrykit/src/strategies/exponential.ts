import type { Jitter, Strategy } from './types.js'

const jitters = {
  none: (ms: number) => ms,
  full(ms: number) {
    return Math.random() * ms
  },
  equal: function halfFixed(ms: number) {
    return ms / 2 + (Math.random() * ms) / 2
  },
} satisfies Record<Jitter, (ms: number) => number>

export class ExponentialBackoff implements Strategy {
  readonly name = 'exponential'
  static readonly defaults = { base: 100, cap: 30_000 }

  constructor(private readonly jitter: Jitter = 'full') {}

  delay(attempt: number): number {
    const { base, cap } = ExponentialBackoff.defaults
    return jitters[this.jitter](Math.min(cap, base * 2 ** (attempt - 1)))
  }
}
