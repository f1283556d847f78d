// What an object holds under which key, read from its text: `{ decode, write: encode, run() {} }`.

import { CLOSE_BRACE, COLON, COMMA, codeAt, endOfName, isNamePart } from '../lexing.ts'
import { afterEntry } from './skip.ts'
import { afterTrivia, type Lexed } from './tokens.ts'

interface Entry {
  readonly key: string
  /** The name that stands for the value; that of the key where no name alone does. */
  readonly local: string
  readonly offset: number
}

/** From the opening brace on; keys in quotes and computed ones are none that anybody imports. */
export function entriesOf(lexed: Lexed, brace: number): readonly Entry[] {
  const { text } = lexed
  const entries: Entry[] = []
  for (let at = afterTrivia(lexed, brace + 1); at < text.length; at = afterTrivia(lexed, at)) {
    const code = text.charCodeAt(at)
    if (code === CLOSE_BRACE) return entries
    if (code === COMMA) at++
    else {
      if (isNamePart[code] === 1) entries.push(entryAt(lexed, at))
      at = Math.max(afterEntry(lexed, at), at + 1)
    }
  }
  return entries
}

function entryAt(lexed: Lexed, offset: number): Entry {
  const { text } = lexed
  const end = endOfName(text, offset)
  const key = text.slice(offset, end)
  const colon = afterTrivia(lexed, end)
  if (codeAt(text, colon) !== COLON) return { key, local: key, offset }
  const start = afterTrivia(lexed, colon + 1)
  const valueEnd = endOfName(text, start)
  const next = codeAt(text, afterTrivia(lexed, valueEnd))
  const isName = valueEnd > start && (next === COMMA || next === CLOSE_BRACE)
  return { key, local: isName ? text.slice(start, valueEnd) : key, offset }
}
