// `@name`, `@a.b(…)`: the name is kept for the declaration that follows, arguments are passed over.

import { codeAt, isNamePart, LESS, OPEN_PAREN } from '../lexing.ts'
import type { Reading } from './reading.ts'
import { afterAngles, afterBrackets } from './skip.ts'
import { afterTrivia } from './tokens.ts'

/** From the at sign to behind the decorator. */
export function decorator(reading: Reading, start: number): number {
  const { text } = reading
  let at = afterTrivia(reading, start + 1)
  if (codeAt(text, at) === OPEN_PAREN) return afterBrackets(reading, at + 1)
  const nameStart = at
  while (isNamePart[codeAt(text, at)] === 1 || text[at] === '.') at++
  if (at > nameStart) reading.decorators.push(text.slice(nameStart, at))
  if (codeAt(text, at) === LESS) at = afterAngles(reading, at)
  if (codeAt(text, at) === OPEN_PAREN) at = afterBrackets(reading, at + 1)
  return Math.max(at, start + 1)
}
