// The beginning of a statement, where declarations are: one function per leading word. Everything else is an expression.

import { REFUSAL, WORK } from '../../bodies/substance.ts'
import {
  AT,
  CLOSE_BRACE,
  COLON,
  codeAt,
  EQUALS,
  endOfName,
  isNamePart,
  OPEN_BRACE,
  OPEN_PAREN,
  QUESTION,
  SEMICOLON,
  SLASH,
  STAR,
} from '../lexing.ts'
import { assignment } from './assigned.ts'
import { closeBracket, resynchronise } from './brackets.ts'
import {
  classStatement,
  enumStatement,
  functionStatement,
  interfaceStatement,
  moduleStatement,
  typeStatement,
} from './declarations.ts'
import { decorator } from './decorators.ts'
import { returnedClass } from './expressions.ts'
import { addRow, lastRow, open, top } from './frames.ts'
import { hollowBlock } from './hollow-blocks.ts'
import { afterPlain } from './line-ends.ts'
import { exportName, exportStatement, importStatement, isForeignExport } from './modules.ts'
import { type Place, place } from './place.ts'
import type { Frame, Reading } from './reading.ts'
import { afterBrackets } from './skip.ts'
import { refusesBehindGuards, substanceFrom, throwsRefusal } from './stubs.ts'
import { afterSlash, afterTrivia } from './tokens.ts'
import { beginValue } from './values.ts'
import { beginVariables } from './variables.ts'

/** Reads the beginning of the next statement of a block; answers where to read on. */
export function beginStatement(reading: Reading, from: number): number {
  const { text } = reading
  const start = afterTrivia(reading, from)
  if (start >= text.length) return start
  if (reading.trustsColumns) resynchronise(reading, start)
  const code = codeAt(text, start)
  if (code === CLOSE_BRACE) return closeBracket(reading, start)
  if (code === SEMICOLON) return start + 1
  if (code === AT) return decorator(reading, start)
  return statementAt(reading, top(reading), start, code)
}

function statementAt(reading: Reading, frame: Frame, start: number, code: number): number {
  const behind = weigh(reading, frame, start, code)
  if (behind !== undefined) return behind
  if (code === OPEN_BRACE) return open(reading, 'block', start)
  if (isNamePart[code] === 1) return wordStatement(reading, frame, place(reading, start))
  frame.isInside = true
  return code === SLASH ? afterSlash(reading, start, true) : start
}

/** Counts the statement towards the body it stands in; answers where a block around nothing ends, which is read by that. */
function weigh(reading: Reading, frame: Frame, start: number, code: number): number | undefined {
  const { text } = reading
  if (frame.substance & WORK) {
    if (code === LETTER_T && refusesBehindGuards(reading, frame, start)) frame.substance = REFUSAL
    return undefined
  }
  const hollow = mayBeHollow(frame, code)
    ? hollowBlock(reading, start, each => substanceFrom(each, 0))
    : undefined
  if (code === LETTER_T && throwsRefusal(text, frame.start, start)) frame.substance |= REFUSAL
  else frame.substance |= hollow?.substance ?? substanceFrom(text, start)
  return hollow?.end
}

/** `throw` and `try` begin with it. */
const LETTER_T = 0x74

/** In the body of a function, and with the first letter of `if`, `for`, `switch` or `try`. */
const mayBeHollow = ({ row }: Frame, code: number) =>
  row !== -1 && (code === 0x69 || code === 0x66 || code === 0x73 || code === LETTER_T)

function wordStatement(reading: Reading, frame: Frame, at: Place): number {
  const { text } = reading
  const code = text.charCodeAt(at.wordStart)
  if (leads(code, at.wordEnd - at.wordStart)) {
    const answer = statements.get(at.word)?.(reading, frame, at)
    if (answer !== undefined) return answer
  }
  if (codeAt(text, at.next) === COLON && !at.isExported) return at.next + 1
  const assigned = at.isExported ? undefined : assignment(reading, frame, at)
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
      codeAt(reading.text, next) === OPEN_PAREN || reading.text[next] === '.'
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
    return: (reading, frame, { wordEnd }) => {
      const opened = returnedClass(reading, wordEnd)
      if (opened !== undefined) frame.isInside = true
      return opened
    },
  }),
)

const LONGEST_WORD = 16

/** By first letter and length: 1 where such a word leads a statement. Most words are told by it without a look at the rest. */
const leading = new Uint8Array(256 * LONGEST_WORD)
for (const word of statements.keys()) leading[word.charCodeAt(0) * LONGEST_WORD + word.length] = 1

function leads(code: number, length: number): boolean {
  return length < LONGEST_WORD && leading[code * LONGEST_WORD + length] === 1
}

function exported(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  let next = at.next
  const code = codeAt(text, next)
  if (code === OPEN_BRACE || code === STAR || code === EQUALS)
    return exportStatement(reading, next, at.start)
  while (codeAt(text, next) === AT) next = afterTrivia(reading, decorator(reading, next))
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
  if (isNamePart[codeAt(text, at.next)] !== 1) return undefined
  if (text.slice(at.wordEnd, at.next).includes('\n')) return undefined
  const inner = place(reading, at.next, at)
  // Else a text of nothing but such words would be read one within the other.
  if (inner.word === at.word || inner.word === 'declare') return undefined
  const row = lastRow(reading)
  const end = wordStatement(reading, frame, inner)
  const added = reading.rows[row + 1]
  if (added !== undefined && at.word !== 'async') added.isLicensed = true
  return end
}

function constStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const inner = place(reading, at.next, at)
  if (inner.word !== 'enum') return variables(reading, frame, at)
  return enumStatement(reading, frame, inner)
}

function variables(reading: Reading, frame: Frame, at: Place): number | undefined {
  const code = codeAt(reading.text, at.next)
  if (isNamePart[code] !== 1 && code !== OPEN_BRACE && code !== 91) return undefined
  if (at.word === 'using' && isNamePart[code] !== 1) return undefined
  return beginVariables(reading, frame, at.next, at.start, at.isExported)
}

/** `if (…)` and its like: a statement follows the parentheses. */
function control(reading: Reading, _: Frame, at: Place): number | undefined {
  const { text } = reading
  const isAwaited = text.startsWith('await', at.next)
  const next = isAwaited ? afterTrivia(reading, at.next + 5) : at.next
  if (codeAt(text, next) !== OPEN_PAREN) return at.word === 'catch' ? at.next : undefined
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
  if (codeAt(text, at.next) === OPEN_PAREN && at.word === 'default') return undefined
  for (let next = at.wordEnd; next < text.length; ) {
    const code = codeAt(text, next)
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
