// What a Python statement declares, told from its first words: definitions, assignments, type aliases, imports, decorators.

import type { DeclarationKind } from '../../../contract/declaration-kinds.ts'
import {
  afterSpacing,
  BACKSLASH,
  CLOSE_PAREN,
  COLON,
  EQUALS,
  endOfName,
  find,
  HASH,
  isNamePart,
  NEWLINE,
  nextStop,
  OPEN_BRACKET,
  OPEN_PAREN,
  RETURN,
  SEMICOLON,
  stopsAt,
} from '../lexing.ts'
import { newRow, type Row } from '../rows.ts'
import { importsOfStatement } from './imports.ts'
import type { Reading } from './reading.ts'
import { IMPORT, type Lead, leadOf } from './words.ts'

/** The row of the class or function whose header begins at `start`, with `class`, `def` or `async`. */
export function definition(reading: Reading, start: number): Row | undefined {
  const { text } = reading
  if (text.startsWith('class', start)) return definedRow(reading, start, start + 5, 'class')
  if (text.startsWith('def', start)) return definedRow(reading, start, start + 3, 'function')
  const word = afterContinued(text, start + 5)
  return isWord(text, word, 'def') ? definedRow(reading, start, word + 3, 'function') : undefined
}

/** Keeps the name for the definition that follows. */
export function decorator(reading: Reading, start: number): void {
  reading.decorators.push(decoratorName(reading.text, start))
}

function definedRow(
  reading: Reading,
  start: number,
  afterKeyword: number,
  kind: 'class' | 'function',
): Row | undefined {
  const nameStart = afterContinued(reading.text, afterKeyword)
  const nameEnd = endOfName(reading.text, nameStart)
  if (nameEnd === nameStart) {
    reading.troubles.push({ offset: nameStart, message: `expected a name after ${kind}` })
    return undefined
  }
  const isMethod = kind === 'function' && reading.blocks.at(-1)?.row.kind === 'class'
  const row = addRow(reading, isMethod ? 'method' : kind, nameStart, nameEnd, start)
  if (reading.decorators.length > 0) {
    row.decorators = reading.decorators
    reading.decorators = []
  }
  return row
}

function addRow(
  reading: Reading,
  kind: DeclarationKind,
  nameStart: number,
  nameEnd: number,
  start: number,
): Row {
  const outer = reading.blocks.at(-1)
  const row = newRow(kind, reading.text.slice(nameStart, nameEnd), outer?.index ?? -1, start)
  row.isTest = reading.isTestFile || outer?.row.isTest === true
  reading.rows.push(row)
  return row
}

/** The statement behind a colon, a semicolon or lines that a backslash joins. */
export function simpleStatement(reading: Reading, from: number): void {
  const { text, bytes } = reading
  const start = afterContinued(text, from)
  ledStatement(reading, start, leadOf(text, bytes, start))
}

/** Imports anywhere; assignments where they declare: in a module and in a class, not in a function. */
export function ledStatement(reading: Reading, start: number, lead: Lead): void {
  if (lead === IMPORT) importStatement(reading, start)
  else if (isDeclaring(reading) && isNamePart[reading.bytes[start]!] === 1)
    assignment(reading, start)
}

function isDeclaring({ blocks }: Reading): boolean {
  return blocks.length === 0 || blocks.at(-1)!.row.kind === 'class'
}

function importStatement(reading: Reading, start: number): void {
  const { text, bytes } = reading
  const statement = text.slice(start, endOfImport(text, bytes, start))
  for (const each of importsOfStatement(statement, start)) reading.imports.push(each)
}

function endOfImport(text: string, bytes: Uint8Array, start: number): number {
  let isInParentheses = false
  let at = nextStop(bytes, importStops, start)
  for (; at < text.length; at = nextStop(bytes, importStops, at)) {
    const code = bytes[at]!
    if (code === SEMICOLON || (code === NEWLINE && !isInParentheses)) return at
    if (code === OPEN_PAREN) isInParentheses = true
    else if (code === CLOSE_PAREN) isInParentheses = false
    if (code === HASH) at = find(text, '\n', at)
    else at += code === BACKSLASH ? (bytes[at + 1] === RETURN ? 3 : 2) : 1
  }
  return text.length
}

