// Whether an open journal is still the one that lies there. Who goes on with a file that was removed or replaced reads and writes what nobody
// else will ever see, and nothing would say so.

import { type BigIntStats, statSync } from 'node:fs'
import { refuse } from '../base/diagnostic.ts'

export const GONE = 'journal/gone'

/** To be asked before anything is read or written; throws where the file of that name is another one now, or none. */
export function openPresence(file: string): () => void {
  const opened = lookAt(file)
  return () => {
    const now = lookAt(file)
    if (now !== undefined && now.ino === opened?.ino && now.dev === opened.dev) return
    const how = now === undefined ? 'removed or moved' : 'replaced'
    refuse(GONE, `the journal was ${how} while this process used it`, {
      at: { file },
      fix: 'begin again where the project lies now; what landed stands in git',
    })
  }
}

const lookAt = (file: string): BigIntStats | undefined =>
  statSync(file, { bigint: true, throwIfNoEntry: false })
