// Opening and closing the bodies of Python definitions, and weighing what stands in them.

import {
  CHOICE,
  IDLE,
  NEUTRAL,
  NOTE,
  NOTHING,
  REFUSAL,
  type Substance,
  WORK,
} from '../../bodies/substance.ts'
import { afterSpacing, RETURN } from '../lexing.ts'
import type { Row } from '../rows.ts'
import type { Block, Reading } from './reading.ts'
import {
  isAllThatIsGiven,
  isStubBody,
  leavesOpen,
  refusesBehindGuards,
  refusesInLine,
  substanceOf,
  weighLine,
} from './stubs.ts'
import { refusesOnEveryWay } from './ways.ts'

const testCase = /TestCase\b/
const protocol = /\bProtocol\b/
const someBase = /\(\s*[^)\s]/

/** The header of `row` ends at `bodyStart`: what follows on its line, or at a deeper indentation, is its body. */
export function openBlock(reading: Reading, row: Row, indent: number, bodyStart: number): void {
  const isClass = row.kind === 'class'
  row.bodyStart = bodyStart
  row.bodyEnd = bodyStart
  const header = isClass ? afterName(reading.text.slice(row.start, bodyStart)) : ''
  if (header !== '' && testCase.test(header)) row.isTest = true
  reading.block = {
    row,
    index: reading.rows.lastIndexOf(row),
    isClass,
    indent,
    hasBases: header !== '' && someBase.test(header),
    isProtocol: header !== '' && protocol.test(header),
    substance: NOTHING,
    givesRefusal: false,
    mayRefuse: false,
  }
  reading.blocks.push(reading.block)
  reading.blockIndent = indent
}

/** `(Base, metaclass=M):`, or nothing but the colon. */
function afterName(header: string): string {
  const parenthesis = header.indexOf('(')
  return parenthesis === -1 ? '' : header.slice(parenthesis)
}

export function closeBlocks(reading: Reading, indent: number): void {
  const { blocks } = reading
  while (reading.block !== undefined && reading.block.indent >= indent) {
    const closed = blocks.pop()!
    const { row, hasBases } = closed
    const refuses =
      closed.givesRefusal ||
      (closed.mayRefuse &&
        row.kind !== 'class' &&
        refusesOnEveryWay(reading.text.slice(row.bodyStart, reading.lastEnd), weighLine))
    const substance = refuses ? REFUSAL : closed.substance
    reading.block = blocks.at(-1)
    row.end = Math.max(reading.lastEnd, row.bodyStart)
    row.bodyEnd = row.end
    if (substance & WORK) continue
    if (isOpen(row, substance, reading)) {
      row.bodyStart = row.start
      row.bodyEnd = row.start
    }
    if (reading.isInterfaceFile) continue
    row.isStub = isStubBody(reading.text, row, substance, { hasBases, outer: reading.block })
    if (row.isStub && substance & REFUSAL) passOnRefusal(reading, row)
  }
  reading.blockIndent = reading.block?.indent ?? -1
}

function passOnRefusal({ text, block }: Reading, row: Row): void {
  if (block === undefined || block.isClass || row.kind !== 'function') return
  block.givesRefusal = isAllThatIsGiven(text, block.row, row, row.end)
}

/** What stands in the place of a body says that somebody else has it. */
function isOpen(row: Row, substance: Substance, { isInterfaceFile, block }: Reading): boolean {
  if (row.kind === 'class' || substance & NOTE) return false
  return isInterfaceFile || block?.isProtocol === true || row.decorators.some(leavesOpen)
}

/** Counts one logical line towards the body it stands in; behind work nothing counts. */
export function weigh(reading: Reading, start: number, end: number): void {
  const { text, bytes, block } = reading
  if (block === undefined) return
  if (block.substance & WORK) {
    if (bytes[start] === LETTER_R && text.startsWith('raise', start) && !block.isClass)
      weighRefusal(reading, block, start, end)
    return
  }
  const from = afterSpacing(text, start)
  if (from >= end || bytes[from] === RETURN) return
  const found = substanceOf(text, bytes, from, end)
  // What stands behind a choice around nothing, and not in it.
  if (found === NEUTRAL && reading.indents.at(-1) === block.indent) block.substance &= ~CHOICE
  block.substance |= found
  if (found & WORK && refusesInLine(text, from)) block.mayRefuse = true
  if (block.substance & CHOICE && block.substance & ~(CHOICE | IDLE)) {
    block.substance |= WORK
    if (!block.isClass) weighRefusal(reading, block, from, end)
  }
}

/** `raise` begins with it. */
const LETTER_R = 0x72

function weighRefusal({ text, bytes }: Reading, block: Block, start: number, end: number): void {
  if ((substanceOf(text, bytes, start, end) & REFUSAL) === 0) return
  if (refusesBehindGuards(text, block.row.bodyStart, start)) block.substance = REFUSAL
  else block.mayRefuse = true
}

/** A definition begins in the innermost body, which is therefore no stub. */
export function contains(reading: Reading): void {
  if (reading.block !== undefined) reading.block.substance = WORK
}
