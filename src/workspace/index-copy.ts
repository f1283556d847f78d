// A copy of git's index that keeps git's doubts. A file written in the same second as the index may have changed since without a sign of it,
// so git reads such files again, and it tells them by the time of the index: a copy that is newer would make it believe them.

import { copyFileSync, statSync, utimesSync } from 'node:fs'

export function copyIndex(from: string, to: string): void {
  const { atimeMs, mtimeMs } = statSync(from)
  copyFileSync(from, to)
  // The second in which it was written, from its start: git compares whole seconds, and older only means more doubt.
  utimesSync(to, atimeMs / 1000, Math.floor(mtimeMs / 1000))
}
