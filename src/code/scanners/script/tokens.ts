// Comments, strings, templates and regular expressions of TypeScript and JavaScript, and what stands before an offset.
// Whatever is passed is marked, so that later questions never read a comment or a literal as code.

import {
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  codeAt,
  DOLLAR,
  DOT,
  DOUBLE_QUOTE,
  endOfName,
  find,
  isNamePart,
  isOtherThanSpacing,
  isSpacing,
  NEWLINE,
  nextStop,
  OPEN_BRACE,
  OPEN_BRACKET,
  RETURN,
  SLASH,
  STAR,
  stopsAt,
} from '../lexing.ts'
import type { Trouble } from '../rows.ts'
import { COMMENT, LITERAL, type Marks, mark, STRIDE } from './marks.ts'

export interface Lexed {
  readonly text: string
  readonly bytes: Uint8Array
  readonly marks: Marks
  readonly troubles: Trouble[]
  /** Something was opened and never closed. */
  isSuspect: boolean
}

/** What opens at `offset` runs into the end of the file. */
export function noticeUnclosed(lexed: Lexed, offset: number): void {
  lexed.isSuspect = true
  lexed.troubles.push({ offset, message: `'${lexed.text[offset]}' was never closed` })
}

/** Behind spacing and comments. */
export function afterTrivia(lexed: Lexed, from: number): number {
  const { text, bytes } = lexed
  let at = from
  for (;;) {
    while (isSpacing[bytes[at]!] === 1) at++
    const code = bytes[at]
    if (code === SLASH && isComment(text, at)) at = endOfComment(lexed, at)
    else if (code === 0xc2 && bytes[at + 1] === 0xa0) at += 2
    else return at
  }
}

/** Behind `.name`, as often as it stands there, and the spacing around. */
export function afterMembers({ text, bytes }: Lexed, from: number): number {
  let at = from
  while (bytes[at] === DOT) {
    const end = endOfName(text, nextStop(bytes, isOtherThanSpacing, at + 1))
    at = nextStop(bytes, isOtherThanSpacing, end)
  }
  return at
}

export function isComment(text: string, at: number): boolean {
  const next = codeAt(text, at + 1)
  return next === SLASH || next === STAR
}

export function endOfComment({ text, marks }: Lexed, at: number): number {
  const isLine = codeAt(text, at + 1) === SLASH
  const end = isLine ? find(text, '\n', at) : Math.min(find(text, '*/', at + 2) + 2, text.length)
  mark(marks, at, end, COMMENT)
  return end
}

/** The offset after the string whose quote stands at `at`; a quote without a partner on its line is a plain character. */
export function endOfString(lexed: Lexed, start: number): number {
  const { text, bytes, marks } = lexed
  const quote = bytes[start]
  const stops = quote === DOUBLE_QUOTE ? endsDouble : endsSingle
  let at = nextStop(bytes, stops, start + 1)
  while (at < text.length) {
    const code = bytes[at]
    if (code === quote) {
      mark(marks, start, at + 1, LITERAL)
      return at + 1
    }
    if (code === NEWLINE) break
    const isJoined = code === BACKSLASH && bytes[at + 1] === RETURN
    at = nextStop(bytes, stops, at + (isJoined ? 3 : code === BACKSLASH ? 2 : 1))
  }
  noticeUnclosed(lexed, start)
  return start + 1
}

const endsDouble = stopsAt('"\\\n')
const endsSingle = stopsAt("'\\\n")
const endsTemplate = stopsAt('`$\\')

/** Text of a template up to the backtick that ends it, or up to and with the `${` of a hole. */
export function endOfTemplateText(lexed: Lexed, from: number): number {
  const { text, bytes, marks } = lexed
  let at = nextStop(bytes, endsTemplate, from)
  while (at < text.length) {
    const code = bytes[at]
    if (code === BACKTICK) {
      mark(marks, from - 1, at + 1, LITERAL)
      return at + 1
    }
    if (code === DOLLAR && bytes[at + 1] === OPEN_BRACE) {
      mark(marks, from - 1, at, LITERAL)
      return at + 2
    }
    at = nextStop(bytes, endsTemplate, at + (code === BACKSLASH ? 2 : 1))
  }
  noticeUnclosed(lexed, Math.min(from, text.length) - 1)
  return text.length
}

/** A slash: comment, regular expression or division. */
export function afterSlash(lexed: Lexed, at: number, isStart = false): number {
  if (isComment(lexed.text, at)) return endOfComment(lexed, at)
  return isStart || beginsRegex(lexed, at) ? endOfRegex(lexed, at) : at + 1
}

function endOfRegex({ text, marks }: Lexed, start: number): number {
  let isInClass = false
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === NEWLINE) break
    else if (code === OPEN_BRACKET) isInClass = true
    else if (code === CLOSE_BRACKET) isInClass = false
    else if (code === SLASH && !isInClass) {
      const end = endOfName(text, at + 1)
      mark(marks, start, end, LITERAL)
      return end
    }
  }
  return start + 1
}

/** Words after which a value begins. */
const beforeValue = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'throw',
  'new',
  'instanceof',
  'await',
  'yield',
  'extends',
  'default',
])

const LONGEST_KEYWORD = 10

function beginsRegex(lexed: Lexed, at: number): boolean {
  return expectsValue(lexed, before(lexed, at))
}

/** Nothing of code stands there; or a literal does. */
const NOTHING_BEFORE = -1
export const VALUE = -2

/** The offset of the last character of code before `at`, over spacing and comments; or that a literal stands there. */
export function before(lexed: Lexed, at: number): number {
  return lastBefore(lexed, at, VALUE)
}

/** The offset behind the last character of code or literal before `at`. */
export function endBefore(lexed: Lexed, at: number): number {
  return lastBefore(lexed, at, undefined) + 1
}

function lastBefore({ text, marks }: Lexed, at: number, literal: number | undefined): number {
  const { ranges } = marks
  let last = marks.length - STRIDE
  while (last >= 0 && ranges[last]! >= at) last -= STRIDE
  for (let place = at - 1; ; ) {
    while (place >= 0 && isSpacing[codeAt(text, place)] === 1) place--
    if (last < 0 || ranges[last + 1]! <= place) return place
    if (ranges[last + 2] !== COMMENT) return literal ?? place
    place = ranges[last]! - 1
    last -= STRIDE
  }
}

/** A value, not an operator, is due behind the character at `place`. */
export function expectsValue({ text }: Lexed, place: number): boolean {
  if (place < 0) return place === NOTHING_BEFORE
  const code = codeAt(text, place)
  if (isNamePart[code] === 1) return beforeValue.has(wordEndingAt(text, place))
  return code !== CLOSE_PAREN && code !== CLOSE_BRACKET && code !== 125
}

/** The word that ends at `place`; '' for one too long to be a keyword, or for a property. */
export function wordEndingAt(text: string, place: number): string {
  let start = place
  while (start >= 0 && isNamePart[codeAt(text, start)] === 1) {
    if (place - start > LONGEST_KEYWORD) return ''
    start--
  }
  if (codeAt(text, start) === DOT && codeAt(text, start - 1) !== DOT) return ''
  return text.slice(start + 1, place + 1)
}
