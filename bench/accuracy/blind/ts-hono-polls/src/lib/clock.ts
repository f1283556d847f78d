export interface Clock {
  now(): Date
  after(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export function secondsUntil(clock: Clock, date: Date): number
export function secondsUntil(clock: Clock, date: null): null
export function secondsUntil(clock: Clock, date: Date | null): number | null {
  return date === null ? null : Math.max(0, Math.round((date.getTime() - clock.now().getTime()) / 1000))
}
