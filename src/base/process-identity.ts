// Who a process is, so that somebody else can tell later whether it still lives. A process id alone is not enough: it comes round again.

import { readFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'

export interface ProcessIdentity {
  readonly host: string
  readonly pid: number
  /** Start time in the kernel's ticks where the platform tells, else ''. */
  readonly started: string
}

export function ownIdentity(): ProcessIdentity {
  own ??= { host: hostname(), pid: process.pid, started: startOf(process.pid) ?? '' }
  return own
}

/** Asked for at every lease, and the same as long as this process lives. */
let own: ProcessIdentity | undefined

/** `unknown` for a process of another machine. */
export function lifeOf(identity: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (identity.host !== hostname()) return 'unknown'
  const started = startOf(identity.pid)
  if (started === 'zombie') return 'dead'
  if (started !== undefined && identity.started !== '')
    return started === identity.started ? 'alive' : 'dead'
  return answersSignals(identity.pid) ? 'alive' : 'dead'
}

function startOf(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? 'zombie' : fields[19]
  } catch {
    return undefined // no such process, or no /proc on this platform: signals will tell
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The account's name; a container may run as a user that has none. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}
