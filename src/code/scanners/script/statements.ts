// The beginning of a statement, where declarations are: one function per leading word. Everything else is an expression.

import {
  AT,
  CLOSE_BRACE,
  COLON,
  EQUALS,
  endOfName,
  isNamePart,
  LESS,
  OPEN_BRACE,
  OPEN_PAREN,
  QUESTION,
  SEMICOLON,
  SLASH,
  STAR,
} from '../lexing.ts'
import { closeBracket, resynchronise } from './brackets.ts'
import { assignment } from './commonjs.ts'
import { decorator } from './decorators.ts'
import { returnedClass } from './expressions.ts'
import { addRow, lastRow, open, top } from './frames.ts'
import { afterPlain } from './line-ends.ts'
import { exportName, exportStatement, importStatement, isForeignExport } from './modules.ts'
import type { Frame, Reading } from './reading.ts'
import { afterBrackets } from './skip.ts'
import { isRefusal } from './stubs.ts'
import { afterSlash, afterTrivia } from './tokens.ts'
import { afterHeritage, beginValue, openClass, readHeader } from './values.ts'
import { beginVariables } from './variables.ts'

/** Reads the beginning of the next statement of a block; answers where to read on. */
export function beginStatement(reading: Reading, from: number): number {
  const { text } = reading
  const start = afterTrivia(reading, from)
  if (start >= text.length) return start
  if (reading.trustsColumns) resynchronise(reading, start)
  const code = text.charCodeAt(start)
  if (code === CLOSE_BRACE) return closeBracket(reading, start)
  if (code === SEMICOLON) return start + 1
  if (code === AT) return decorator(reading, start)
  return statementAt(reading, top(reading), start, code)
}

function statementAt(reading: Reading, frame: Frame, start: number, code: number): number {
  if (code === OPEN_BRACE) return open(reading, 'block', start)
  frame.deeds++
  if (isNamePart[code] === 1) return wordStatement(reading, frame, place(reading, start))
  frame.isInside = true
  return code === SLASH ? afterSlash(reading, start, true) : start
}

/** A statement that begins with words: where it starts, its leading word, and what follows it. */
interface Place {
  readonly start: number
  readonly wordStart: number
  readonly word: string
  readonly wordEnd: number
  /** Behind the spacing after the word. */
  readonly next: number
  readonly isExported: boolean
  readonly isDefault: boolean
}

function place(
  reading: Reading,
  wordStart: number,
  about: { start?: number; isExported?: boolean; isDefault?: boolean } = {},
): Place {
  const wordEnd = endOfName(reading.text, wordStart)
  return {
    start: about.start ?? wordStart,
    wordStart,
    word: reading.text.slice(wordStart, wordEnd),
    wordEnd,
    next: afterTrivia(reading, wordEnd),
    isExported: about.isExported ?? false,
    isDefault: about.isDefault ?? false,
  }
}

function wordStatement(reading: Reading, frame: Frame, at: Place): number {
  const { text } = reading
  const answer = statements.get(at.word)?.(reading, frame, at)
  if (answer !== undefined) return answer
  if (text.charCodeAt(at.next) === COLON && !at.isExported) return at.next + 1
  const assigned = at.isExported ? undefined : assignment(reading, frame, at.start)
  if (assigned !== undefined) return assigned
  if (at.isDefault) return defaultValue(reading, frame, at)
  frame.isInside = true
  return at.wordEnd
}

type Statement = (reading: Reading, frame: Frame, at: Place) => number | undefined

const statements: ReadonlyMap<string, Statement> = new Map(
  Object.entries<Statement>({
    export: exported,
    import: (reading, _, { start, next }) =>
      reading.text.charCodeAt(next) === OPEN_PAREN || reading.text[next] === '.'
        ? undefined
        : importStatement(reading, next, start),
    class: classStatement,
    interface: interfaceStatement,
    function: functionStatement,
    type: typeStatement,
    enum: enumStatement,
    namespace: moduleStatement,
    module: moduleStatement,
    global: moduleStatement,
    declare: prefix,
    abstract: prefix,
    async: (reading, frame, at) =>
      reading.text.startsWith('function', at.next) ? prefix(reading, frame, at) : undefined,
    const: constStatement,
    let: variables,
    var: variables,
    using: variables,
    if: control,
    for: control,
    while: control,
    switch: control,
    with: control,
    catch: control,
    else: afterWord,
    do: afterWord,
    try: afterWord,
    finally: afterWord,
    case: caseLabel,
    default: caseLabel,
    throw: (reading, frame, { start }) => {
      if (isRefusal(reading.text, start)) frame.refusals++
      return undefined
    },
    return: (reading, frame, { wordEnd }) => {
      const opened = returnedClass(reading, wordEnd)
      if (opened !== undefined) frame.isInside = true
      return opened
    },
  }),
)

