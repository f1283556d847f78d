// Python text as tokens, one at a time, with the indentation that CPython sees. Whatever it is not sure of ends the reading by a
// doubt: somebody slower looks at the file then. Keeps nothing but its place.

import { refuseToSay } from './doubt.ts'
import { endOfString, type StringToken } from './strings.ts'

export type Kind =
  | 'name'
  | 'keyword'
  | 'number'
  | 'string'
  | 'sign'
  | 'line'
  | 'indent'
  | 'dedent'
  | 'end'

export interface Range {
  readonly start: number
  readonly end: number
}

export interface Reader {
  readonly text: string
  /** Where the current token begins, and where the one before it ended. */
  start: number
  before: number
  /** Behind the current token. */
  at: number
  kind: Kind
  /** Of names, keywords and signs; '' of everything else. */
  word: string
  string: StringToken | undefined
  /** Brackets that are open: lines do not end within them. */
  brackets: number
  /** The indentation of every open block, as written; the first is none. */
  readonly indents: string[]
  /** Blocks that end before the next token. */
  dedents: number
  isLineStart: boolean
  /** How deep the constructs around the current token are nested. */
  depth: number
  /** Where the last line of statements ended. */
  lineEnd: number
  /** Blocks that never run because a constant says so. */
  readonly dead: Range[]
}

export const readerOf = (text: string): Reader => ({
  text,
  start: 0,
  before: 0,
  at: 0,
  kind: 'line',
  word: '',
  string: undefined,
  brackets: 0,
  indents: [''],
  dedents: 0,
  isLineStart: true,
  depth: 0,
  lineEnd: 0,
  dead: [],
})

const keywords = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
)

export function advance(reader: Reader): void {
  if (reader.isLineStart && reader.brackets === 0) beginLine(reader)
  if (reader.dedents > 0) {
    reader.dedents--
    set(reader, 'dedent', reader.at)
  } else if (reader.isLineStart) {
    // The line has opened a block: its indentation is the token.
    reader.isLineStart = false
    set(reader, 'indent', reader.at)
  } else readToken(reader)
}

function set(reader: Reader, kind: Kind, end: number): void {
  reader.kind = kind
  reader.word = ''
  reader.at = end
}

/** Passes lines without code; then notes which blocks end, or leaves `isLineStart` where one begins. */
function beginLine(reader: Reader): void {
  const { text, indents } = reader
  for (;;) {
    const start = reader.at
    let at = start
    while (isSpace(text.charCodeAt(at))) at++
    const code = text.charCodeAt(at)
    if (code === LINE || code === RETURN || code === HASH) {
      const end = text.indexOf('\n', at)
      reader.at = end === -1 ? text.length : end + 1
      continue
    }
    reader.at = at
    const indent = at >= text.length ? '' : text.slice(start, at)
    if (code === BACKSLASH || indent.includes('\f')) refuseToSay()
    const top = indents.at(-1)!
    if (indent.length > top.length && indent.startsWith(top)) {
      indents.push(indent)
      return
    }
    while (indents.at(-1)!.length > indent.length) {
      indents.pop()
      reader.dedents++
    }
    if (indents.at(-1) !== indent) refuseToSay()
    reader.isLineStart = false
    return
  }
}

const LONGEST_KEYWORD = 8

const LINE = 10
const RETURN = 13
const HASH = 35
const BACKSLASH = 92

const isSpace = (code: number) => code === 32 || code === 9 || code === 12

const number =
  /(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?|\d(?:_?\d)*[eE][+-]?\d(?:_?\d)*[jJ]?|\d(?:_?\d)*[jJ]|[1-9](?:_?\d)*|0(?:_?0)*)(?![\w.])/y
const sign =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|\*\*|\/\/|>>|<<|<=|>=|==|!=|->|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|@=|:=|[-+*/%@&|^~<>()[\]{},:.;=!]/y

function readToken(reader: Reader): void {
  const { text } = reader
  let at = reader.at
  reader.before = at
  let code = text.charCodeAt(at)
  for (; ; code = text.charCodeAt(at)) {
    if (isSpace(code)) at++
    else if (code === HASH) at = endOfLine(text, at)
    else if (code === BACKSLASH) at = joinedLine(text, at)
    else if (reader.brackets > 0 && (code === LINE || code === RETURN)) at++
    else break
  }
  reader.start = at
  if (at >= text.length) return endOfText(reader)
  if (code === LINE || code === RETURN) {
    reader.isLineStart = true
    return set(reader, 'line', code === LINE ? at + 1 : at + 2)
  }
  if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1))))
    return set(reader, 'number', matched(number, text, at))
  const string = mayOpenString(code) ? endOfString(text, at) : undefined
  if (string) {
    reader.string = string
    return set(reader, 'string', string.end)
  }
  if (isLetter(code)) {
    const end = endOfName(text, at)
    reader.word = text.slice(at, end)
    reader.kind = end - at <= LONGEST_KEYWORD && keywords.has(reader.word) ? 'keyword' : 'name'
    reader.at = end
    return undefined
  }
  const end = endOfSign(text, at, code)
  reader.word = text.slice(at, end)
  reader.kind = 'sign'
  reader.at = end
  if (code === 40 || code === 91 || code === 123) reader.brackets++
  else if (code === 41 || code === 93 || code === 125) reader.brackets--
}

/** A last line without an end has one; then every open block ends. */
function endOfText(reader: Reader): void {
  const { text } = reader
  if (reader.brackets > 0) refuseToSay()
  if (reader.kind !== 'line' && reader.kind !== 'dedent' && reader.kind !== 'end') {
    reader.isLineStart = true
    return set(reader, 'line', text.length)
  }
  set(reader, 'end', text.length)
}

function matched(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : refuseToSay()
}

/** A letter beyond ASCII belongs to no name here, nor to anything else. */
function endOfName(text: string, from: number): number {
  let at = from + 1
  for (let code = text.charCodeAt(at); isLetter(code) || isDigit(code); code = text.charCodeAt(at))
    at++
  return at
}

/** Most signs are one character, and stand before nothing that could be more of them. */
function endOfSign(text: string, at: number, code: number): number {
  if (text.length > at + 1 && !longer.has(text.charCodeAt(at + 1)) && alone.has(code)) return at + 1
  return matched(sign, text, at)
}

const codesOf = (signs: string) => new Set([...signs].map(each => each.charCodeAt(0)))
const longer = codesOf('=*/><.')
const alone = codesOf('-+*/%@&|^~<>()[]{},:.;=')

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  if (end === -1) return text.length
  return text.charCodeAt(end - 1) === RETURN ? end - 1 : end
}

/** Behind a backslash another line has to come. */
function joinedLine(text: string, at: number): number {
  const end = text.charCodeAt(at + 1) === RETURN ? at + 2 : at + 1
  return text.charCodeAt(end) === LINE && end + 1 < text.length ? end + 1 : refuseToSay()
}

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95

/** A quote, or one of the letters that may stand before it. */
function mayOpenString(code: number): boolean {
  const letter = code | 0x20
  return (
    code === 34 ||
    code === 39 ||
    letter === 114 ||
    letter === 98 ||
    letter === 117 ||
    letter === 102
  )
}
