// Depths that were read before, kept beside the outlines: a tree is what depth costs, and it tells the same of the same content.
// Knows nothing of how depth is read; whatever cannot be read back was not kept.

import type { Diagnostic } from '../base/diagnostic.ts'
import { openCache } from './cache.ts'
import type { DepthReading } from './depth/depth.ts'

export interface DepthCache {
  /** By the id of a file: the same id is the same content at the same path. */
  readonly find: (id: string) => DepthReading | undefined
  /** One that says something of this machine, such as which grammar is missing, is not worth keeping. */
  readonly note: (id: string, reading: DepthReading) => void
  /** Writes what was not there yet. */
  readonly keep: () => readonly Diagnostic[]
}

export function openDepths(folder: string | undefined, repository: string): DepthCache {
  const cache = openCache(folder, 'depths', repository)
  const used = new Map<string, Uint8Array>()
  let isNew = false
  return {
    find(id) {
      const record = cache.find(id)
      if (!record) return undefined
      used.set(id, record)
      return JSON.parse(Buffer.from(record).toString()) as DepthReading
    },
    note(id, reading) {
      if (folder === undefined || reading.diagnostics.length > 0) return
      used.set(id, Buffer.from(JSON.stringify(reading)))
      isNew = true
    },
    keep: () => (isNew ? cache.keep(used) : []),
  }
}
