// Opening and closing the brackets of a script, and the rows that they are bodies of.

import type { DeclarationKind } from '../../../contract/declaration-kinds.ts'
import { CLOSE_BRACE, codeAt } from '../lexing.ts'
import { newRow } from '../rows.ts'
import { type Draft, type Frame, type FrameKind, newFrame, type Reading } from './reading.ts'
import { isIdle, isIdleExpression } from './stubs.ts'
import { endBefore } from './tokens.ts'

export const top = (reading: Reading): Frame => reading.frames.at(-1)!

/** The row of an index that is -1 where there is none; to ask an array for -1 is slow. */
export function rowAt({ rows }: Reading, index: number): Draft | undefined {
  return index === -1 ? undefined : rows[index]
}

/** The row that a declaration at this place belongs to. */
function ownerIn(frame: Frame): number {
  return frame.open === -1 ? frame.owner : frame.open
}

export function addRow(
  reading: Reading,
  frame: Frame,
  kind: DeclarationKind,
  name: string,
  start: number,
): Draft {
  const row: Draft = {
    ...newRow(kind, name, ownerIn(frame), start),
    isTest: reading.isTestFile,
    isTentative: false,
    isLicensed: false,
    isAssigned: false,
  }
  if (reading.decorators.length > 0) {
    row.decorators = reading.decorators
    reading.decorators = []
  }
  reading.rows.push(row)
  return row
}

/** A name of the module, or of what no name stands for: a block, a function that is called on the spot. */
export function keepName({ named }: Reading, frame: Frame, name: string, row: number): void {
  if (frame.isModuleLevel || (frame.owner === -1 && !named.has(name))) named.set(name, row)
}

export const lastRow = (reading: Reading): number => reading.rows.length - 1

/** Opens brackets at `at`; answers the offset behind the opening one. `row`: the declaration whose body they hold. */
export function open(reading: Reading, kind: FrameKind, at: number, row = -1): number {
  const outer = top(reading)
  const isModuleLevel = outer.isModuleLevel && rowAt(reading, row)?.kind === 'module'
  const frame = newFrame(kind, at, row, row === -1 ? ownerIn(outer) : row, isModuleLevel)
  reading.frames.push(frame)
  const body = rowAt(reading, row)
  if (body !== undefined) {
    body.bodyStart = at + 1
    body.bodyEnd = at + 1
  }
  return at + 1
}

/** Closes the innermost brackets, whose closing one stands at `at`. */
export function close(reading: Reading, at: number): Frame {
  const frame = reading.frames.pop()!
  endStatement(reading, frame, at)
  const row = rowAt(reading, frame.row)
  if (row !== undefined) {
    row.bodyEnd = Math.max(row.bodyStart, at)
    row.end = at + 1
    row.isStub = isIdle(reading, frame, row)
  }
  return frame
}

/** The statement or member that is open in the frame ends before `at`. */
export function endStatement(reading: Reading, frame: Frame, at: number): void {
  endRow(reading, frame, at)
  frame.isInside = frame.kind === 'group' || frame.kind === 'hole'
  frame.isDeclaring = false
  frame.arrowAt = -1
}

/** The row of a declarator or member ends; the statement may go on to the next. */
export function endRow(reading: Reading, frame: Frame, at: number): void {
  const index = frame.open
  const row = rowAt(reading, index)
  frame.open = -1
  frame.arrowAt = -1
  if (row === undefined) return
  row.end = Math.max(row.end, endBefore(reading, at))
  if (row.bodyStart > row.start && row.bodyEnd <= row.bodyStart && !isBlockBody(reading, row)) {
    row.bodyEnd = row.end
    row.isStub = isIdleExpression(reading, row)
  }
  endAlike(reading, index, row)
}

/** Names of one destructuring pattern begin and end together, and those that one value is given to have its body, too. */
function endAlike({ rows }: Reading, index: number, row: Draft): void {
  const { start, end, bodyStart, bodyEnd, isStub } = row
  for (let before = index - 1; before >= 0 && rows[before]!.start === start; before--) {
    const other = rows[before]!
    other.end = end
    if (!other.isTentative || row.isTentative) continue
    const kind = other.kind === 'field' ? 'method' : 'function'
    Object.assign(other, { bodyStart, bodyEnd, isStub, isTentative: false })
    other.kind = row.kind === 'class' ? 'class' : kind
  }
}

function isBlockBody({ text }: Reading, row: Draft): boolean {
  return codeAt(text, row.bodyEnd) === CLOSE_BRACE && text[row.bodyStart - 1] === '{'
}
