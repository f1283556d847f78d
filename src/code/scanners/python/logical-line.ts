// Where a logical line of Python ends: newlines inside brackets, strings and behind a backslash do not count.

import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  DOUBLE_QUOTE,
  find,
  HASH,
  NEWLINE,
  nextStop,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  RETURN,
  SEMICOLON,
  SINGLE_QUOTE,
  SPACE,
  stopsAt,
  TAB,
} from '../lexing.ts'
import { noteLine } from '../lines.ts'
import type { Row } from '../rows.ts'
import { openBlock } from './blocks.ts'
import type { Reading } from './reading.ts'
import { endSimple, simpleStatement } from './statements.ts'
import { endOfString } from './strings.ts'

const isStop = stopsAt('\n#\'"()[]{}\\;')
const isStopInHeader = stopsAt('\n#\'"()[]{}\\;:')

/** Reads to the end of the line, which `reading.line` then describes. `row`: the definition whose header it is. */
export function logicalLine(
  reading: Reading,
  start: number,
  indent: number,
  row: Row | undefined,
  hasHeader: boolean,
): void {
  const { text, bytes, line, lineStarts } = reading
  const stops = hasHeader ? isStopInHeader : isStop
  let depth = 0
  let opener = start
  let colon = -1
  let codeEnd = -1
  let at = nextStop(bytes, stops, start)
  for (; at < text.length; at = nextStop(bytes, stops, at)) {
    const code = bytes[at]!
    if (code === NEWLINE) {
      if (depth === 0) break
      if (beginsDefinition(text, bytes, at + 1, indent)) {
        unclosed(reading, opener)
        depth = 0
        break
      }
      noteLine(lineStarts, ++at)
    } else if (code === OPEN_PAREN || code === OPEN_BRACKET || code === OPEN_BRACE) {
      if (depth++ === 0) opener = at
      at++
    } else if (code === CLOSE_PAREN || code === CLOSE_BRACKET || code === CLOSE_BRACE) {
      if (depth > 0) depth--
      else unopened(reading, at)
      at++
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const end = endOfString(reading, at)
      if (end - at > 3 || end < text.length) noticeUnterminated(reading, at, end)
      at = end
    } else if (code === HASH) {
      if (depth === 0) codeEnd = at
      at = find(text, '\n', at)
    } else if (code === BACKSLASH) {
      at += bytes[at + 1] === RETURN ? 3 : 2
      if (bytes[at - 1] === NEWLINE) noteLine(lineStarts, at)
    } else {
      if (depth === 0 && code === SEMICOLON) {
        endSimple(reading, at)
        simpleStatement(reading, at + 1)
      } else if (depth === 0 && code === COLON && colon === -1) {
        colon = at
        if (row !== undefined) openBlock(reading, row, indent, at + 1)
        simpleStatement(reading, at + 1)
      }
      at++
    }
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
  const { text } = reading
  if (text.charCodeAt(end - 1) === text.charCodeAt(at) && end - at > 1) return
  reading.troubles.push({ offset: at, message: 'unterminated string' })
}

/** No valid expression holds a line that begins like this, so the brackets before it were left open. */
function beginsDefinition(
  text: string,
  bytes: Uint8Array,
  lineStart: number,
  indent: number,
): boolean {
  let at = lineStart
  while (bytes[at] === SPACE || bytes[at] === TAB) at++
  const code = bytes[at]
  if (code === 0x64) return text.startsWith('def ', at)
  if (code === 0x63) return text.startsWith('class ', at)
  if (code === 0x61) return text.startsWith('async def ', at)
  if (code !== 0x40 || at - lineStart > indent) return false
  return /^@\w[\w.]*(\(.*)?\r?\n/.test(text.slice(at, at + 200))
}
