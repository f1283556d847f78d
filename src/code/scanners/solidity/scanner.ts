// Declarations, imports and exports of a Solidity file. Bodies of functions declare nothing and are passed over whole,
// so one loop over a file and its contracts is enough; a file whose brackets do not match is read again by columns.

import type { Outline } from '../../model.ts'
import {
  afterByteOrderMark,
  CLOSE_BRACE,
  codeAt,
  endOfName,
  isNamePart,
  SEMICOLON,
} from '../lexing.ts'
import { newRow, type Row, toOutline } from '../rows.ts'
import { afterTrivia, before, endBefore } from '../script/tokens.ts'
import { afterBody, afterSignature } from './extents.ts'
import { importsOfDirective } from './imports.ts'
import { begin, type Reading } from './reading.ts'
import { isStubBody } from './stubs.ts'

export function scanSolidity(path: string, text: string, isAscii = false): Outline {
  const first = read(path, text, false)
  const reading = first.isSuspect ? read(path, text, true) : first
  const exports = reading.rows
    .filter(row => row.parent === -1)
    .map(row => ({ name: row.name, local: row.name, module: '', offset: row.start }))
  reading.exports.push(...exports)
  reading.isSuspect = first.isSuspect
  return toOutline(reading, {
    language: 'solidity',
    isAscii,
    afterBlank: from => afterTrivia(reading, from),
  })
}

function read(path: string, text: string, trustsColumns: boolean): Reading {
  const reading = begin(path, text, trustsColumns)
  let at = afterByteOrderMark(text)
  while (at < text.length) at = declaration(reading, afterTrivia(reading, at))
  if (reading.contract !== -1) closeContract(reading, text.length, true)
  return reading
}

/** Reads the declaration that begins at `at`; answers where the next may begin. */
function declaration(reading: Reading, at: number): number {
  const { text } = reading
  const code = codeAt(text, at)
  if (code === CLOSE_BRACE) return closingBrace(reading, at)
  if (isNamePart[code] !== 1) return at + 1
  const end = endOfName(text, at)
  const next = afterTrivia(reading, end)
  const word = text.slice(at, end)
  switch (word) {
    case 'abstract':
      return contract(reading, at, afterTrivia(reading, endOfName(text, next)), 'contract')
    case 'contract':
    case 'library':
    case 'interface':
      return contract(reading, at, next, word)
    case 'function':
    case 'modifier':
      return endOfName(text, next) > next
        ? callable(reading, at, next, word)
        : variable(reading, at)
    case 'constructor':
    case 'receive':
    case 'fallback':
      return text[next] === '(' ? callable(reading, at, at, 'function') : variable(reading, at)
    case 'event':
    case 'error':
    case 'struct':
    case 'enum':
    case 'type':
      return endOfName(text, next) > next ? plain(reading, at, next, word) : variable(reading, at)
    case 'import':
      return importDirective(reading, at, next)
    case 'pragma':
    case 'using':
      return afterSignature(reading, at, true).end
    default:
      return variable(reading, at)
  }
}

function addRow(reading: Reading, kind: Row['kind'], nameStart: number, start: number): Row {
  const { text, rows, contract } = reading
  const row = newRow(kind, text.slice(nameStart, endOfName(text, nameStart)), contract, start)
  const outer = rows[contract]
  row.isTest = reading.isTestFile || outer?.isTest === true
  row.isExported = true
  rows.push(row)
  return row
}

function contract(
  reading: Reading,
  start: number,
  nameStart: number,
  kind: 'contract' | 'library' | 'interface',
): number {
  const { text } = reading
  if (reading.contract !== -1) closeContract(reading, start, true)
  const row = addRow(reading, kind, nameStart, start)
  const header = afterSignature(reading, endOfName(text, nameStart))
  row.end = header.end
  if (header.body === -1) return header.end
  const heritage = text.slice(endOfName(text, nameStart), header.body)
  row.isTest ||= /\b(DS)?Test\b/.test(heritage)
  row.bodyStart = header.body + 1
  row.bodyEnd = row.bodyStart
  // One for heirs may be empty.
  const isOpen = kind === 'interface' || text.startsWith('abstract', start)
  row.isStub = !isOpen && heritage.trim() === ''
  reading.contract = reading.rows.length - 1
  return row.bodyStart
}

function closingBrace(reading: Reading, at: number): number {
  if (reading.contract !== -1) closeContract(reading, at, false)
  else {
    reading.isSuspect = true
    reading.troubles.push({ offset: at, message: "unmatched '}'" })
  }
  return at + 1
}

function closeContract(reading: Reading, at: number, isUnclosed: boolean): void {
  const row = reading.rows[reading.contract]!
  row.bodyEnd = at
  row.end = isUnclosed ? at : at + 1
  row.isStub &&= endBefore(reading, at) <= row.bodyStart
  if (isUnclosed) {
    reading.isSuspect = true
    reading.troubles.push({ offset: row.bodyStart - 1, message: "'{' was never closed" })
  }
  reading.contract = -1
}

function callable(
  reading: Reading,
  start: number,
  nameStart: number,
  kind: 'function' | 'modifier',
): number {
  const { text } = reading
  const isMember = reading.contract !== -1
  const row = addRow(reading, isMember && kind === 'function' ? 'method' : kind, nameStart, start)
  const { body, end } = afterSignature(reading, endOfName(text, nameStart))
  const header = text.slice(start, body === -1 ? end : body)
  const isReachable = row.name === 'constructor' || /\b(public|external)\b/.test(header)
  row.isExported = kind === 'function' && (!isMember || isReachable)
  row.end = end
  if (body === -1) return end
  row.bodyStart = body + 1
  row.end = afterBody(reading, start, body)
  row.bodyEnd = row.end - 1
  row.isStub = isStubBody(reading, row, header)
  return row.end
}

function plain(reading: Reading, start: number, nameStart: number, kind: Row['kind']): number {
  const row = addRow(reading, kind, nameStart, start)
  const { body, end } = afterSignature(reading, endOfName(reading.text, nameStart))
  row.bodyStart = body === -1 ? endOfName(reading.text, nameStart) : body + 1
  row.end = body === -1 ? end : afterBody(reading, start, body)
  row.bodyEnd = Math.max(row.bodyStart, row.end - 1)
  return row.end
}

/** A state variable or a constant of the file: its name is the last before the value. */
function variable(reading: Reading, start: number): number {
  const { text } = reading
  const { end, value } = afterSignature(reading, start, true)
  const last = before(reading, value === -1 ? end - 1 : value)
  if (codeAt(text, end - 1) !== SEMICOLON || isNamePart[codeAt(text, last)] !== 1) return end
  let nameStart = last
  while (isNamePart[codeAt(text, nameStart - 1)] === 1) nameStart--
  if (nameStart <= start) return end
  const header = text.slice(start, nameStart)
  const isConstant = reading.contract === -1 || /\bconstant\b/.test(header)
  const row = addRow(reading, isConstant ? 'constant' : 'field', nameStart, start)
  row.isExported = reading.contract === -1 || /\bpublic\b/.test(header)
  row.end = end
  row.bodyStart = value === -1 ? end : value + 1
  row.bodyEnd = value === -1 ? end : end - 1
  return end
}

function importDirective(reading: Reading, start: number, from: number): number {
  const { end } = afterSignature(reading, from, true)
  reading.imports.push(...importsOfDirective(reading.text.slice(from, end), start))
  return end
}
