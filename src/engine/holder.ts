// The name under which a process drives a project and holds effects: enough for another process to tell whether it still lives.

import { lifeOf, ownIdentity, type ProcessIdentity } from '../base/process-identity.ts'

export function ownHolder(): string {
  return holderOf(ownIdentity())
}

const holderOf = ({ pid, started, host }: ProcessIdentity) => `${pid}.${started}@${host}`

/** For people; a name that is not one of ours stays as it is. */
export const holderText = (holder: string): string =>
  holder.replace(named, (_, pid, __, host) => `process ${pid} on ${host}`)

const named = /^(\d+)\.([^@]*)@(.+)$/

/** `unknown` where the name is not one of ours, or of another machine. */
export function lifeOfHolder(holder: string): 'alive' | 'dead' | 'unknown' {
  const match = named.exec(holder)
  if (!match) return 'unknown'
  return lifeOf({ pid: Number(match[1]), started: match[2]!, host: match[3]! })
}
