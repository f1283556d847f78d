// The code of a file without comments and plain strings, made once for a codebase.

import type { Codebase } from '../../code/codebase.ts'
import { codeText } from '../../code/routes/words.ts'

const known = new WeakMap<Codebase, Map<string, string>>()

export function codeOf(path: string, codebase: Codebase): string {
  const texts = known.get(codebase) ?? new Map<string, string>()
  known.set(codebase, texts)
  const before = texts.get(path)
  if (before !== undefined) return before
  const text = codeText(path, Buffer.from(codebase.bytes(path) ?? []).toString('utf8'))
  texts.set(path, text)
  return text
}
