// Where a logical line of Python ends: newlines inside brackets, strings and behind a backslash do not count.

import {
  COLON,
  classes,
  END,
  find,
  isOtherThanIndent,
  NEWLINE,
  nextStop,
  RETURN,
  SEMICOLON,
} from '../lexing.ts'
import { noteLine } from '../lines.ts'
import type { Row } from '../rows.ts'
import { openBlock } from './blocks.ts'
import type { Reading } from './reading.ts'
import { endSimple, simpleStatement } from './statements.ts'
import { endOfString } from './strings.ts'

/** Classes of bytes: what the reader of a line does where it comes upon one. It passes over the rest. */
const PLAIN = 0
const ENDS_LINE = 1
const OPENS = 2
const CLOSES = 3
const QUOTES = 4
const COMMENTS = 5
const ESCAPES = 6
const SEPARATES = 7
const ENDS_TEXT = 8

const classOfStatement = classes([
  [ENDS_LINE, '\n'],
  [OPENS, '([{'],
  [CLOSES, ')]}'],
  [QUOTES, '"\''],
  [COMMENTS, '#'],
  [ESCAPES, '\\'],
  [SEPARATES, ';'],
  [ENDS_TEXT, String.fromCharCode(END)],
])
const classOfHeader = classOfStatement.with(COLON, SEPARATES)

/** Reads to the end of the line, which `reading.line` then describes. `row`: the definition whose header it is. */
export function logicalLine(
  reading: Reading,
  start: number,
  indent: number,
  row: Row | undefined,
  hasHeader: boolean,
): void {
  const { text, bytes, line, lineStarts } = reading
  const classOf = hasHeader ? classOfHeader : classOfStatement
  let depth = 0
  let opener = start
  let colon = -1
  let codeEnd = -1
  let at = start
  for (;;) {
    let found = classOf[bytes[at]!]!
    while (found === PLAIN) {
      found = classOf[bytes[++at]!]! // Twice in a turn: a turn costs as much as a byte, and most of the time is spent here.
      if (found === PLAIN) found = classOf[bytes[++at]!]!
    }
    if (found === OPENS) {
      if (depth++ === 0) opener = at
      at++
    } else if (found === CLOSES) {
      if (depth > 0) depth--
      else unopened(reading, at)
      at++
    } else if (found === QUOTES) {
      const end = endOfString(reading, at)
      if (bytes[end - 1] !== bytes[at] || end - at === 1) noticeUnterminated(reading, at, end)
      at = end
    } else if (found === ENDS_LINE) {
      if (depth === 0) break
      const next = nextStop(bytes, isOtherThanIndent, at + 1)
      if (beginsDefinition[bytes[next]!] === 1 && isDefinition(text, at + 1, next, indent)) {
        unclosed(reading, opener)
        depth = 0
        break
      }
      noteLine(lineStarts, at + 1)
      at = next
    } else if (found === COMMENTS) {
      if (depth === 0) codeEnd = at
      at = find(text, '\n', at)
    } else if (found === SEPARATES) {
      if (depth === 0 && bytes[at] === SEMICOLON) {
        endSimple(reading, at)
        simpleStatement(reading, at + 1)
      } else if (depth === 0 && colon === -1) {
        colon = at
        if (row !== undefined) openBlock(reading, row, indent, at + 1)
        simpleStatement(reading, at + 1)
      }
      at++
    } else if (found === ESCAPES) {
      at += bytes[at + 1] === RETURN ? 3 : 2
      if (bytes[at - 1] === NEWLINE) noteLine(lineStarts, at)
    } else break
  }
  if (depth > 0) unclosed(reading, opener)
  line.end = Math.min(at, text.length)
  line.codeEnd = codeEnd === -1 ? line.end : codeEnd
  line.colon = colon
  endSimple(reading, line.codeEnd)
}

function unclosed(reading: Reading, opener: number): void {
  reading.isSuspect = true
  reading.troubles.push({ offset: opener, message: `'${reading.text[opener]}' was never closed` })
}

function unopened(reading: Reading, at: number): void {
  reading.isSuspect = true
  reading.troubles.push({ offset: at, message: `unmatched '${reading.text[at]}'` })
}

function noticeUnterminated(reading: Reading, at: number, end: number): void {
  if (end - at <= 3 && end === reading.text.length) return
  reading.troubles.push({ offset: at, message: 'unterminated string' })
}

const beginsDefinition = classes([[1, 'dca@']])

/** No valid expression holds a line that begins like this, so the brackets before it were left open. */
function isDefinition(text: string, lineStart: number, at: number, indent: number): boolean {
  if (text.startsWith('def ', at) || text.startsWith('class ', at)) return true
  if (text.startsWith('async def ', at)) return true
  if (text[at] !== '@' || at - lineStart > indent) return false
  return /^@\w[\w.]*(\(.*)?\r?\n/.test(text.slice(at, at + 200))
}
