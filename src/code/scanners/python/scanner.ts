// Declarations, imports and exports of a Python file, read line by line without a tree; exact against CPython's own parser.
// Broken code costs as little as possible: a definition at the start of a line inside open brackets ends the brackets.

import type { Outline } from '../../model.ts'
import {
  afterByteOrderMark,
  afterSpacing,
  COLON,
  decodeBytes,
  find,
  HASH,
  isSpacing,
  NEWLINE,
} from '../lexing.ts'
import { type Row, toOutline } from '../rows.ts'
import { closeBlocks, contains, openBlock, weigh } from './blocks.ts'
import { markExports } from './exports.ts'
import { logicalLine } from './logical-line.ts'
import { begin, type Reading } from './reading.ts'
import { definition, simpleStatement } from './statements.ts'

export function scanPython(path: string, text: string): Outline {
  const reading = begin(path, text)
  let at = afterByteOrderMark(text)
  while (at < text.length) at = readLine(reading, at)
  closeBlocks(reading, -1)
  markExports(reading)
  return toOutline(reading, 'python', from => afterBlank(text, from), decodeIdentifier)
}

function afterBlank(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (isSpacing[code] === 1) at++
    else if (code === HASH) at = find(text, '\n', at)
    else return at
  }
}

/** Python compares identifiers in compatibility form, so that `ﬁle` and `file` are one name. */
function decodeIdentifier(name: string): string {
  const decoded = decodeBytes(name)
  return decoded === name ? name : decoded.normalize('NFKC')
}

/** Reads the logical line that begins at or behind `from`; answers where the next one may begin. */
function readLine(reading: Reading, from: number): number {
  const { text } = reading
  const start = afterSpacing(text, from)
  const code = text.charCodeAt(start)
  if (code === NEWLINE || code === 13) return start + 1
  if (code === HASH) return find(text, '\n', start) + 1
  if (start >= text.length) return start
  const indent = widthOf(text, from, start)
  closeBlocks(reading, indent)
  indentation(reading, indent, start)
  return statement(reading, start, indent) + 1
}

function statement(reading: Reading, start: number, indent: number): number {
  const { text } = reading
  const row = definition(reading, start)
  if (row === undefined) simpleStatement(reading, start)
  else contains(reading)
  logicalLine(reading, start, indent, row)
  const { line } = reading
  if (row !== undefined && line.colon === -1) headless(reading, row, indent, line.codeEnd)
  weigh(reading, row === undefined ? start : row.bodyStart, line.codeEnd)
  reading.lastEnd = line.end
  reading.expectsIndent = endsWithColon(text, line.codeEnd)
  if (text.charCodeAt(start) !== 64) reading.decorators = []
  return line.end
}

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
  if (indent > indents.at(-1)!) {
    if (!reading.expectsIndent) trouble(reading, start, 'unexpected indent')
    indents.push(indent)
  } else {
    if (reading.expectsIndent) trouble(reading, start, 'expected an indented block')
    while (indents.at(-1)! > indent) indents.pop()
    if (indents.at(-1) !== indent) {
      trouble(reading, start, 'unindent does not match any outer level')
      indents.push(indent)
    }
  }
}

function trouble(reading: Reading, offset: number, message: string): void {
  reading.troubles.push({ offset, message })
}

function endsWithColon(text: string, end: number): boolean {
  let at = end - 1
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 13 || text.charCodeAt(at) === 9) at--
  return text.charCodeAt(at) === COLON
}
