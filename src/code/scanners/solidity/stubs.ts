// Which bodies of Solidity do nothing. Hooks and overrides that do nothing on purpose say so in their header.

import { isEmptyChoice } from '../../bodies/empty-choices.ts'
import { splitStatements, substanceOfStatement } from '../../bodies/statements.ts'
import {
  CHOICE,
  isStubBody as isStubText,
  NOTHING,
  REFUSAL,
  type Substance,
  WORK,
} from '../../bodies/substance.ts'
import type { Row } from '../rows.ts'
import { afterTrivia, endBefore } from '../script/tokens.ts'
import { hasWorkingModifier, takesEther } from './modifiers.ts'
import type { Reading } from './reading.ts'

const refusal =
  /(?:revert\s*\(\s*(["'])[^"'\n]*\b(?:not\s+(?:yet\s+)?implemented|unimplemented|todo)\b[^"'\n]*\1\s*\)|revert\s+[\w$.]*(?:NotImplemented|Unimplemented)\w*\s*\([^;]*\)|require\s*\(\s*false\s*,\s*(["'])[^"'\n]*\b(?:not\s+(?:yet\s+)?implemented|unimplemented|todo)\b[^"'\n]*\2\s*\))\s*;/iy

/** A longer body does something. */
const LONGEST_STUB = 600

export function isStubBody(reading: Reading, row: Row, header: string): boolean {
  const { text, rows } = reading
  const { start, bodyStart, bodyEnd } = row
  const substance = substanceOf(reading, row)
  const isHook =
    (substance === NOTHING || substance === CHOICE) && isEmptyOnPurpose(row.name, header, reading)
  return isStubText({ text, start, bodyStart, bodyEnd, substance, outer: rows[row.parent], isHook })
}

function substanceOf(reading: Reading, { bodyStart, bodyEnd }: Row): Substance {
  const { text } = reading
  if (endBefore(reading, bodyEnd) <= bodyStart) return NOTHING
  refusal.lastIndex = afterTrivia(reading, bodyStart)
  if (refusal.test(text) && afterTrivia(reading, refusal.lastIndex) >= bodyEnd) return REFUSAL
  if (bodyEnd - bodyStart > LONGEST_STUB) return WORK
  const code = text.slice(bodyStart, bodyEnd).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
  if (/^\s*return\s*;\s*$/.test(code)) return NOTHING
  if (isEmptyChoice(code, 'solidity')) return CHOICE
  return splitStatements(code).reduce<Substance>(
    (sum, each) => sum | substanceOfStatement(each),
    NOTHING,
  )
}

/** Taking ether, a constructor that only passes on or takes nothing, a hook to override, an override, a modifier that does the work. */
function isEmptyOnPurpose(name: string, header: string, reading: Reading): boolean {
  if (name === 'receive' || name === 'fallback') return true
  if (name === 'constructor') return !/^constructor\s*\([^)]*\w[^)]*\)[\s\w]*$/.test(header)
  if (!/^function\b/.test(header)) return /\b(override|virtual)\b/.test(header)
  return (
    /\b(override|virtual)\b/.test(header) ||
    takesEther(header) ||
    hasWorkingModifier(header, reading)
  )
}
