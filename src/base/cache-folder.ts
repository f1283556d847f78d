// Where this user's caches lie. Nothing in them is needed: deleting the folder costs time, never a result.

import { homedir } from 'node:os'
import { join } from 'node:path'

/** Undefined where there is no home to put it in. */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (environment.FIXPOINT_CACHE_DIR) return environment.FIXPOINT_CACHE_DIR
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'fixpoint')
  const home = environment.HOME ?? homedir()
  if (!home || home === '/nonexistent') return undefined
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'fixpoint')
    : join(home, '.cache', 'fixpoint')
}
