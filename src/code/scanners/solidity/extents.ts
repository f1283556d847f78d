// How far a declaration of Solidity reaches: its signature, and its body.

import {
  CLOSE_BRACE,
  CLOSE_PAREN,
  codeAt,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
} from '../lexing.ts'
import { afterBrackets } from '../script/skip.ts'
import { endOfComment, endOfString, isComment } from '../script/tokens.ts'
import type { Reading } from './reading.ts'

interface Signature {
  /** Offset of the brace of the body, or -1. */
  readonly body: number
  /** Offset of the `=` before a value, or -1. */
  readonly value: number
  /** Behind the semicolon, or where the signature breaks off. */
  readonly end: number
}

/** Reads to the semicolon or to the body. `skipsBraces`: braces belong to the value or the names, not to a body. */
export function afterSignature(reading: Reading, from: number, skipsBraces = false): Signature {
  const { text } = reading
  let value = -1
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === SEMICOLON) return { body: -1, value, end: at + 1 }
    if (code === CLOSE_BRACE || code === CLOSE_PAREN) return { body: -1, value, end: at }
    if (code === OPEN_BRACE && !skipsBraces) return { body: at, value, end: at }
    if (code === OPEN_BRACE || code === OPEN_PAREN || code === OPEN_BRACKET)
      at = afterBrackets(reading, at + 1)
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) at = endOfString(reading, at)
    else if (code === SLASH && isComment(text, at)) at = endOfComment(reading, at)
    else {
      const isAssignment = code === EQUALS && codeAt(text, at + 1) !== GREATER
      if (isAssignment && value === -1) value = at
      at++
    }
  }
  if (from < text.length) {
    reading.isSuspect = true
    reading.troubles.push({ offset: from, message: 'the declaration never ends' })
  }
  return { body: -1, value, end: text.length }
}

/** From the brace of a body to behind the one that ends it. */
export function afterBody(reading: Reading, start: number, body: number): number {
  const { text } = reading
  const end = afterBrackets(reading, body + 1)
  if (reading.trustsColumns) return afterColumn(text, start, body, end)
  if (codeAt(text, end - 1) !== CLOSE_BRACE || end - 1 === body) {
    reading.isSuspect = true
    reading.troubles.push({ offset: body, message: "'{' was never closed" })
  }
  return end
}

/** In a broken file a body of several lines ends with the brace at the column of its declaration. */
function afterColumn(text: string, start: number, body: number, balanced: number): number {
  const lineEnd = text.indexOf('\n', body)
  if (lineEnd === -1 || balanced <= lineEnd) return balanced
  const indentation = text.slice(text.lastIndexOf('\n', start) + 1, start)
  if (indentation.trim() !== '') return balanced
  const found = text.indexOf(`\n${indentation}}`, body)
  return found === -1 ? balanced : found + indentation.length + 2
}
