// Texts as files in one folder. Creating and removing are atomic by themselves; replacing is done under the state's lock.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createFileAtomic, sweepTemporaries, writeFileAtomic } from '../../base/atomic-file.ts'
import { sha256 } from '../../base/hash.ts'
import { lifeOf, ownIdentity, type ProcessIdentity } from '../../base/process-identity.ts'
import type { Store, Versioned } from '../store.ts'

export function openLocalStore(folder: string): Store {
  return {
    place: folder,
    read: async name => readText(join(folder, name)),
    swap: async (name, text, expected) => swapText(join(folder, name), text, expected),
    remove: async (name, expected) => removeText(folder, name, expected),
  }
}

function readText(path: string): Versioned | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    return { text, version: sha256(text) }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}

function swapText(path: string, text: string, expected: string | undefined): boolean {
  if (expected === undefined) {
    const lockedPath = lockedBy(path)
    // Whoever takes the lock clears up, also where there is nothing to write afterwards.
    if (lockedPath !== undefined && existsSync(dirname(path))) sweepTemporaries(lockedPath)
    return createFileAtomic(path, text)
  }
  if (readText(path)?.version !== expected) return false
  sweepTemporaries(path)
  sweepRights(path)
  writeFileAtomic(path, text)
  return true
}

/** The text that a lock is for. */
function lockedBy(path: string): string | undefined {
  const name = /^\.(.+)\.lock$/.exec(basename(path))?.[1]
  return name === undefined ? undefined : join(dirname(path), name)
}

/**
 * A file cannot be unlinked on a condition, so the right to unlink one version of it is itself a file that only one process
 * can create. If its owner died before unlinking, the next in line takes the next number: a dead process unlinks nothing.
 */
function removeText(folder: string, name: string, expected: string): boolean {
  const path = join(folder, name)
  if (readText(path)?.version !== expected) return false
  const rights = rightsTo(name, expected)
  if (!takeRight(folder, rights)) return false
  const isStillThere = readText(path)?.version === expected
  if (isStillThere) rmSync(path, { force: true })
  for (const each of filesWithPrefix(folder, rights)) rmSync(join(folder, each), { force: true })
  return isStillThere
}

const rightsTo = (name: string, version: string) => `${name}.${version.slice(0, 16)}.gone-`

/** Rights of the dead to versions that are gone for good: they stand beside the lock of this very text. */
function sweepRights(path: string): void {
  const folder = dirname(path)
  for (const name of readdirSync(folder).filter(each => /\.gone-\d+$/.test(each))) {
    const [, lock, version] = /^(.+)\.([0-9a-f]{16})\.gone-\d+$/.exec(name) ?? []
    const isOver =
      lock === `.${basename(path)}.lock` &&
      readText(join(folder, lock))?.version.slice(0, 16) !== version
    if (isOver && !isHeldByTheLiving(join(folder, name)))
      rmSync(join(folder, name), { force: true })
  }
}

function takeRight(folder: string, rights: string): boolean {
  const taken = filesWithPrefix(folder, rights)
  const isBusy = taken.some(each => isHeldByTheLiving(join(folder, each)))
  const next = 1 + Math.max(-1, ...taken.map(each => Number(each.slice(rights.length))))
  return (
    !isBusy && createFileAtomic(join(folder, `${rights}${next}`), JSON.stringify(ownIdentity()))
  )
}

function isHeldByTheLiving(path: string): boolean {
  const right = readText(path)
  return right !== undefined && lifeOf(JSON.parse(right.text) as ProcessIdentity) !== 'dead'
}

function filesWithPrefix(folder: string, prefix: string): string[] {
  return readdirSync(folder).filter(
    each => each.startsWith(prefix) && /^\d+$/.test(each.slice(prefix.length)),
  )
}
