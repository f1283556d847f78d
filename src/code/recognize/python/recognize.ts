// Whether a text is plainly Python: every token of it fits what CPython accepts. A no says nothing, only that the grammar has to
// look; a yes spares it, at a tenth of the time. Pure.

import { isSure } from './doubt.ts'
import { type Range, type Reader, readerOf } from './reader.ts'
import { readFile } from './statements.ts'

export function isPlainPython(text: string): boolean {
  return readerThrough(text) !== undefined
}

/** The blocks that never run because a constant says so, each in its place; undefined where the text is not plainly Python. */
export function deadBlocks(text: string): readonly Range[] | undefined {
  return readerThrough(text)?.dead.toSorted((a, b) => a.start - b.start)
}

/** Carriages that end lines by themselves are left to the grammar. */
function readerThrough(text: string): Reader | undefined {
  if (/\r(?!\n)|\0/.test(text)) return undefined
  const reader = readerOf(text)
  return isSure(() => readFile(reader)) ? reader : undefined
}
