// What a Python statement declares, told from its first words: definitions, assignments, type aliases, imports, decorators.

import type { DeclarationKind } from '../../../contract/declaration-kinds.ts'
import {
  BACKSLASH,
  CLOSE_PAREN,
  COLON,
  EQUALS,
  find,
  HASH,
  isNamePart,
  isOtherThanIndent,
  isOtherThanSpacingOfLine,
  isWordPart,
  NEWLINE,
  nextStop,
  OPEN_BRACKET,
  OPEN_PAREN,
  RETURN,
  SEMICOLON,
  stopsAt,
} from '../lexing.ts'
import { newRow, type Row } from '../rows.ts'
import { importsOfStatement, readPlainImport } from './imports.ts'
import type { Reading } from './reading.ts'
import { IMPORT, type Lead, leadOf } from './words.ts'

/** The row of the class or function whose header begins at `start`, with `class`, `def` or `async`. */
export function definition(reading: Reading, start: number): Row | undefined {
  const { text, bytes } = reading
  if (text.startsWith('class', start)) return definedRow(reading, start, start + 5, 'class')
  if (text.startsWith('def', start)) return definedRow(reading, start, start + 3, 'function')
  const word = afterContinued(bytes, start + 5)
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
  const nameStart = afterContinued(reading.bytes, afterKeyword)
  const nameEnd = nextStop(reading.bytes, endsName, nameStart)
  if (nameEnd === nameStart) {
    reading.troubles.push({ offset: nameStart, message: `expected a name after ${kind}` })
    return undefined
  }
  const isMethod = kind === 'function' && reading.block?.isClass === true
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
  const outer = reading.block
  const row = newRow(kind, reading.text.slice(nameStart, nameEnd), outer?.index ?? -1, start)
  row.isTest = reading.isTestFile || outer?.row.isTest === true
  reading.rows.push(row)
  return row
}

/** The statement behind a colon, a semicolon or lines that a backslash joins. */
export function simpleStatement(reading: Reading, from: number): void {
  const { text, bytes } = reading
  const start = afterContinued(bytes, from)
  ledStatement(reading, start, leadOf(text, bytes, start))
}

/** Imports anywhere; assignments where they declare: in a module and in a class, not in a function. */
export function ledStatement(reading: Reading, start: number, lead: Lead): void {
  if (lead === IMPORT) importStatement(reading, start)
  else if (isDeclaring(reading) && isNamePart[reading.bytes[start]!] === 1)
    assignment(reading, start)
}

function isDeclaring({ block }: Reading): boolean {
  return block === undefined || block.isClass
}

function importStatement(reading: Reading, start: number): void {
  if (readPlainImport(reading, start)) return
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

const endsName = isNamePart.map(is => 1 - is)

const notAnnotated = new Set(['else', 'try', 'except', 'finally', 'lambda'])

function assignment(reading: Reading, start: number): void {
  const { text, bytes } = reading
  const nameEnd = nextStop(bytes, endsName, start)
  const after = afterContinued(bytes, nameEnd)
  const isCompared = bytes[after + 1] === EQUALS
  if (bytes[after] === EQUALS && !isCompared) assigned(reading, start, nameEnd, after + 1)
  else if (bytes[after] === COLON && !isCompared) {
    const name = text.slice(start, nameEnd)
    if (!notAnnotated.has(name) && !/^\d/.test(name)) assigned(reading, start, nameEnd, after + 1)
  } else if (nameEnd - start === 4 && text.startsWith('type', start))
    typeAlias(reading, start, after)
  else if (text.startsWith('__all__', start)) publicNames(reading, start)
}

function assigned(reading: Reading, start: number, nameEnd: number, valueStart: number): void {
  const { text, bytes } = reading
  const isMade =
    reading.block === undefined && makesType(text, valueStart, text.slice(start, nameEnd))
  const kind = isMade
    ? 'class'
    : assignedKind(reading.block !== undefined, isLambda(text, bytes, valueStart))
  const row = addRow(reading, kind, start, nameEnd, start)
  row.bodyStart = valueStart
  reading.simple = row
  if (text.startsWith('__all__', start)) publicNames(reading, start)
}

const maker =
  /\s*(?:\w+\.)*(?:NamedTuple|namedtuple|Enum|IntEnum|StrEnum|Flag|IntFlag|TypedDict|make_dataclass)\(\s*(["'])(\w+)\1/y

/** `Point = NamedTuple("Point", …)`: the type has the name that it is given. */
function makesType(text: string, valueStart: number, name: string): boolean {
  maker.lastIndex = valueStart
  return maker.exec(text)?.[2] === name.trimEnd()
}

function assignedKind(isInClass: boolean, isFunction: boolean): DeclarationKind {
  if (isInClass) return isFunction ? 'method' : 'field'
  return isFunction ? 'function' : 'constant'
}

/** Behind any annotation and any further target stands a lambda. */
function isLambda(text: string, bytes: Uint8Array, valueStart: number): boolean {
  for (let at = valueStart; ; at++) {
    at = nextStop(bytes, isOtherThanIndent, at)
    if (text.startsWith('lambda', at) && isWordPart[bytes[at + 6]!] === 0) return true
    at = nextStop(bytes, endsTarget, at)
    if (bytes[at] !== EQUALS || bytes[at + 1] === EQUALS) return false
  }
}

const endsTarget = stopsAt('=\n#\'"(')

/** `type Name = …` and `type Name[T] = …`; elsewhere `type` is a name like any other. */
function typeAlias(reading: Reading, start: number, nameStart: number): void {
  const { bytes } = reading
  const nameEnd = nextStop(bytes, endsName, nameStart)
  const after = bytes[afterContinued(bytes, nameEnd)]
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
function afterContinued(bytes: Uint8Array, from: number): number {
  let at = nextStop(bytes, isOtherThanSpacingOfLine, from)
  while (bytes[at] === BACKSLASH) {
    const next = at + (bytes[at + 1] === RETURN ? 2 : 1)
    if (bytes[next] !== NEWLINE) break
    at = nextStop(bytes, isOtherThanSpacingOfLine, next + 1)
  }
  return at
}
