// One seed, and every decision of the simulator drawn from it: the same seed plays the same game on every machine.

export interface Chance {
  /** A whole number from 0 up to, but not including, `below`. */
  readonly below: (below: number) => number
  readonly odds: (share: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
}

export function chanceFrom(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: below => Math.floor(next() * below),
    odds: share => next() < share,
    pick: items => items[Math.floor(next() * items.length)]!,
  }
}