const importStops = stopsAt('()#\\;\n')

const notAnnotated = new Set(['else', 'try', 'except', 'finally', 'lambda'])

function assignment(reading: Reading, start: number): void {
  const { text } = reading
  const nameEnd = endOfName(text, start)
  const after = afterContinued(text, nameEnd)
  const code = text.charCodeAt(after)
  if (code === EQUALS && text.charCodeAt(after + 1) !== EQUALS)
    assigned(reading, start, nameEnd, after + 1)
  else if (code === COLON && text.charCodeAt(after + 1) !== EQUALS) {
    const name = text.slice(start, nameEnd)
    if (!notAnnotated.has(name) && !/^\d/.test(name)) assigned(reading, start, nameEnd, after + 1)
  } else if (nameEnd - start === 4 && text.startsWith('type', start))
    typeAlias(reading, start, after)
  else if (text.startsWith('__all__', start)) publicNames(reading, start)
}

/** Behind any annotation and any further target. */
const lambda = /[ \t]*(?:[^=\n#'"(]*=(?!=)[ \t]*)*lambda\b/y

function assigned(reading: Reading, start: number, nameEnd: number, valueStart: number): void {
  const { text, blocks } = reading
  const isInClass = blocks.length > 0
  lambda.lastIndex = valueStart
  const isFunction = lambda.test(text)
  const kinds = isFunction ? (['method', 'function'] as const) : (['field', 'constant'] as const)
  const row = addRow(reading, kinds[isInClass ? 0 : 1], start, nameEnd, start)
  row.bodyStart = valueStart
  reading.simple = row
  if (text.startsWith('__all__', start)) publicNames(reading, start)
}

/** `type Name = …` and `type Name[T] = …`; elsewhere `type` is a name like any other. */
function typeAlias(reading: Reading, start: number, nameStart: number): void {
  const { text } = reading
  const nameEnd = endOfName(text, nameStart)
  const after = text.charCodeAt(afterContinued(text, nameEnd))
  if (nameEnd === nameStart || (after !== EQUALS && after !== OPEN_BRACKET)) return
  reading.simple = addRow(reading, 'type', nameStart, nameEnd, start)
  reading.simple.bodyStart = nameEnd
}

export function endSimple(reading: Reading, end: number): void {
  if (reading.simple === undefined) return
  reading.simple.end = end
  reading.simple.bodyEnd = end
  reading.simple = undefined
}

/** `__all__ = […]`, `__all__ += […]` and `__all__.extend(…)`: every string in the statement. */
function publicNames(reading: Reading, start: number): void {
  if (reading.blocks.length > 0) return
  const statement = /^[^\n]*?(?:\[[^\]]*\]|\([^)]*\)|\n|$)/.exec(
    reading.text.slice(start, start + MOST_OF_ALL),
  )
  const strings = (statement?.[0] ?? '').replace(/#[^\n]*/g, '').matchAll(/(['"])([^'"\\\n]*)\1/g)
  reading.publicNames ??= { names: [], offset: start }
  reading.publicNames.names.push(...[...strings].map(each => each[2]!))
}

/** Bytes of one statement about `__all__` that are read. */
const MOST_OF_ALL = 100_000

function decoratorName(text: string, at: number): string {
  return /^@\s*([\w.\x80-\xff]*)/.exec(text.slice(at, at + 200))?.[1] ?? ''
}

function isWord(text: string, at: number, word: string): boolean {
  return text.startsWith(word, at) && isNamePart[text.charCodeAt(at + word.length)] !== 1
}

/** Behind spaces, tabs and lines that a backslash joins. */
function afterContinued(text: string, from: number): number {
  let at = afterSpacing(text, from)
  while (text.charCodeAt(at) === BACKSLASH) {
    const next = at + (text.charCodeAt(at + 1) === RETURN ? 2 : 1)
    if (text.charCodeAt(next) !== NEWLINE) break
    at = afterSpacing(text, next + 1)
  }
  return at
}
