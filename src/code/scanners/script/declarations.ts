// Statements that declare by a word of their own: classes, interfaces, functions, types, enums, modules.
// Each answers where to read on, or undefined where the word was a name after all.

import {
  codeAt,
  EQUALS,
  endOfName,
  isNamePart,
  LESS,
  OPEN_BRACE,
  OPEN_PAREN,
  SEMICOLON,
  STAR,
} from '../lexing.ts'
import { addRow, keepName, lastRow, open, top } from './frames.ts'
import { afterPlain } from './line-ends.ts'
import { exportName } from './modules.ts'
import type { Place } from './place.ts'
import type { Frame, Reading } from './reading.ts'
import { afterBrackets } from './skip.ts'
import { afterTrivia } from './tokens.ts'
import { afterHeritage, openClass, readHeader } from './values.ts'

/** The row of a named declaration in this statement, exported as the statement says. */
function named(
  reading: Reading,
  frame: Frame,
  at: Place,
  kind: Parameters<typeof addRow>[2],
  name: string,
): number {
  const row = addRow(reading, frame, kind, name || 'default', at.start)
  const index = lastRow(reading)
  row.isExported = at.isExported
  if (name !== '') keepName(reading, frame, name, index)
  if (at.isExported) exportName(reading, at.isDefault ? 'default' : row.name, name, at.start)
  return index
}

export function classStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  const code = codeAt(text, at.next)
  if (isNamePart[code] !== 1 && code !== OPEN_BRACE) return undefined
  const nameEnd = endOfName(text, at.next)
  const word = text.slice(at.next, nameEnd)
  const isNamed = word !== '' && word !== 'extends' && word !== 'implements'
  const row = named(reading, frame, at, 'class', isNamed ? word : '')
  return openClass(reading, isNamed ? nameEnd : at.next, row)
}

export function interfaceStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  if (isNamePart[codeAt(text, at.next)] !== 1) return undefined
  const nameEnd = endOfName(text, at.next)
  const row = named(reading, frame, at, 'interface', text.slice(at.next, nameEnd))
  const body = afterHeritage(reading, nameEnd)
  return body >= text.length ? body : open(reading, 'interface', body, row)
}

export function functionStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  const nameStart = codeAt(text, at.next) === STAR ? afterTrivia(reading, at.next + 1) : at.next
  const nameEnd = endOfName(text, nameStart)
  const code = codeAt(text, afterTrivia(reading, nameEnd))
  if (code !== OPEN_PAREN && code !== LESS) return undefined
  const index = named(reading, frame, at, 'function', text.slice(nameStart, nameEnd))
  const header = readHeader(reading, nameEnd)
  if (header.body !== -1) return open(reading, 'block', header.body, index)
  const next = afterTrivia(reading, header.end)
  const end = codeAt(text, next) === SEMICOLON ? next + 1 : header.end
  reading.rows[index]!.end = end
  return Math.max(end, nameEnd + 1)
}

export function typeStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  if (isNamePart[codeAt(text, at.next)] !== 1) return undefined
  const nameEnd = endOfName(text, at.next)
  const code = codeAt(text, afterTrivia(reading, nameEnd))
  if (code !== EQUALS && code !== LESS) return undefined
  const row = reading.rows[named(reading, frame, at, 'type', text.slice(at.next, nameEnd))]!
  row.end = afterPlain(reading, nameEnd, { isType: true })
  row.bodyStart = nameEnd
  row.bodyEnd = row.end
  return row.end
}

export function enumStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  const nameEnd = endOfName(text, at.next)
  const body = afterTrivia(reading, nameEnd)
  if (nameEnd === at.next || codeAt(text, body) !== OPEN_BRACE) return undefined
  const row = reading.rows[named(reading, frame, at, 'enum', text.slice(at.next, nameEnd))]!
  row.end = afterBrackets(reading, body + 1)
  row.bodyStart = body + 1
  row.bodyEnd = row.end - 1
  return row.end
}

const moduleName = /(?:[\w$.\x80-\xff]+|(['"])(.*?)\1)?\s*\{/y

export function moduleStatement(reading: Reading, frame: Frame, at: Place): number | undefined {
  const { text } = reading
  moduleName.lastIndex = at.next
  const header = moduleName.exec(text)
  if (!header || (at.word !== 'global' && header[0].startsWith('{')))
    return at.word === 'module' && /^['"]/.test(text[at.next] ?? '')
      ? afterPlain(reading, at.next)
      : undefined
  const name = header[2] ?? header[0].slice(0, -1).trim()
  if (at.word === 'global') return openGlobal(reading, frame, moduleName.lastIndex - 1)
  const row = named(reading, frame, at, 'module', name)
  return open(reading, 'block', moduleName.lastIndex - 1, row)
}

/** `declare global {`: what it holds belongs to no module, so it has no row. */
function openGlobal(reading: Reading, frame: Frame, body: number): number {
  open(reading, 'block', body)
  reading.frames.splice(-1, 1, { ...top(reading), isModuleLevel: frame.isModuleLevel })
  return body + 1
}
