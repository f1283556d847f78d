// Assignments that declare: `module.exports = …`, `exports.run = …`, `Name.prototype.run = …`, `Name.run = …`.

import { codeAt, OPEN_BRACE } from '../lexing.ts'
import { addRow, lastRow } from './frames.ts'
import { exportName } from './modules.ts'
import type { Frame, Reading } from './reading.ts'
import { afterTrivia } from './tokens.ts'
import { beginValue } from './values.ts'

const target = /(?:module\s*\.\s*)?exports(?:\s*\.\s*([\w$\x80-\xff]+))?\s*=(?![=>])\s*/y
/** Mongoose keeps the methods of its models at their schema. */
const member =
  /([\w$\x80-\xff]+)(?:\s*\.\s*(?:prototype|methods|statics))?\s*\.\s*([\w$\x80-\xff]+)\s*=(?![=>])\s*/y
const defined =
  /Object\s*\.\s*defineProperty\s*\(\s*(?:module\s*\.\s*)?exports\s*,\s*(['"])([\w$]+)\1/y
const star =
  /(?:__exportStar|__export|tslib\.__exportStar)\s*\(\s*require\s*\(\s*(['"])([^'"\n]+)\1/y

/** Reads a statement that may be such an assignment; answers where to read on, or undefined for any other. */
export function assignment(
  reading: Reading,
  frame: Frame,
  start: number,
  word: string,
): number | undefined {
  if (!frame.isModuleLevel && frame.owner !== -1) return undefined
  if (word === 'module' || word === 'exports') return exportAssignment(reading, frame, start)
  if (generators.has(word)) generatedExport(reading, start)
  const owner = reading.named.get(word)
  if (owner === undefined) return undefined
  member.lastIndex = start
  const found = member.exec(reading.text)
  if (!found) return undefined
  const row = addRow(reading, frame, 'field', found[2]!, start)
  row.parent = owner
  return beginAssigned(reading, frame, behindChain(reading, member.lastIndex))
}

/** `A.run = A.go = …`: the value stands behind the last target. */
function behindChain({ text }: Reading, from: number): number {
  let at = from
  for (member.lastIndex = at; member.test(text); member.lastIndex = at) at = member.lastIndex
  return at
}

function exportAssignment(reading: Reading, frame: Frame, start: number): number | undefined {
  const { text } = reading
  const names: string[] = []
  let at = start
  for (;;) {
    target.lastIndex = at
    const found = target.exec(text)
    if (!found) break
    names.push(found[1] ?? 'default')
    at = target.lastIndex
  }
  if (names.length === 0) return undefined
  const local = /[\w$\x80-\xff]+(?=\s*(?:;|\n|\}|$))/y
  local.lastIndex = at
  const isObject = names.at(-1) === 'default' && codeAt(text, at) === OPEN_BRACE
  const value = local.exec(text)?.[0] ?? ''
  const isPlaceholder = text.startsWith('void 0', at)
  if (!isObject && !isPlaceholder)
    for (const name of names)
      if (name !== '__esModule') exportName(reading, name, value || name, start)
  const row = addRow(reading, frame, 'constant', names[0]!, start)
  row.isExported = true
  frame.isExports = isObject
  return beginAssigned(reading, frame, at)
}

const generators = new Set(['Object', '__exportStar', '__export', 'tslib'])

/** What compilers write for re-exports. */
function generatedExport(reading: Reading, start: number): void {
  defined.lastIndex = start
  const name = defined.exec(reading.text)?.[2]
  if (name !== undefined && name !== '__esModule') exportName(reading, name, name, start)
  star.lastIndex = start
  const module = star.exec(reading.text)?.[2]
  if (module !== undefined) reading.exports.push({ name: '*', local: '*', module, offset: start })
}

function beginAssigned(reading: Reading, frame: Frame, from: number): number {
  const row = reading.rows[lastRow(reading)]!
  row.isTentative = true
  frame.open = lastRow(reading)
  frame.isInside = true
  return beginValue(reading, frame, afterTrivia(reading, from))
}
