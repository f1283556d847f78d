// `const`, `let` and `var`: each declarator of a statement, plain or by pattern, and the modules they require.

import {
  COLON,
  codeAt,
  EQUALS,
  endOfName,
  isNamePart,
  OPEN_BRACE,
  OPEN_BRACKET,
} from '../lexing.ts'
import { afterTargets } from './assigned.ts'
import { addRow, endRow, keepName, lastRow } from './frames.ts'
import { exportName, requirement } from './modules.ts'
import { bindingsOf } from './patterns.ts'
import type { Frame, Reading } from './reading.ts'
import { afterBrackets, afterType } from './skip.ts'
import { afterTrivia } from './tokens.ts'
import { beginValue } from './values.ts'

/** From behind `const`, `let` or `var`; `start` is where the statement begins. */
export function beginVariables(
  reading: Reading,
  frame: Frame,
  from: number,
  start: number,
  isExported: boolean,
): number {
  frame.isInside = true
  frame.isDeclaring = true
  return declarator(reading, frame, from, start, isExported)
}

const plainName = /\s*[\w$\x80-\xff]+\s*([,>.[|&(])?/y

/** The comma at `at` parts two variables, and not two type arguments of the value before it. */
export function beginsDeclarator({ text, rows }: Reading, frame: Frame, at: number): boolean {
  plainName.lastIndex = at + 1
  const follower = plainName.exec(text)?.[1]
  if (follower === undefined) return true
  if (follower !== ',') return false
  const valueStart = rows[frame.open]?.bodyStart ?? at
  return !/[\w$]<[^<]*$/.test(text.slice(Math.max(valueStart, at - LONGEST_ARGUMENTS), at))
}

/** Bytes before a comma in which an open type argument list is looked for. */
const LONGEST_ARGUMENTS = 400

/** The comma at `at` ends one declarator and begins the next, exported like the one before. */
export function nextDeclarator(reading: Reading, frame: Frame, at: number): number {
  const isExported = reading.rows[frame.open]?.isExported === true
  endRow(reading, frame, at)
  const next = afterTrivia(reading, at + 1)
  return declarator(reading, frame, next, next, isExported)
}

function declarator(
  reading: Reading,
  frame: Frame,
  at: number,
  start: number,
  isExported: boolean,
): number {
  const code = codeAt(reading.text, at)
  if (code === OPEN_BRACE || code === OPEN_BRACKET)
    return patternDeclarator(reading, frame, at, start, isExported)
  if (isNamePart[code] !== 1) return at
  const nameEnd = endOfName(reading.text, at)
  const value = beginOfValue(reading, nameEnd)
  const name = reading.text.slice(at, nameEnd)
  frame.open = declare(reading, frame, { name, start, end: nameEnd, isExported })
  if (value.at === -1) return value.end
  requirement(reading, value.at, [{ name: '*', alias: name }])
  return beginValue(reading, frame, afterTargets(reading, frame, value.at, name))
}

interface Variable {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly isExported: boolean
}

/** Adds the row of a variable, which counts for sure in a module only; answers its index. */
function declare(reading: Reading, frame: Frame, variable: Variable): number {
  const { name, start, end, isExported } = variable
  frame.open = -1
  const row = addRow(reading, frame, 'constant', name, start)
  row.isTentative = !frame.isModuleLevel
  row.isExported = isExported
  row.end = end
  if (isExported) exportName(reading, name, name, start)
  keepName(reading, frame, name, lastRow(reading))
  return lastRow(reading)
}

/** Behind `!` and a type; `at` is where the value begins, or -1. */
function beginOfValue(
  reading: Reading,
  from: number,
): { readonly at: number; readonly end: number } {
  const { text } = reading
  let at = afterTrivia(reading, from)
  if (text[at] === '!') at = afterTrivia(reading, at + 1)
  if (codeAt(text, at) === COLON) {
    const end = afterType(reading, at + 1)
    at = afterTrivia(reading, end)
    if (codeAt(text, at) !== EQUALS) return { at: -1, end }
  }
  return codeAt(text, at) === EQUALS ? { at: at + 1, end: at + 1 } : { at: -1, end: from }
}

/** `const { a, b: c } = …`: one row per name, in a module. */
function patternDeclarator(
  reading: Reading,
  frame: Frame,
  at: number,
  start: number,
  isExported: boolean,
): number {
  const end = afterBrackets(reading, at + 1)
  const bindings = bindingsOf(reading, at, end)
  if (frame.isModuleLevel)
    for (const { name } of bindings)
      frame.open = declare(reading, frame, { name, start, end, isExported })
  const value = beginOfValue(reading, end)
  if (value.at === -1) return value.end
  requirement(
    reading,
    value.at,
    bindings.map(({ key, name }) => ({ name: key, alias: key === name ? '' : name })),
  )
  return value.at
}
