// Where a Python string ends: plain, triple-quoted, raw, and f-strings with strings inside their braces.

import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  classOf,
  DOUBLE_QUOTE,
  NEWLINE,
  nextStop,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  RETURN,
  SINGLE_QUOTE,
  stopsAt,
} from '../lexing.ts'
import type { Findings } from '../rows.ts'
import { stopAtOne, stopFrom } from '../survey/survey.ts'

const endsDouble = stopsAt('"\\\n')
const endsSingle = stopsAt("'\\\n")

/** A string without one, a backslash and a second line, as most are, is told by a look at where it ends. */
const hasPrefix = classOf('rRbBfFtT')

/**
 * The first stop behind the string that the stop at `index` begins: an index, as it is. Where nothing ends the string, trouble is noted.
 */
export function stopBehindString(reading: Findings, index: number): number {
  const { text, bytes, stops, troubles } = reading
  const at = stops[index]!
  const quote = bytes[at]!
  if (at > 0 && hasPrefix[bytes[at - 1]!] === 0) {
    const last = stopAtOne(reading, index + 1, quote === DOUBLE_QUOTE ? endsDouble : endsSingle)
    const end = stops[last]!
    if (bytes[end] === quote && (end > at + 1 || bytes[end + 1] !== quote)) return last + 1
  }
  const end = endOfString(text, bytes, at)
  const isOpen = bytes[end - 1] !== quote || end - at === 1
  if (isOpen && (end - at > 3 || end !== text.length))
    troubles.push({ offset: at, message: 'unterminated string' })
  return stopFrom(stops, index, end)
}

/** The offset after the string whose quote stands at `at`; an unterminated one ends with its line, or with the text. */
function endOfString(text: string, bytes: Uint8Array, at: number): number {
  if (isFormatted(bytes, at)) return endOfFormatted(text, bytes, at)
  return isTriple(bytes, at) ? endOfTriple(text, bytes, at) : endOfSimple(text, bytes, at)
}

export function isTriple(bytes: Uint8Array, at: number): boolean {
  const quote = bytes[at]
  return bytes[at + 1] === quote && bytes[at + 2] === quote
}

/** An f or t stands in the prefix: f"", rf"", Rb"" and the like. */
function isFormatted(bytes: Uint8Array, at: number): boolean {
  for (let before = at - 1; before >= at - 2 && before >= 0; before--) {
    const letter = bytes[before]! | 0x20
    if (letter === 0x66 || letter === 0x74) return true
    if (letter !== 0x72 && letter !== 0x62) return false
  }
  return false
}

export function endOfTriple(text: string, bytes: Uint8Array, at: number): number {
  const quotes = bytes[at] === DOUBLE_QUOTE ? '"""' : "'''"
  for (let from = at + 3; ; ) {
    const found = text.indexOf(quotes, from)
    if (found === -1) return text.length
    if (!isEscaped(bytes, found, at + 3)) return found + 3
    from = found + 1
  }
}

function isEscaped(bytes: Uint8Array, at: number, from: number): boolean {
  let before = at - 1
  while (before >= from && bytes[before] === BACKSLASH) before--
  return (at - before) % 2 === 0
}

function endOfSimple(text: string, bytes: Uint8Array, start: number): number {
  const quote = bytes[start]
  const stops = quote === DOUBLE_QUOTE ? endsDouble : endsSingle
  let at = nextStop(bytes, stops, start + 1)
  while (at < text.length) {
    const code = bytes[at]
    if (code === quote) return at + 1
    if (code === NEWLINE) return at
    at = nextStop(bytes, stops, code === BACKSLASH ? behindEscape(bytes, at) : at + 1)
  }
  return text.length
}

/** A line break of Windows is one. */
const behindEscape = (bytes: Uint8Array, at: number) =>
  at + (bytes[at + 1] === RETURN && bytes[at + 2] === NEWLINE ? 3 : 2)

/** A string inside a string inside an f-string: each waits for the ones within. */
interface OpenString {
  readonly quote: number
  readonly isTriple: boolean
  readonly isFormatted: boolean
  /** Brackets open within the replacement field, or -1 in the text between fields. */
  depth: number
  /** Behind the colon of a field, where quotes are plain characters. */
  isFormat: boolean
}

function opened(bytes: Uint8Array, at: number): OpenString {
  return {
    quote: bytes[at]!,
    isTriple: isTriple(bytes, at),
    isFormatted: isFormatted(bytes, at),
    depth: -1,
    isFormat: false,
  }
}

function endOfFormatted(text: string, bytes: Uint8Array, start: number): number {
  const open = [opened(bytes, start)]
  const isTripleOutside = open[0]!.isTriple
  let at = start + (isTripleOutside ? 3 : 1)
  while (at < text.length) {
    const string = open.at(-1)!
    const code = bytes[at]!
    if (code === NEWLINE && !isTripleOutside && !string.isTriple) return at
    if (string.depth >= 0) at = stepInField(bytes, at, code, open)
    else if (code === BACKSLASH)
      at = bytes[at + 1] === OPEN_BRACE ? at + 1 : behindEscape(bytes, at)
    else if (code === string.quote && (!string.isTriple || isTriple(bytes, at))) {
      at += string.isTriple ? 3 : 1
      open.pop()
      if (open.length === 0) return at
    } else at = stepInText(bytes, at, code, string)
  }
  return text.length
}

function stepInText(bytes: Uint8Array, at: number, code: number, string: OpenString): number {
  if (!string.isFormatted) return at + 1
  if (code === CLOSE_BRACE && string.isFormat) {
    string.isFormat = false
    return at + 1
  }
  if (code !== OPEN_BRACE) return at + 1
  if (bytes[at + 1] === OPEN_BRACE && !string.isFormat) return at + 2
  string.depth = 0
  return at + 1
}

function stepInField(bytes: Uint8Array, at: number, code: number, open: OpenString[]): number {
  const string = open.at(-1)!
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const inner = opened(bytes, at)
    open.push(inner)
    return at + (inner.isTriple ? 3 : 1)
  }
  if (code === OPEN_PAREN || code === OPEN_BRACKET || code === OPEN_BRACE) string.depth++
  else if (code === CLOSE_BRACE && string.depth === 0) string.depth = -1
  else if (code === CLOSE_PAREN || code === CLOSE_BRACKET || code === CLOSE_BRACE) string.depth--
  else if (code === COLON && string.depth === 0) {
    string.depth = -1
    string.isFormat = true
  }
  if (string.depth < -1) string.depth = -1
  return at + 1
}
