// Where a logical line of Python ends: newlines inside brackets, strings and behind a backslash do not count.

import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  classOf,
  DOUBLE_QUOTE,
  find,
  HASH,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  RETURN,
  SEMICOLON,
  SINGLE_QUOTE,
} from '../lexing.ts'
import type { Row } from '../rows.ts'
import { openBlock } from './blocks.ts'
import type { Reading } from './reading.ts'
import { endSimple, isCompound, simpleStatement } from './statements.ts'
import { endOfString } from './strings.ts'

const isStop = classOf('\n#\'"()[]{}\\;')
const isStopInHeader = classOf('\n#\'"()[]{}\\;:')

/** Reads to the end of the line, which `reading.line` then describes. */
export function logicalLine(
  reading: Reading,
  start: number,
  indent: number,
  row: Row | undefined,
): void {
  const { text, bytes } = reading
  let depth = 0
  let opener = start
  const hasHeader = row !== undefined || isCompound(text, start)
  let colon = -1
  let codeEnd = -1
  const stops = hasHeader ? isStopInHeader : isStop
  let at = start
  for (; at < text.length; at++) {
    while (stops[bytes[at]!] === 0) at++
    const code = bytes[at]!
    if (code === NEWLINE) {
      if (depth === 0) break
      if (!beginsDefinition(text, at + 1, indent)) continue
      unclosed(reading, opener)
      depth = 0
      break
    } else if (code === HASH) {
      const end = find(text, '\n', at)
      if (depth === 0) codeEnd = at
      at = end - 1
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const end = endOfString(text, at)
      if (end - at > 3 || end < text.length) noticeUnterminated(reading, at, end)
      at = end - 1
    } else if (code === OPEN_PAREN || code === OPEN_BRACKET || code === OPEN_BRACE) {
      if (depth++ === 0) opener = at
    } else if (code === CLOSE_PAREN || code === CLOSE_BRACKET || code === CLOSE_BRACE) {
      if (depth > 0) depth--
      else unopened(reading, at)
    } else if (code === BACKSLASH) at += text.charCodeAt(at + 1) === RETURN ? 2 : 1
    else if (depth === 0 && code === SEMICOLON) {
      endSimple(reading, at)
      simpleStatement(reading, at + 1)
    } else if (depth === 0 && hasHeader && colon === -1) {
      colon = at
      if (row !== undefined) openBlock(reading, row, indent, at + 1)
      simpleStatement(reading, at + 1)
    }
  }
  if (depth > 0) unclosed(reading, opener)
  const end = Math.min(at, text.length)
  if (codeEnd === -1) codeEnd = end
  endSimple(reading, codeEnd)
  reading.line.end = end
  reading.line.codeEnd = codeEnd
  reading.line.colon = colon
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
function beginsDefinition(text: string, lineStart: number, indent: number): boolean {
  let at = lineStart
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
  const code = text.charCodeAt(at)
  if (code === 0x64) return text.startsWith('def ', at)
  if (code === 0x63) return text.startsWith('class ', at)
  if (code === 0x61) return text.startsWith('async def ', at)
  if (code !== 0x40 || at - lineStart > indent) return false
  return /^@\w[\w.]*(\(.*)?\r?\n/.test(text.slice(at, at + 200))
}
