// Where in a statement its words stand.

import { endOfName } from '../lexing.ts'
import type { Reading } from './reading.ts'
import { afterTrivia } from './tokens.ts'

/** A statement that begins with words: where it starts, its leading word, and what follows it. */
export interface Place {
  readonly start: number
  readonly wordStart: number
  readonly word: string
  readonly wordEnd: number
  /** Behind the spacing after the word. */
  readonly next: number
  readonly isExported: boolean
  readonly isDefault: boolean
}

export function place(
  reading: Reading,
  wordStart: number,
  about: { start?: number; isExported?: boolean; isDefault?: boolean } = {},
): Place {
  const wordEnd = endOfName(reading.text, wordStart)
  return {
    start: about.start ?? wordStart,
    wordStart,
    word: reading.text.slice(wordStart, wordEnd),
    wordEnd,
    next: afterTrivia(reading, wordEnd),
    isExported: about.isExported ?? false,
    isDefault: about.isDefault ?? false,
  }
}
