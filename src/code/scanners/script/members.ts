// Members of classes, interfaces and objects: methods, accessors, fields and properties.

import {
  AT,
  CLOSE_BRACE,
  COLON,
  COMMA,
  codeAt,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  endOfName,
  isNamePart,
  LESS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUESTION,
  SEMICOLON,
  SINGLE_QUOTE,
  STAR,
} from '../lexing.ts'
import { closeBracket } from './brackets.ts'
import { decorator } from './decorators.ts'
import { addRow, lastRow, open } from './frames.ts'
import { afterPlain } from './line-ends.ts'
import { exportName } from './modules.ts'
import type { Draft, Frame, Reading } from './reading.ts'
import { afterBrackets, afterType } from './skip.ts'
import { isFinishedConstructor } from './stubs.ts'
import { afterTrivia, endOfString } from './tokens.ts'
import { beginValue, readHeader } from './values.ts'

/** The name of a member, and where it ends; computed names keep their brackets. */
interface MemberName {
  readonly name: string
  readonly end: number
}

function memberName(reading: Reading, at: number): MemberName | undefined {
  const { text } = reading
  const code = codeAt(text, at)
  if (isNamePart[code] === 1 || code === 35) {
    const end = endOfName(text, at + (code === 35 ? 1 : 0))
    return { name: text.slice(at, end), end }
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const end = endOfString(reading, at)
    return { name: text.slice(at + 1, end - 1), end }
  }
  if (code !== OPEN_BRACKET) return undefined
  const end = afterBrackets(reading, at + 1)
  return { name: text.slice(at, end), end }
}

const modifiers = new Set([
  'public',
  'private',
  'protected',
  'static',
  'readonly',
  'abstract',
  'override',
  'async',
  'declare',
  'accessor',
  'get',
  'set',
])

/** Characters behind a word that make it the member's name instead of a modifier. */
const endsMemberName = new Set([...'(=:;?!<},'].map(each => codeAt(each, 0)))

interface Modified {
  readonly words: readonly string[]
  readonly at: number
}

function readModifiers(reading: Reading, from: number): Modified {
  const { text } = reading
  const words: string[] = []
  for (let at = from; ; ) {
    const end = endOfName(text, at)
    const word = text.slice(at, end)
    const next = afterTrivia(reading, end)
    const isModifier = modifiers.has(word) && !endsMemberName.has(codeAt(text, next))
    if (!isModifier)
      return { words, at: codeAt(text, at) === STAR ? afterTrivia(reading, at + 1) : at }
    words.push(word)
    at = next
  }
}

/** Reads the next member of a class; its body is read by the steps that follow. */
export function classMember(reading: Reading, frame: Frame, from: number): number {
  const { text } = reading
  const start = afterTrivia(reading, from)
  const code = codeAt(text, start)
  if (start >= text.length) return start
  if (code === CLOSE_BRACE) return closeBracket(reading, start)
  if (code === SEMICOLON) return start + 1
  if (code === AT) return decorator(reading, start)
  const { words, at } = readModifiers(reading, start)
  if (words.at(-1) === 'static' && codeAt(text, at) === OPEN_BRACE)
    return open(reading, 'block', at)
  const found = memberName(reading, at)
  if (found === undefined) return at + 1
  frame.deeds++
  if (found.name === 'static' && codeAt(text, afterTrivia(reading, found.end)) === OPEN_BRACE)
    return open(reading, 'block', afterTrivia(reading, found.end))
  if (isIndexSignature(found.name)) return afterPlain(reading, found.end, { isType: true })
  return member(reading, frame, start, found, words)
}

