// Whether a statement goes on behind the end of a line, where no semicolon says so.

import {
  BACKTICK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COMMA,
  classOf,
  codeAt,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  endOfName,
  GREATER,
  isNamePart,
  LESS,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
} from '../lexing.ts'
import { afterAngles, afterBrackets, afterTemplate } from './skip.ts'
import { afterSlash, afterTrivia, before, endOfString, type Lexed, wordEndingAt } from './tokens.ts'

/** Characters that cannot end an expression or a type; `+`, `-` and `>` depend on their neighbour. */
const leavesOpen = classOf(',=*%&|^?:<.~([{/')

const openWords = new Set([
  'typeof',
  'in',
  'new',
  'instanceof',
  'extends',
  'await',
  'delete',
  'keyof',
  'readonly',
  'infer',
  'unique',
  'as',
  'is',
  'asserts',
  'satisfies',
])

/** Characters that cannot begin a statement or member, so that the one before goes on. */
const goesOn = classOf('.,=+*/%&|^?:<>([`')
const goesOnInType = classOf('.,=&|?:>')
const joiningWords = new Set(['in', 'instanceof', 'as', 'extends', 'satisfies', 'is'])

/** The newline at `at` ends the statement. `isType`: a member without value, where `[` and `(` begin the next one. */
export function endsAtNewline(lexed: Lexed, at: number, isType = false): boolean {
  const next = afterTrivia(lexed, at + 1)
  if (next >= lexed.text.length) return true
  return !isLeftOpen(lexed, at) && !isTakenUp(lexed, next, isType)
}

function isLeftOpen(lexed: Lexed, at: number): boolean {
  const { text } = lexed
  const place = before(lexed, at)
  if (place < 0) return false
  const code = codeAt(text, place)
  if (leavesOpen[code] === 1) return true
  if (code === GREATER) return codeAt(text, place - 1) === EQUALS
  if (code === 43 || code === 45) return codeAt(text, place - 1) !== code
  if (isNamePart[code] !== 1) return false
  const word = wordEndingAt(text, place)
  return openWords.has(word) && codeAt(text, place - word.length) !== DOT
}

function isTakenUp(lexed: Lexed, at: number, isType: boolean): boolean {
  const { text } = lexed
  const code = codeAt(text, at)
  if (code === 45) return codeAt(text, at + 1) !== 45
  if (code === 43) return codeAt(text, at + 1) !== 43
  if (code === 33) return codeAt(text, at + 1) === EQUALS
  if (isNamePart[code] !== 1) return (isType ? goesOnInType : goesOn)[code] === 1
  const end = endOfName(text, at)
  return end - at <= 10 && joiningWords.has(text.slice(at, end)) && !isMemberName(lexed, end)
}

/** `as: string`, `is?: boolean`, `in = 1`: a name after all. */
function isMemberName(lexed: Lexed, end: number): boolean {
  const next = afterTrivia(lexed, end)
  return /^(:|\?\s*:|=[^=>]|;|,)/.test(lexed.text.slice(next, next + 8))
}

interface Extent {
  /** A comma ends it too: members of an interface. */
  readonly endsAtComma?: boolean
  /** `<` opens type arguments: types only. */
  readonly isType?: boolean
}

/** The end of a statement or member in which nothing is declared: a type, an import, a signature. */
export function afterPlain(lexed: Lexed, from: number, extent: Extent = {}): number {
  const { text } = lexed
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === SEMICOLON || (code === COMMA && extent.endsAtComma)) return at + 1
    if (code === CLOSE_BRACE || code === CLOSE_PAREN || code === CLOSE_BRACKET) return at
    if (code === NEWLINE) {
      if (endsAtNewline(lexed, at, extent.isType)) return at
      at = afterTrivia(lexed, at + 1)
    } else at = afterToken(lexed, at, code, extent)
  }
  return text.length
}

function afterToken(lexed: Lexed, at: number, code: number, { isType }: Extent): number {
  switch (code) {
    case OPEN_BRACE:
    case OPEN_PAREN:
    case OPEN_BRACKET:
      return afterBrackets(lexed, at + 1)
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return endOfString(lexed, at)
    case BACKTICK:
      return afterTemplate(lexed, at)
    case SLASH:
      return afterSlash(lexed, at)
    case LESS:
      return isType ? afterAngles(lexed, at) : at + 1
    default:
      return isNamePart[code] === 1 ? endOfName(lexed.text, at) : at + 1
  }
}
