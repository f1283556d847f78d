// Elements of JSX inside a script: tags and their attributes, and the text between them, where quotes are plain characters.

import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  codeAt,
  DOUBLE_QUOTE,
  find,
  GREATER,
  isNamePart,
  isSpacing,
  LESS,
  OPEN_BRACE,
  SINGLE_QUOTE,
  SLASH,
} from '../lexing.ts'
import { open, top } from './frames.ts'
import type { Reading } from './reading.ts'
import { afterAngles } from './skip.ts'
import { before, endOfComment, expectsValue, isComment } from './tokens.ts'
import { isTypeParameters } from './values.ts'

/** The `<` at this place opens an element, rather than comparing or holding types. */
export function beginsElement(reading: Reading, at: number): boolean {
  const { text, hasJsx } = reading
  if (!hasJsx || codeAt(text, at - 1) === LESS) return false
  const next = codeAt(text, at + 1)
  if (next !== GREATER && (isNamePart[next] !== 1 || (next >= 48 && next <= 57))) return false
  return expectsElement(reading, at) && !isTypeParameters(reading, at)
}

function expectsElement(reading: Reading, at: number): boolean {
  const place = before(reading, at)
  const code = codeAt(reading.text, place)
  if (code === CLOSE_PAREN || code === CLOSE_BRACE)
    return !top(reading).isInside || code === CLOSE_BRACE
  return code !== CLOSE_BRACKET && expectsValue(reading, place)
}

/** Inside `<name …`: up to its end, or into a value in braces. */
export function readTag(reading: Reading, from: number): number {
  const { text } = reading
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE) return open(reading, 'hole', at)
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) at = find(text, text[at]!, at + 1)
    else if (code === LESS) at = afterAngles(reading, at) - 1
    else if (code === SLASH && isComment(text, at)) at = endOfComment(reading, at) - 1
    else if (code === SLASH && codeAt(text, at + 1) === GREATER)
      return closeElement(reading, at + 2)
    else if (code === GREATER) {
      top(reading).kind = 'children'
      return at + 1
    }
  }
  return text.length
}

/** Between the tags of an element. */
export function readChildren(reading: Reading, from: number): number {
  const { text } = reading
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE) return open(reading, 'hole', at)
    if (code !== LESS) continue
    let next = at + 1
    while (isSpacing[codeAt(text, next)] === 1) next++
    if (codeAt(text, next) === SLASH) return closeElement(reading, find(text, '>', next) + 1)
    return open(reading, 'tag', at)
  }
  return text.length
}

function closeElement(reading: Reading, at: number): number {
  reading.frames.pop()
  return at
}