function exported(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  let next = at.next
  const code = text.charCodeAt(next)
  if (code === OPEN_BRACE || code === STAR || code === EQUALS)
    return exportStatement(reading, next, at.start)
  while (text.charCodeAt(next) === AT) next = afterTrivia(reading, decorator(reading, next))
  const about = { start: at.start, isExported: true }
  const inner = place(reading, next, about)
  if (inner.word === 'default')
    return declared(reading, frame, place(reading, inner.next, { ...about, isDefault: true }))
  if (inner.word === 'type' && (text[inner.next] === '{' || text[inner.next] === '*'))
    return exportStatement(reading, inner.next, at.start)
  if (isForeignExport(reading, next)) return afterPlain(reading, next)
  return inner.word === 'import' ? exportedAlias(reading, inner) : declared(reading, frame, inner)
}

/** `export import a = b.c` */
function exportedAlias(reading: Reading, { next, start }: Place): number {
  const name = reading.text.slice(next, endOfName(reading.text, next))
  exportName(reading, name, name, start)
  return afterPlain(reading, next)
}

function declared(reading: Reading, frame: Frame, at: Place): number {
  if (at.word !== '') return wordStatement(reading, frame, at)
  if (at.isDefault) return defaultValue(reading, frame, at)
  frame.isInside = true
  return at.wordStart
}

/** `export default` before a value: a row only if it holds functions. */
function defaultValue(reading: Reading, frame: Frame, at: Place): number {
  const { text } = reading
  const isName = /^\s*(;|\n|$)/.test(text.slice(at.wordEnd, at.wordEnd + 40))
  exportName(reading, 'default', isName ? at.word : '', at.start)
  const row = addRow(reading, frame, 'constant', 'default', at.start)
  row.isTentative = true
  row.isExported = true
  frame.open = lastRow(reading)
  frame.isInside = true
  return beginValue(reading, frame, at.wordStart)
}

function prefix(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  if (isNamePart[text.charCodeAt(at.next)] !== 1) return undefined
  if (text.slice(at.wordEnd, at.next).includes('\n')) return undefined
  const row = lastRow(reading)
  const end = wordStatement(reading, frame, place(reading, at.next, at))
  const added = reading.rows[row + 1]
  if (added !== undefined && at.word !== 'async') added.isLicensed = true
  return end
}

/** The row of a named declaration in this statement, exported as the statement says. */
function named(
  reading: Reading,
  frame: Frame,
  at: Place,
  kind: Parameters<typeof addRow>[2],
  name: string,
): number {
  const row = addRow(reading, frame, kind, name || 'default', at.start)
  const index = lastRow(reading)
  row.isExported = at.isExported
  if (frame.isModuleLevel && name !== '') reading.named.set(name, index)
  if (at.isExported) exportName(reading, at.isDefault ? 'default' : row.name, name, at.start)
  return index
}

function classStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  const code = text.charCodeAt(at.next)
  if (isNamePart[code] !== 1 && code !== OPEN_BRACE) return undefined
  const nameEnd = endOfName(text, at.next)
  const word = text.slice(at.next, nameEnd)
  const isNamed = word !== '' && word !== 'extends' && word !== 'implements'
  const row = named(reading, frame, at, 'class', isNamed ? word : '')
  return openClass(reading, isNamed ? nameEnd : at.next, row)
}

function interfaceStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  if (isNamePart[text.charCodeAt(at.next)] !== 1) return undefined
  const nameEnd = endOfName(text, at.next)
  const row = named(reading, frame, at, 'interface', text.slice(at.next, nameEnd))
  const body = afterHeritage(reading, nameEnd)
  return body >= text.length ? body : open(reading, 'interface', body, row)
}

function functionStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  const nameStart = text.charCodeAt(at.next) === STAR ? afterTrivia(reading, at.next + 1) : at.next
  const nameEnd = endOfName(text, nameStart)
  const code = text.charCodeAt(afterTrivia(reading, nameEnd))
  if (code !== OPEN_PAREN && code !== LESS) return undefined
  const index = named(reading, frame, at, 'function', text.slice(nameStart, nameEnd))
  const header = readHeader(reading, nameEnd)
  if (header.body !== -1) return open(reading, 'block', header.body, index)
  const next = afterTrivia(reading, header.end)
  const end = text.charCodeAt(next) === SEMICOLON ? next + 1 : header.end
  reading.rows[index]!.end = end
  return Math.max(end, nameEnd + 1)
}

function typeStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  if (isNamePart[text.charCodeAt(at.next)] !== 1) return undefined
  const nameEnd = endOfName(text, at.next)
  const code = text.charCodeAt(afterTrivia(reading, nameEnd))
  if (code !== EQUALS && code !== LESS) return undefined
  const row = reading.rows[named(reading, frame, at, 'type', text.slice(at.next, nameEnd))]!
  row.end = afterPlain(reading, nameEnd, { isType: true })
  row.bodyStart = nameEnd
  row.bodyEnd = row.end
  return row.end
}

function enumStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  const nameEnd = endOfName(text, at.next)
  const body = afterTrivia(reading, nameEnd)
  if (nameEnd === at.next || text.charCodeAt(body) !== OPEN_BRACE) return undefined
  const row = reading.rows[named(reading, frame, at, 'enum', text.slice(at.next, nameEnd))]!
  row.end = afterBrackets(reading, body + 1)
  row.bodyStart = body + 1
  row.bodyEnd = row.end - 1
  return row.end
}

const moduleName = /(?:[\w$.\x80-\xff]+|(['"])(.*?)\1)?\s*\{/y

function moduleStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  moduleName.lastIndex = at.next
  const header = moduleName.exec(text)
  if (!header || (at.word !== 'global' && header[0].startsWith('{')))
    return at.word === 'module' && /^['"]/.test(text[at.next] ?? '')
      ? afterPlain(reading, at.next)
      : undefined
  const name = header[2] ?? header[0].slice(0, -1).trim()
  if (at.word === 'global') return openGlobal(reading, frame, moduleName.lastIndex - 1)
  const row = named(reading, frame, at, 'module', name)
  return open(reading, 'block', moduleName.lastIndex - 1, row)
}

/** `declare global {`: what it holds belongs to no module, so it has no row. */
function openGlobal(reading: Reading, frame: Frame, body: number): number {
  open(reading, 'block', body)
  reading.frames.splice(-1, 1, { ...top(reading), isModuleLevel: frame.isModuleLevel })
  return body + 1
}

function constStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const inner = place(reading, at.next, at)
  if (inner.word !== 'enum') return variables(reading, frame, at)
  return enumStatement(reading, frame, inner)
}

function variables(reading: Reading, frame: Frame, at: Place): number | undefined {
  const code = reading.text.charCodeAt(at.next)
  if (isNamePart[code] !== 1 && code !== OPEN_BRACE && code !== 91) return undefined
  if (at.word === 'using' && isNamePart[code] !== 1) return undefined
  return beginVariables(reading, frame, at.next, at.start, at.isExported)
}

/** `if (…)` and its like: a statement follows the parentheses. */
function control(reading: Reading, _: Frame, at: Place): number | undefined {
  const { text } = reading
  const isAwaited = text.startsWith('await', at.next)
  const next = isAwaited ? afterTrivia(reading, at.next + 5) : at.next
  if (text.charCodeAt(next) !== OPEN_PAREN) return at.word === 'catch' ? at.next : undefined
  open(reading, 'group', next)
  top(reading).isControl = true
  return next + 1
}

function afterWord(_: Reading, __: Frame, at: Place): number {
  return at.wordEnd
}

/** `case value:` — the statement behind the colon begins anew. */
function caseLabel(reading: Reading, _: Frame, at: Place): number | undefined {
  const { text } = reading
  if (text.charCodeAt(at.next) === OPEN_PAREN && at.word === 'default') return undefined
  for (let next = at.wordEnd; next < text.length; ) {
    const code = text.charCodeAt(next)
    if (code === COLON) return next + 1
    if (code === SEMICOLON || code === CLOSE_BRACE || code === EQUALS) return undefined
    if (code === QUESTION) return undefined
    next = labelPart(reading, next, code)
  }
  return undefined
}

function labelPart(reading: Reading, at: number, code: number): number {
  if (code === OPEN_PAREN || code === 91 || code === OPEN_BRACE)
    return afterBrackets(reading, at + 1)
  if (code === 34 || code === 39) return afterQuoted(reading.text, at)
  if (code === SLASH) return afterSlash(reading, at)
  return at + 1
}

function afterQuoted(text: string, at: number): number {
  const quote = text[at]!
  const end = text.indexOf(quote, at + 1)
  return end === -1 ? at + 1 : end + 1
}