const isIndexSignature = (name: string) => /^\[\s*[\w$]+\s*:/.test(name)

function member(
  reading: Reading,
  frame: Frame,
  start: number,
  { name, end }: MemberName,
  words: readonly string[],
): number {
  const { text } = reading
  let at = afterTrivia(reading, end)
  const mark = codeAt(text, at)
  if (mark === QUESTION || mark === 33) at = afterTrivia(reading, at + 1)
  const isMethod = codeAt(text, at) === OPEN_PAREN || codeAt(text, at) === LESS
  const row = addRow(reading, frame, isMethod ? 'method' : 'field', name, start)
  row.isExported =
    !name.startsWith('#') && !words.includes('private') && !words.includes('protected')
  row.isLicensed = words.includes('override') || words.includes('abstract')
  row.end = end
  return isMethod ? method(reading, row, at, words) : field(reading, frame, row, at)
}

function method(reading: Reading, row: Draft, at: number, words: readonly string[]): number {
  const { text } = reading
  const header = readHeader(reading, at)
  row.end = header.end
  if (row.name === 'constructor') {
    const isHidden = words.includes('private') || words.includes('protected')
    row.isLicensed = isHidden || isFinishedConstructor(text.slice(...header.parameters))
  }
  if (header.body !== -1) return open(reading, 'block', header.body, lastRow(reading))
  const next = afterTrivia(reading, header.end)
  row.end = codeAt(text, next) === SEMICOLON ? next + 1 : header.end
  return Math.max(row.end, at + 1)
}

function field(reading: Reading, frame: Frame, row: Draft, at: number): number {
  const { text } = reading
  let next = at
  if (codeAt(text, next) === COLON) {
    const end = afterType(reading, next + 1)
    row.end = end
    next = afterTrivia(reading, end)
  }
  if (codeAt(text, next) === SEMICOLON) {
    row.end = next + 1
    return next + 1
  }
  if (codeAt(text, next) !== EQUALS) return Math.max(row.end, at)
  frame.open = lastRow(reading)
  frame.isInside = true
  return beginValue(reading, frame, next + 1)
}

/** Reads the next member of an interface to its end. */
export function interfaceMember(reading: Reading, frame: Frame, from: number): number {
  const { text } = reading
  const start = afterTrivia(reading, from)
  const code = codeAt(text, start)
  if (start >= text.length) return start
  if (code === CLOSE_BRACE) return closeBracket(reading, start)
  if (code === SEMICOLON || code === COMMA) return start + 1
  const { words, at } = readModifiers(reading, start)
  const found = memberName(reading, at)
  const isNamed = found && !(found.name === 'new' && isCall(reading, found.end))
  const end = Math.max(
    afterPlain(reading, found?.end ?? at, { endsAtComma: true, isType: true }),
    at + 1,
  )
  if (
    !isNamed ||
    isIndexSignature(found.name) ||
    / in /.test(found.name) ||
    words.includes('static')
  )
    return end
  const next = afterTrivia(reading, found.end)
  const isMethod = isCall(reading, codeAt(text, next) === QUESTION ? next + 1 : next)
  const row = addRow(reading, frame, isMethod ? 'method' : 'field', found.name, start)
  row.isExported = true
  row.end = end
  return end
}

function isCall(reading: Reading, from: number): boolean {
  const code = codeAt(reading.text, afterTrivia(reading, from))
  return code === OPEN_PAREN || code === LESS
}

/** Reads the beginning of the next member of an object; what it holds is read by the steps that follow. */
export function objectMember(reading: Reading, frame: Frame, from: number): number {
  const { text } = reading
  const start = afterTrivia(reading, from)
  const code = codeAt(text, start)
  if (start >= text.length) return start
  if (code === CLOSE_BRACE) return closeBracket(reading, start)
  if (code === COMMA || code === SEMICOLON) return start + 1
  frame.isInside = true
  if (code === DOT) return start
  const { at } = readModifiers(reading, start)
  const found = memberName(reading, at)
  if (found === undefined) return at
  const next = afterTrivia(reading, found.end)
  const code2 = codeAt(text, next)
  if (frame.isExports)
    exportName(reading, found.name, exportedLocal(reading, found.name, next), start)
  if (code2 === OPEN_PAREN || code2 === LESS)
    return objectMethod(reading, frame, start, found.name, next)
  return code2 === COLON ? property(reading, frame, start, found.name, next) : found.end
}

/** `{ name: local }`, where the value is a name alone. */
function exportedLocal({ text }: Reading, name: string, at: number): string {
  const value = /:\s*([\w$\x80-\xff]+)\s*(?=[,}])/y
  value.lastIndex = at
  return value.exec(text)?.[1] ?? name
}

function objectMethod(
  reading: Reading,
  frame: Frame,
  start: number,
  name: string,
  at: number,
): number {
  const header = readHeader(reading, at)
  if (header.body === -1) return Math.max(header.end, at + 1)
  const row = addRow(reading, frame, 'method', name, start)
  row.isExported = true
  frame.isInside = false
  return open(reading, 'block', header.body, lastRow(reading))
}

function property(
  reading: Reading,
  frame: Frame,
  start: number,
  name: string,
  colon: number,
): number {
  const row = addRow(reading, frame, 'field', name, start)
  row.isTentative = true
  row.isExported = true
  frame.open = lastRow(reading)
  return beginValue(reading, frame, colon + 1)
}
