// The rows that a scanner writes while it reads, by offset, and their turning into an outline, by line.
// It knows no language: what a name means was decided by the scanner.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import { wholeText } from '../bodies/comments.ts'
import { overriddenStubs } from '../bodies/overridden.ts'
import type { Declaration, Export, Import, Outline, SyntaxProblem } from '../model.ts'
import { isTestFile } from '../test-files.ts'
import { afterByteOrderMark, decodeBytes } from './lexing.ts'
import { type Lines, linesFrom } from './lines.ts'
import { noStops, type Stops, survey } from './survey/survey.ts'

/** A declaration while its file is being read: offsets instead of lines, and everything may still change. */
export interface Row {
  kind: DeclarationKind
  name: string
  /** Index of the enclosing row, or -1. */
  parent: number
  start: number
  /** Offset after the last character. */
  end: number
  /** Range of the body without its brackets; empty where there is none. */
  bodyStart: number
  bodyEnd: number
  isStub: boolean
  isExported: boolean
  isTest: boolean
  decorators: readonly string[]
}

export interface Trouble {
  readonly offset: number
  readonly message: string
}

/** All that a scanner has found in one file so far. */
export interface Findings<R extends Row = Row> {
  readonly text: string
  /** What the survey of the text found. Borrowed. */
  readonly bytes: Uint8Array
  readonly stops: Int32Array
  readonly lines: Lines
  readonly isTestFile: boolean
  readonly rows: R[]
  readonly imports: Placed<Import>[]
  readonly exports: Placed<Export>[]
  readonly troubles: Trouble[]
  /** The scanner lost its way: brackets do not match. */
  isSuspect: boolean
}

/** `stopsAt`: what the scanner of the language wants to be told the places of. */
export function noFindings<R extends Row = Row>(
  path: string,
  text: string,
  stopsAt: Stops = noStops,
): Findings<R> {
  const { bytes, stops, lineStarts, lineCount } = survey(text, afterByteOrderMark(text), stopsAt)
  return {
    text,
    bytes,
    stops,
    lines: linesFrom(lineStarts, lineCount),
    isTestFile: isTestFile(path),
    rows: [],
    imports: [],
    exports: [],
    troubles: [],
    isSuspect: false,
  }
}

/** A fact by offset: `line` becomes true when the outline is made. */
export type Placed<Fact extends { readonly line: number }> = Omit<Fact, 'line'> & {
  readonly offset: number
}

const MOST_PROBLEMS = 20

interface Reader {
  readonly language: string
  /** No byte stands for anything but itself, so that names need no decoding. */
  readonly isAscii: boolean
  /** Behind the spacing and comments of the language. */
  readonly afterBlank: (from: number) => number
  /** What the bytes of a name spell, where the language has rules of its own. */
  readonly decodeName?: (name: string) => string
}

export function toOutline(scan: Findings, reader: Reader): Outline {
  const { text, rows, lines } = scan
  const { language, isAscii, afterBlank } = reader
  const decode = isAscii ? asItStands : decodeBytes
  const nameOf = isAscii ? asItStands : (reader.decodeName ?? decodeBytes)
  const overridden = overriddenStubs(rows, {
    headerOf: index => headerOf(rows[index]!, text),
    wholeOf: index => wholeText(rows[index]!, text),
  })
  for (const index of overridden) rows[index]!.isStub = false
  const hasBody = (row: Row) =>
    isMeantEmpty(row) || (row.bodyStart < row.bodyEnd && afterBlank(row.bodyStart) < row.bodyEnd)
  return {
    language,
    declarations: rows.map(row => declaration(row, hasBody(row), lines, nameOf)),
    imports: scan.imports.map(({ module, name, alias, offset }) => ({
      module: decode(module),
      name: nameOf(name),
      alias: nameOf(alias),
      line: lines.lineAt(offset),
    })),
    exports: scan.exports.map(({ name, local, module, offset }) => ({
      name: nameOf(name),
      local: nameOf(local),
      module: decode(module),
      line: lines.lineAt(offset),
    })),
    problems: scan.troubles.slice(0, MOST_PROBLEMS).map(each => problem(each, lines)),
    isSuspect: scan.isSuspect,
  }
}

/** Its braces hold nothing, and that is no stub. */
const isMeantEmpty = ({ kind, start, bodyStart, bodyEnd, isStub }: Row) =>
  !isStub && bodyStart > start && bodyStart <= bodyEnd && /^(function|method)$/.test(kind)

const asItStands = (text: string) => text

const headerOf = ({ start, bodyStart }: Row, text: string) =>
  text.slice(start, Math.min(bodyStart, start + LONGEST_HEADER))

const LONGEST_HEADER = 400

export function newRow(kind: DeclarationKind, name: string, parent: number, start: number): Row {
  return {
    kind,
    name,
    parent,
    start,
    end: start,
    bodyStart: start,
    bodyEnd: start,
    isStub: false,
    isExported: false,
    isTest: false,
    decorators: noDecorators,
  }
}

const noDecorators: readonly string[] = []

function declaration(
  row: Row,
  hasBody: boolean,
  lines: Lines,
  nameOf: (name: string) => string,
): Declaration {
  const { start, end } = row
  const line = lines.lineAt(start)
  return {
    kind: row.kind,
    name: nameOf(row.name),
    parent: row.parent,
    line,
    endLine: lines.lineBehind(line, Math.max(start, end - 1)),
    hasBody,
    isStub: row.isStub,
    isExported: row.isExported,
    isTest: row.isTest,
    decorators: row.decorators,
  }
}

function problem({ offset, message }: Trouble, lines: Lines): SyntaxProblem {
  return { line: lines.lineAt(offset), column: lines.columnAt(offset), message }
}
