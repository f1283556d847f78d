// Where a logical line of Python ends: newlines inside brackets, strings and behind a backslash do not count.

import {
  COLON,
  classes,
  classOf,
  END,
  isOtherThanIndent,
  NEWLINE,
  nextStop,
  RETURN,
  SEMICOLON,
  stopsAt,
  TAB,
} from '../lexing.ts'
import type { Row } from '../rows.ts'
import { stopAtOne, stopFrom } from '../survey/survey.ts'
import { openBlock } from './blocks.ts'
import type { Reading } from './reading.ts'
import { endSimple, simpleStatement } from './statements.ts'
import { stopBehindString } from './strings.ts'

/** What the reader of a line does at a stop. Nothing, and the same with brackets, is most of what it does. */
const PASSES = 0
const ENDS_LINE = 1
const QUOTES = 2
const COMMENTS = 3
const ESCAPES = 4
const SEPARATES = 5
const ENDS_TEXT = 6

const classOfStatement = classes([
  [ENDS_LINE, '\n'],
  [QUOTES, '"\''],
  [COMMENTS, '#'],
  [ESCAPES, '\\'],
  [SEPARATES, ';'],
  [ENDS_TEXT, String.fromCharCode(END)],
])
const classOfHeader = classOfStatement.with(COLON, SEPARATES)

/** How much deeper in brackets the text is behind each of these. */
const deeper = Int8Array.from(
  classes([
    [1, '([{'],
    [-1, ')]}'],
  ]),
)

export const endsLine = stopsAt('\n')

/** Reads to the end of the line, which `reading.line` then describes. `row`: the definition whose header it is. */
export function logicalLine(
  reading: Reading,
  start: number,
  indent: number,
  row: Row | undefined,
  hasHeader: boolean,
): void {
  const { text, bytes, stops, line } = reading
  const classOf = hasHeader ? classOfHeader : classOfStatement
  let depth = 0
  /** The last stop outside of brackets: inside, what opened them. */
  let opener = start
  let colon = -1
  let codeEnd = -1
  let { stop } = reading
  for (;;) {
    const at = stops[stop]!
    const code = bytes[at]!
    const found = classOf[code]!
    if (found === PASSES) {
      opener = depth === 0 ? at : opener
      depth += deeper[code]!
      if (depth < 0) depth = unopened(reading, at)
      stop++
    } else if (found === QUOTES) stop = stopBehindString(reading, stop)
    else if (found === ENDS_LINE) {
      if (depth === 0) break
      if (beginsDefinition(reading, stop + 1, at + 1, indent)) break
      stop++
    } else if (found === COMMENTS) {
      if (depth === 0) codeEnd = at
      stop = stopAtOne(reading, stop + 1, endsLine)
    } else if (found === SEPARATES) {
      if (depth === 0 && code === SEMICOLON) {
        endSimple(reading, at)
        simpleStatement(reading, at + 1)
      } else if (depth === 0 && colon === -1) {
        colon = at
        if (row !== undefined) openBlock(reading, row, indent, at + 1)
        if (bytes[at + 1] !== NEWLINE) simpleStatement(reading, at + 1)
      }
      stop++
    } else if (found === ESCAPES)
      stop = stopFrom(stops, stop, at + (bytes[at + 1] === RETURN ? 3 : 2))
    else break
  }
  if (depth > 0) unclosed(reading, opener)
  reading.stop = stop
  line.end = Math.min(stops[stop]!, text.length)
  line.codeEnd = codeEnd === -1 ? line.end : codeEnd
  line.colon = colon
  endSimple(reading, line.codeEnd)
}

function unclosed(reading: Reading, opener: number): void {
  reading.isSuspect = true
  reading.troubles.push({ offset: opener, message: `'${reading.text[opener]}' was never closed` })
}

/** Answers the depth to go on with. */
function unopened(reading: Reading, at: number): number {
  reading.isSuspect = true
  reading.troubles.push({ offset: at, message: `unmatched '${reading.text[at]}'` })
  return 0
}

/** Whether a line inside brackets, whose first stop this is, begins a definition. */
function beginsDefinition(
  { text, bytes, stops }: Reading,
  stop: number,
  lineStart: number,
  indent: number,
): boolean {
  let at = stops[stop]!
  if (bytes[at] === TAB) at = nextStop(bytes, isOtherThanIndent, at)
  return headsDefinition[bytes[at]!] === 1 && isDefinition(text, lineStart, at, indent)
}

const headsDefinition = classOf('dca@')

/** No valid expression holds a line that begins like this, so the brackets before it were left open. */
function isDefinition(text: string, lineStart: number, at: number, indent: number): boolean {
  if (text.startsWith('def ', at) || text.startsWith('class ', at)) return true
  if (text.startsWith('async def ', at)) return true
  if (text[at] !== '@' || at - lineStart > indent) return false
  return /^@\w[\w.]*(\(.*)?\r?\n/.test(text.slice(at, at + 200))
}
