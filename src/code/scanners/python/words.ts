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

const LONGEST = 7

/** By first letter and length: most words are told by it to be none of these, without a look at the rest. */
const shapes: (readonly Word[] | undefined)[] = Array.from({ length: 256 * (LONGEST + 1) })
announce(COMPOUND, 'if elif else for while try except finally with match case')
announce(DEFINITION, 'class def async')
announce(IMPORT, 'import from')

function announce(lead: Lead, words: string): void {
  for (const word of words.split(' ')) {
    const shape = shapeOf(word.charCodeAt(0), word.length)
    shapes[shape] = [...(shapes[shape] ?? []), { word, lead }]
  }
}

function shapeOf(firstCode: number, length: number): number {
  return firstCode * (LONGEST + 1) + length
}

/** What the statement that begins at `start` is announced to be. */
export function leadOf(text: string, bytes: Uint8Array, start: number): Lead {
  const code = bytes[start]!
  if (beginsWord[code] === 0) return PLAIN
  let end = start + 1
  while (isNamePart[bytes[end]!] === 1) end++
  if (end - start > LONGEST) return PLAIN
  const words = shapes[shapeOf(code, end - start)]
  if (words === undefined) return PLAIN
  for (const { word, lead } of words) if (text.startsWith(word, start)) return lead
  return PLAIN
}

const beginsWord = Uint8Array.from({ length: 256 }, (_, code) =>
  shapes.slice(shapeOf(code, 0), shapeOf(code + 1, 0)).some(words => words !== undefined) ? 1 : 0,
)
