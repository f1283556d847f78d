// Reading on inside a statement: over operators and names, into brackets, up to where the statement, member or bracket ends.

import {
  BACKTICK,
  BAR,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  codeAt,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  isNamePart,
  LESS,
  NEWLINE,
  nextStop,
  OPEN_BRACE,
  OPEN_PAREN,
  QUESTION,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
  STAR,
  stopsAt,
} from '../lexing.ts'
import { closeBracket } from './brackets.ts'
import { endStatement, open, top } from './frames.ts'
import { beginsElement } from './jsx.ts'
import { endsAtNewline } from './line-ends.ts'
import { dynamicImport } from './modules.ts'
import type { Frame, Reading } from './reading.ts'
import { afterBrackets } from './skip.ts'
import {
  afterSlash,
  afterTrivia,
  before,
  endOfString,
  endOfTemplateText,
  expectsValue,
  VALUE,
  wordEndingAt,
} from './tokens.ts'
import { openClass, readHeader } from './values.ts'
import { beginsDeclarator, nextDeclarator } from './variables.ts'

const brackets = '\'"`/(){}[]'
const inGroup = stopsAt(brackets)
const inGroupWithJsx = stopsAt(`${brackets}<`)
const inStatement = stopsAt(`${brackets};,\n`)
const inStatementWithJsx = stopsAt(`${brackets};,\n<`)

/** Reads from `from` to where another frame begins, or this statement or bracket ends; answers where to read on. */
export function readExpression(reading: Reading, frame: Frame, from: number): number {
  const { text, bytes } = reading
  const stops = stopsIn(reading, frame)
  for (let at = nextStop(bytes, stops, from); at < text.length; at = nextStop(bytes, stops, at)) {
    const code = bytes[at]!
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) at = endOfString(reading, at)
    else if (code === SLASH) at = afterSlash(reading, at)
    else if (code === NEWLINE) {
      if (frame.kind !== 'object' && endsAtNewline(reading, at)) {
        endStatement(reading, frame, at)
        return at + 1
      }
      at++
    } else if (code === COMMA || code === SEMICOLON) {
      const next = separator(reading, frame, at, code)
      if (next !== undefined) return next
      at++
    } else if (code === LESS) {
      if (beginsElement(reading, at)) return open(reading, 'tag', at)
      at++
    } else if (code === CLOSE_BRACE || code === CLOSE_PAREN || code === CLOSE_BRACKET)
      return closeBracket(reading, at)
    else return openBracket(reading, at, code)
  }
  return text.length
}

function stopsIn({ hasJsx }: Reading, { kind }: Frame): Uint8Array {
  if (kind === 'group' || kind === 'hole') return hasJsx ? inGroupWithJsx : inGroup
  return hasJsx ? inStatementWithJsx : inStatement
}

/** A semicolon ends a statement, a comma a member; between variables it begins another. */
function separator(reading: Reading, frame: Frame, at: number, code: number): number | undefined {
  if (code === SEMICOLON || frame.kind === 'object') {
    endStatement(reading, frame, at + (code === SEMICOLON ? 1 : 0))
    return at + 1
  }
  return frame.isDeclaring && beginsDeclarator(reading, frame, at)
    ? nextDeclarator(reading, frame, at)
    : undefined
}

function openBracket(reading: Reading, at: number, code: number): number {
  if (code === BACKTICK) return openTemplate(reading, at)
  if (code === OPEN_BRACE) return openBrace(reading, at)
  return code === OPEN_PAREN ? openParenthesis(reading, at) : openGroup(reading, at, CLOSE_BRACKET)
}

function openTemplate(reading: Reading, at: number): number {
  open(reading, 'template', at)
  return at + 1
}

/** Reads template text; a hole in it is a frame of its own. */
export function readTemplate(reading: Reading, from: number): number {
  const end = endOfTemplateText(reading, from)
  if (codeAt(reading.text, end - 1) === OPEN_BRACE) open(reading, 'hole', end - 1)
  else reading.frames.pop()
  return end
}

