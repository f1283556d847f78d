// The words that a Python statement may begin with, as far as they matter to who looks for declarations.

import { isNamePart } from '../lexing.ts'

/** What the word at the head of a statement announces. */
export type Lead = number
export const PLAIN: Lead = 0
/** A header that a colon ends. */
export const COMPOUND: Lead = 1
/** A class or a function, and a header as well. */
export const DEFINITION: Lead = 2
export const IMPORT: Lead = 3

interface Word {
  readonly word: string
  readonly lead: Lead
}

/** By the first two letters: most words are told by them to be none of these, without a look at the rest. */
const heads: (readonly Word[] | undefined)[] = Array.from({ length: 1 << 10 })
announce(COMPOUND, 'if elif else for while try except finally with match case')
announce(DEFINITION, 'class def async')
announce(IMPORT, 'import from')

function announce(lead: Lead, words: string): void {
  for (const word of words.split(' ')) {
    const head = headOf(word.charCodeAt(0), word.charCodeAt(1))
    heads[head] = [...(heads[head] ?? []), { word, lead }]
  }
}

/** Five bits of each, which differ for all letters. */
function headOf(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31)
}

const isHead = Uint8Array.from(heads, words => (words === undefined ? 0 : 1))

/** What the statement that begins at `start` is announced to be. */
export function leadOf(text: string, bytes: Uint8Array, start: number): Lead {
  const head = headOf(bytes[start]!, bytes[start + 1]!)
  if (isHead[head] === 0) return PLAIN
  for (const { word, lead } of heads[head]!)
    if (isNamePart[bytes[start + word.length]!] === 0 && text.startsWith(word, start)) return lead
  return PLAIN
}
