// Signs that were read before, kept beside the outlines. Knows nothing of what they say; whatever cannot be read back was not kept.

import type { Diagnostic } from '../base/diagnostic.ts'
import { openCache } from './cache.ts'
import type { Sign } from './signs/sign.ts'

export interface SignCache {
  /** By the id of a file: the same id is the same content at the same path. */
  readonly find: <T>(sign: Sign<T>, id: string) => { readonly answer: T } | undefined
  readonly note: <T>(sign: Sign<T>, id: string, answer: T) => void
  /** Writes what was not there yet. */
  readonly keep: () => readonly Diagnostic[]
}

export function openSigns(folder: string | undefined, repository: string): SignCache {
  const cache = openCache(folder, 'signs', repository)
  const fresh = new Map<string, Uint8Array>()
  return {
    find(sign, id) {
      const record = cache.find(keyOf(sign, id))
      return record && { answer: sign.decode(record) }
    },
    note(sign, id, answer) {
      if (folder !== undefined) fresh.set(keyOf(sign, id), sign.encode(answer))
    },
    keep: () => (fresh.size > 0 ? cache.keep(fresh) : []),
  }
}

const keyOf = ({ name }: { readonly name: string }, id: string) => `${name} ${id}`