/** A brace inside an expression: the body of a function or class, or an object. */
function openBrace(reading: Reading, at: number): number {
  const { text } = reading
  const place = before(reading, at)
  const code = codeAt(text, place)
  if (code === GREATER && codeAt(text, place - 1) === EQUALS) return open(reading, 'block', at)
  if (place === VALUE || code === CLOSE_PAREN || code === CLOSE_BRACKET || code === CLOSE_BRACE)
    return open(reading, 'block', at)
  if (holdsType(reading, place)) return afterBrackets(reading, at + 1)
  if (code === GREATER) return open(reading, 'class', at)
  if (isNamePart[code] === 1 && !beforeObject(reading, place)) return open(reading, 'class', at)
  const isExports = top(reading).isExports && codeAt(text, place) === EQUALS
  open(reading, 'object', at)
  top(reading).isExports = isExports
  return at + 1
}

/** `return {`, and the pattern of `for (const {`. */
function beforeObject(reading: Reading, place: number): boolean {
  return expectsValue(reading, place) || declaringWords.has(wordEndingAt(reading.text, place))
}

const declaringWords = new Set(['const', 'let', 'var', 'using'])

/** The brace behind `place` opens an object type: `as {`, `<{`, `| {`, and `(name: {` of a parameter. */
function holdsType(reading: Reading, place: number): boolean {
  const { text } = reading
  const code = codeAt(text, place)
  if (code === LESS) return true
  if (code === BAR || code === AMPERSAND) return codeAt(text, place - 1) !== code
  if (isNamePart[code] === 1) return typeWords.has(wordEndingAt(text, place))
  return code === COLON && top(reading).kind === 'group' && isParameter(reading, place)
}

const typeWords = new Set(['as', 'satisfies', 'is', 'keyof', 'readonly'])
const AMPERSAND = 38

/** A name alone stands between the colon and the parenthesis or comma before it. */
function isParameter(reading: Reading, colon: number): boolean {
  const { text } = reading
  let place = before(reading, colon)
  if (codeAt(text, place) === QUESTION) return true
  const nameEnd = place
  while (isNamePart[codeAt(text, place)] === 1) place--
  if (place === nameEnd) return false
  const code = codeAt(text, before(reading, place + 1))
  return code === OPEN_PAREN || code === COMMA
}

/** Parentheses of a call or group; those behind `function` are skipped together with what leads to the body. */
function openParenthesis(reading: Reading, at: number): number {
  const { text } = reading
  const place = before(reading, at)
  const code = codeAt(text, place)
  if (isNamePart[code] === 1 || code === STAR) {
    const word = wordEndingAt(text, place)
    if (word === 'import' || word === 'require') dynamicImport(reading, at)
    else if (word === 'function' || isFunctionName(reading, place)) return openFunction(reading, at)
  }
  if (code === GREATER && typedFunction.test(text.slice(Math.max(0, at - LONGEST_TYPES), at)))
    return openFunction(reading, at)
  return openGroup(reading, at, CLOSE_PAREN)
}

/** `function name<T, R extends string = string>` in front of the parameters. */
const typedFunction = /\bfunction\b\s*\*?\s*[\w$]*\s*<[^()]*>\s*$/
const LONGEST_TYPES = 600

/** Most groups hold a few plain words: those are passed over without a frame. */
function openGroup(reading: Reading, at: number, closing: number): number {
  const { bytes, hasJsx } = reading
  const end = nextStop(bytes, hasJsx ? inGroupWithJsx : inGroup, at + 1)
  const isPlain = bytes[end] === closing && top(reading).arrowAt !== at
  return isPlain ? end + 1 : open(reading, 'group', at)
}

/** `function name`, `function* name` or `function*` ends at `place`. */
function isFunctionName(reading: Reading, place: number): boolean {
  const { text } = reading
  let start = place
  while (isNamePart[codeAt(text, start)] === 1) start--
  let outer = before(reading, start + 1)
  if (codeAt(text, outer) === STAR) outer = before(reading, outer)
  return codeAt(text, outer) === 0x6e && wordEndingAt(text, outer) === 'function'
}

function openFunction(reading: Reading, at: number): number {
  const header = readHeader(reading, at)
  return header.body === -1 ? Math.max(header.end, at + 1) : open(reading, 'block', header.body)
}

/** `return class …`: a class as a value at the start of a statement. */
export function returnedClass(reading: Reading, from: number): number | undefined {
  const at = afterTrivia(reading, from)
  if (!reading.text.startsWith('class', at) || isNamePart[codeAt(reading.text, at + 5)] === 1)
    return undefined
  return openClass(reading, at + 5, -1)
}
