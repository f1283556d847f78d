// How a process ended, told the same way whether we saw the signal ourselves or a shell in between told us.

import { constants } from 'node:os'

export interface ExitStatus {
  /** 128 + signal for a death by signal, as in a shell. */
  readonly exitCode: number
  readonly signal?: NodeJS.Signals
}

const SIGNAL_BASE = 128

const signals = new Map(
  Object.entries(constants.signals).map(([name, number]) => [number, name as NodeJS.Signals]),
)

/** From the two values of Node's `exit` event, of which one is null. */
export function exitStatus(code: number | null, signal: NodeJS.Signals | null): ExitStatus {
  const exitCode = code ?? SIGNAL_BASE + constants.signals[signal!]
  const name = signals.get(exitCode - SIGNAL_BASE)
  return name === undefined ? { exitCode } : { exitCode, signal: name }
}
