// Names of containers that say whose they are, so that what a killed owner left behind can be told from what a living one uses.

import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { sha256 } from './hash.ts'
import { lifeOf, ownIdentity } from './process-identity.ts'

let counter = 0

/** `machine-pid-start-number`. */
export function newContainerId(): string {
  return `${ownPrefix()}${++counter}`
}

function ownPrefix(): string {
  const { pid, started } = ownIdentity()
  return `${machine()}-${pid}-${started || 0}-`
}

/** A container of this very process. */
export const isOwn = (id: string) => id.startsWith(ownPrefix())

/** True only for a container of this machine whose owner is certainly dead. */
export function isOrphan(id: string): boolean {
  const [, owner, pid, started] = /^([0-9a-f]+)-(\d+)-(\d+)-\d+$/.exec(id) ?? []
  if (owner !== machine()) return false
  return (
    lifeOf({ host: hostname(), pid: Number(pid), started: started === '0' ? '' : started! }) ===
    'dead'
  )
}

let known: string | undefined

/** This boot of this machine, as this process sees it: a process id means nothing in another namespace or after a restart. */
function machine(): string {
  known ??= sha256(
    [hostname(), textOf('/proc/sys/kernel/random/boot_id'), linkOf('/proc/self/ns/pid')].join('\0'),
  ).slice(0, 12)
  return known
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // not Linux: the host name has to do
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return '' // not Linux: there is one namespace
  }
}
