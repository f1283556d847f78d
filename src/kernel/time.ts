// Instants as ISO text in UTC, compared as text. The kernel has no clock: every instant came with a command.

import type { Wait } from './model.ts'

export function laterBy(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}

/** An instant in the one form that compares as text, or undefined. */
export function readInstant(text: string): string | undefined {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** A clock that was set back ends a wait instead of prolonging it. */
export function isOver(wait: Wait, now: string): boolean {
  return now >= wait.until || now < wait.from
}

export const dayOf = (at: string): string => at.slice(0, 10)

export const nextDay = (at: string): string => laterBy(`${dayOf(at)}T00:00:00.000Z`, 24 * 3_600_000)
