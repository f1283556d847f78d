// Opening and closing the bodies of Python definitions, and weighing what stands in them.

import { NOTHING, WORK } from '../../bodies/substance.ts'
import { afterSpacing } from '../lexing.ts'
import type { Row } from '../rows.ts'
import type { Reading } from './reading.ts'
import { isStubBody, substanceOf } from './stubs.ts'

const testCase = /TestCase\b/
const protocol = /\bProtocol\b/
const someBase = /\(\s*[^)\s]/

/** The header of `row` ends at `bodyStart`: what follows on its line, or at a deeper indentation, is its body. */
export function openBlock(reading: Reading, row: Row, indent: number, bodyStart: number): void {
  const { text, blocks } = reading
  row.bodyStart = bodyStart
  row.bodyEnd = bodyStart
  const header = row.kind === 'class' ? afterName(text.slice(row.start, row.bodyStart)) : ''
  if (header !== '' && testCase.test(header)) row.isTest = true
  blocks.push({
    row,
    index: reading.rows.lastIndexOf(row),
    indent,
    hasBases: header !== '' && someBase.test(header),
    isProtocol: header !== '' && protocol.test(header),
    substance: NOTHING,
  })
  reading.blockIndent = indent
}

/** `(Base, metaclass=M):`, or nothing but the colon. */
function afterName(header: string): string {
  const parenthesis = header.indexOf('(')
  return parenthesis === -1 ? '' : header.slice(parenthesis)
}

export function closeBlocks(reading: Reading, indent: number): void {
  const { blocks } = reading
  while (blocks.length > 0 && blocks.at(-1)!.indent >= indent) {
    const { row, substance, hasBases } = blocks.pop()!
    row.end = Math.max(reading.lastEnd, row.bodyStart)
    row.bodyEnd = row.end
    row.isStub = isStubBody(reading.text, row, substance, {
      hasBases,
      outer: blocks.at(-1),
      isInterfaceFile: reading.path.endsWith('.pyi'),
    })
  }
  reading.blockIndent = blocks.at(-1)?.indent ?? -1
}

/** Counts one logical line towards the body it stands in. */
export function weigh(reading: Reading, start: number, end: number): void {
  const block = reading.blocks.at(-1)
  if (block === undefined || block.substance & WORK) return
  const { text, bytes } = reading
  const from = afterSpacing(text, start)
  if (from >= end) return
  block.substance |= substanceOf(text, bytes, from, end)
}

/** A definition begins in the innermost body, which is therefore no stub. */
export function contains(reading: Reading): void {
  const block = reading.blocks.at(-1)
  if (block !== undefined) block.substance = WORK
}
