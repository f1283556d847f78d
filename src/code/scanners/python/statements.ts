// What a Python statement declares, told from its first words: definitions, assignments, type aliases, imports, decorators.

import type { DeclarationKind } from '../../../contract/declaration-kinds.ts'
import {
  AT,
  afterSpacing,
  BACKSLASH,
  COLON,
  classOf,
  EQUALS,
  endOfName,
  isNamePart,
  NEWLINE,
  OPEN_BRACKET,
  RETURN,
} from '../lexing.ts'
import { newRow, type Row } from '../rows.ts'
import { importsOfStatement } from './imports.ts'
import type { Reading } from './reading.ts'

/** The row of the class or function whose header begins at `start`. */
export function definition(reading: Reading, start: number): Row | undefined {
  const { text } = reading
  switch (text.charCodeAt(start)) {
    case AT:
      reading.decorators.push(decoratorName(text, start))
      return undefined
    case 0x61: {
      if (!isWord(text, start, 'async')) return undefined
      const word = afterContinued(text, start + 5)
      return isWord(text, word, 'def')
        ? definedRow(reading, start, word + 3, 'function')
        : undefined
    }
    case 0x63:
      return isWord(text, start, 'class')
        ? definedRow(reading, start, start + 5, 'class')
        : undefined
    case 0x64:
      return isWord(text, start, 'def')
        ? definedRow(reading, start, start + 3, 'function')
        : undefined
    default:
      return undefined
  }
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
  row.decorators = reading.decorators
  reading.decorators = []
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

/** Imports anywhere; assignments where they declare: in a module and in a class, not in a function. */
export function simpleStatement(reading: Reading, from: number): void {
  const { text } = reading
  const start = afterContinued(text, from)
  const code = text.charCodeAt(start)
  if (isNamePart[code] !== 1) return
  if (isWord(text, start, 'import') || isWord(text, start, 'from')) importStatement(reading, start)
  else if (isDeclaring(reading)) assignment(reading, start)
}

function isDeclaring({ blocks }: Reading): boolean {
  return blocks.length === 0 || blocks.at(-1)!.row.kind === 'class'
}

function importStatement(reading: Reading, start: number): void {
  const statement = reading.text.slice(start, endOfImport(reading.text, start))
  for (const each of importsOfStatement(statement, start)) reading.imports.push(each)
}

function endOfImport(text: string, start: number): number {
  let isInParentheses = false
  for (let at = start; at < text.length; at++) {
    const each = text[at]
    if (each === '(') isInParentheses = true
    else if (each === ')') isInParentheses = false
    else if (each === '#') {
      while (at < text.length && text[at + 1] !== '\n') at++
    } else if (each === '\\') at += text[at + 1] === '\r' ? 2 : 1
    else if (each === ';' || (each === '\n' && !isInParentheses)) return at
  }
  return text.length
}

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

const compound =
  /(?:if|elif|else|for|while|try|except|finally|with|class|def|async|match|case)(?![\w$\x80-\xff])/y

const beginsCompound = classOf('iefwtcdam')

/** The statement has a header that a colon ends. */
export function isCompound(text: string, start: number): boolean {
  if (beginsCompound[text.charCodeAt(start)] !== 1) return false
  compound.lastIndex = start
  return compound.test(text)
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
