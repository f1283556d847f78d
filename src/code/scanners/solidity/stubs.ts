// Which bodies of Solidity do nothing. Hooks and overrides that do nothing on purpose say so in their header.

import type { Row } from '../rows.ts'
import { afterTrivia, endBefore } from '../script/tokens.ts'
import type { Reading } from './reading.ts'

const refusal =
  /(?:revert\s*\(\s*(["'])[^"'\n]*\b(?:not\s+(?:yet\s+)?implemented|unimplemented|todo)\b[^"'\n]*\1\s*\)|revert\s+[\w$.]*(?:NotImplemented|Unimplemented)\w*\s*\([^;]*\)|require\s*\(\s*false\s*,\s*(["'])[^"'\n]*\b(?:not\s+(?:yet\s+)?implemented|unimplemented|todo)\b[^"'\n]*\2\s*\))\s*;/iy

export function isStubBody(reading: Reading, row: Row, header: string): boolean {
  if (endBefore(reading, row.bodyEnd) <= row.bodyStart) return !isEmptyOnPurpose(row.name, header)
  refusal.lastIndex = afterTrivia(reading, row.bodyStart)
  return refusal.test(reading.text) && afterTrivia(reading, refusal.lastIndex) >= row.bodyEnd
}

/** Taking ether, a constructor that only passes on or takes nothing, a hook to override, an override. */
function isEmptyOnPurpose(name: string, header: string): boolean {
  if (name === 'receive' || name === 'fallback') return true
  if (name === 'constructor') return !/^constructor\s*\([^)]*\w[^)]*\)[\s\w]*$/.test(header)
  return /\b(override|virtual)\b/.test(header)
}
