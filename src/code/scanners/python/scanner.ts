// Declarations, imports and exports of a Python file, read line by line without a tree; exact against CPython's own parser.
// Broken code costs as little as possible: a definition at the start of a line inside open brackets ends the brackets.

import type { Outline } from '../../model.ts'
import {
  AT,
  afterByteOrderMark,
  afterSpacing,
  BACKSLASH,
  COLON,
  decodeBytes,
  FORM_FEED,
  find,
  HASH,
  isOtherThanSpacing,
  NEWLINE,
  nextStop,
  RETURN,
  SPACE,
  TAB,
} from '../lexing.ts'
import { type Row, toOutline } from '../rows.ts'
import { stopAtOne, stopFrom } from '../survey/survey.ts'
import { closeBlocks, contains, openBlock, weigh } from './blocks.ts'
import { markExports } from './exports.ts'
import { endsLine, logicalLine } from './logical-line.ts'
import { begin, type Reading } from './reading.ts'
import { decorator, definition, ledStatement, simpleStatement } from './statements.ts'
import { COMPOUND, DEFINITION, leadOf } from './words.ts'

export function scanPython(path: string, text: string, isAscii = false): Outline {
  const reading = begin(path, text)
  let at = afterByteOrderMark(text)
  while (at < text.length) at = readLine(reading, at)
  closeBlocks(reading, -1)
  markExports(reading)
  const outline = toOutline(reading, {
    language: 'python',
    isAscii,
    afterBlank: from => afterBlank(reading, from),
    decodeName: decodeIdentifier,
  })
  return reading.mayBeUnreached ? { ...outline, mayBeUnreached: true } : outline
}

function afterBlank({ text, bytes }: Reading, from: number): number {
  let at = nextStop(bytes, isOtherThanSpacing, from)
  while (bytes[at] === HASH) at = nextStop(bytes, isOtherThanSpacing, find(text, '\n', at))
  return at
}

/** Python compares identifiers in compatibility form, so that `ﬁle` and `file` are one name. */
function decodeIdentifier(name: string): string {
  const decoded = decodeBytes(name)
  return decoded === name ? name : decoded.normalize('NFKC')
}

/** Reads the logical line that begins at or behind `from`; answers where the next one may begin. */
function readLine(reading: Reading, from: number): number {
  const { text, bytes, stops } = reading
  const stop = stopFrom(stops, reading.stop, from)
  reading.stop = stop
  let start = stops[stop]!
  let indent = start - from
  if (bytes[start] === TAB || bytes[start] === FORM_FEED) {
    start = afterSpacing(text, start)
    indent = widthOf(text, from, start)
  }
  const code = bytes[start]!
  if (code <= HASH) {
    if (code === NEWLINE) return start + 1
    if (code === HASH) return stops[stopAtOne(reading, stop + 1, endsLine)]! + 1
    if (code === RETURN) return start + 1
    if (start >= text.length) return start
  }
  if (indent <= reading.blockIndent) closeBlocks(reading, indent)
  if (indent !== reading.indent || reading.expectsIndent) indentation(reading, indent, start)
  statement(reading, start, indent)
  return reading.line.end + 1
}

function statement(reading: Reading, start: number, indent: number): void {
  const { text, bytes, line } = reading
  const code = bytes[start]
  if (indent === reading.jumped) reading.mayBeUnreached = true
  reading.jumped = code === LETTER_R && jump(text, start) ? indent : -1
  const lead = leadOf(text, bytes, start)
  const row = lead === DEFINITION ? definition(reading, start) : undefined
  if (row !== undefined) contains(reading)
  else if (code === AT) decorator(reading, start)
  else if (code === BACKSLASH) simpleStatement(reading, start)
  else ledStatement(reading, start, lead)
  logicalLine(reading, start, indent, row, lead === COMPOUND || lead === DEFINITION)
  if (row !== undefined && line.colon === -1) headless(reading, row, indent, line.codeEnd)
  weigh(reading, row === undefined ? start : row.bodyStart, line.codeEnd)
  reading.lastEnd = line.end
  reading.expectsIndent = endsWithColon(bytes, line.codeEnd)
  if (code !== AT && reading.decorators.length > 0) reading.decorators = []
}

const LETTER_R = 0x72

const jump = (text: string, start: number) =>
  text.startsWith('return', start) || text.startsWith('raise', start)

function headless(reading: Reading, row: Row, indent: number, end: number): void {
  trouble(reading, end, "expected ':' after the header")
  openBlock(reading, row, indent, end)
}

/** Columns as CPython counts them: a tab goes to the next multiple of eight, a form feed starts anew. */
function widthOf(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) === 32) at++
  let width = at - from
  for (; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) width++
    else width = code === 9 ? (width | 7) + 1 : 0
  }
  return width
}

/** Keeps the stack of open indentations. */
function indentation(reading: Reading, indent: number, start: number): void {
  const { indents } = reading
  if (indent > reading.indent) {
    if (!reading.expectsIndent) trouble(reading, start, 'unexpected indent')
    indents.push(reading.indent)
  } else {
    if (reading.expectsIndent) trouble(reading, start, 'expected an indented block')
    while (reading.indent > indent) reading.indent = indents.pop()!
    if (reading.indent !== indent) {
      trouble(reading, start, 'unindent does not match any outer level')
      indents.push(reading.indent)
    }
  }
  reading.indent = indent
}

function trouble(reading: Reading, offset: number, message: string): void {
  reading.troubles.push({ offset, message })
}

function endsWithColon(bytes: Uint8Array, end: number): boolean {
  let at = end - 1
  while (bytes[at] === SPACE || bytes[at] === RETURN || bytes[at] === TAB) at--
  return bytes[at] === COLON
}
