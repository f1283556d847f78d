// Cache folders of repositories that are not where they were: a clone that was moved gets a new one, and the old one is nobody's. Tells
// which of them can go, by proof: nobody is in it, nothing in it may still be wanted, and whose it was is known. Looks, and removes nothing.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import { readLease, standingOf } from './lease.ts'
import { occupantsOf } from './occupants.ts'
import type { Repository } from './open.ts'
import { listSlots } from './slot.ts'

export interface LeftBehind {
  readonly name: string
  readonly folder: string
  readonly isRemovable: boolean
  readonly reason: string
}

/** `began`: whether the journal of this project was begun in the repository that had this git directory. */
export function leftBehind(
  repository: Repository,
  began: (gitDirectory: string) => boolean,
): readonly LeftBehind[] {
  return readdirSync(repository.cache)
    .sort()
    .map(name => join(repository.cache, name))
    .filter(folder => folder !== repository.folder)
    .flatMap(folder => {
      const directory = gitDirectoryOf(folder)
      // Whatever repository lies there now has this folder for its own.
      if (directory === undefined || existsSync(directory)) return []
      const why = began(directory) ? inUse(repository, folder) : notProved
      const place = `${dirname(directory)} is not there any more`
      const isRemovable = why === undefined
      const reason = isRemovable ? `this project lay there: ${place}` : `${place}, but ${why}`
      return [{ name: basename(folder), folder, isRemovable, reason }]
    })
}

const notProved = 'nothing proves that it was of this project'

/** The repository that a cache folder was made for; undefined for a folder that was not made for one. */
function gitDirectoryOf(folder: string): string | undefined {
  const file = join(folder, 'git', 'objects', 'info', 'alternates')
  if (!existsSync(file)) return undefined
  const directory = dirname(readFileSync(file, 'utf8').replace(/\n$/, ''))
  return folder.endsWith(`-${sha256(directory).slice(0, 12)}`) ? directory : undefined
}

/**
 * What was left by whoever died or went away stays: the journal that is here may be a copy's, and what it knows to be over need not be
 * over where that work was done.
 */
function inUse(repository: Repository, folder: string): string | undefined {
  const [occupant] = occupantsOf(folder)
  if (occupant !== undefined) return `process ${occupant} runs in it`
  for (const slot of listSlots({ ...repository, folder })) {
    const lease = readLease(slot.folder)
    const stands = standingOf(lease)
    if (stands === 'free') continue
    const { attempt, pid, host } = lease!
    return stands === 'held'
      ? `process ${pid} on ${host} holds it for ${attempt}`
      : `work of ${attempt} may lie in ${slot.tree}`
  }
  return undefined
}
