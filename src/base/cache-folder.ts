// Where this user's caches lie. Nothing in them is needed: deleting the folder costs time, never a result.

import { existsSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { systemTrouble } from './system-trouble.ts'

/** Undefined where there is no home to put it in. */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { FIXPOINT_CACHE_DIR: own, XDG_CACHE_HOME: caches } = environment
  // Every part of the program, and git in other folders, has to mean the same one.
  if (own) return resolve(own)
  // Relative ones mean nothing, by the specification that this variable comes from.
  if (caches && isAbsolute(caches)) return join(caches, 'fixpoint')
  const home = environment.HOME ?? homedir()
  if (!home || home === '/nonexistent') return undefined
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'fixpoint')
    : join(home, '.cache', 'fixpoint')
}

/** A cache that lies in somebody's checkout ignores itself: to git the checkout looks as it did before. */
export function hideCache(environment: Readonly<Record<string, string | undefined>>): void {
  const folder = cacheFolder(environment)
  if (folder === undefined || !existsSync(folder) || !liesInCheckout(folder)) return
  const ignore = join(folder, '.gitignore')
  try {
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n')
  } catch (cause) {
    // Where nothing can be written nothing new lies about either.
    if (systemTrouble(cause) === undefined) throw cause
  }
}

function liesInCheckout(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  const above = dirname(folder)
  return above !== folder && liesInCheckout(above)
}
