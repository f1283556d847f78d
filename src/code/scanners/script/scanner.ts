// Declarations, imports and exports of a TypeScript or JavaScript file, read in one pass with a stack of open brackets.
// Never recursive: any depth of nesting costs memory, not the stack. A file whose brackets do not match is suspect,
// and is read a second time with the columns of its lines as the guide.

import type { Outline } from '../../model.ts'
import { afterByteOrderMark, find } from '../lexing.ts'
import { toOutline } from '../rows.ts'
import { closeUnclosed } from './brackets.ts'
import { settleExports } from './exports.ts'
import { readExpression, readTemplate } from './expressions.ts'
import { endStatement, top } from './frames.ts'
import { readChildren, readTag } from './jsx.ts'
import { classMember, interfaceMember, objectMember } from './members.ts'
import { begin, type Reading } from './reading.ts'
import { beginStatement } from './statements.ts'
import { afterTrivia } from './tokens.ts'

export function scanScript(path: string, text: string, isAscii = false): Outline {
  const first = read(path, text, false)
  const reading = first.isSuspect ? read(path, text, true) : first
  reading.isSuspect = first.isSuspect
  const rows = settleExports(reading)
  return toOutline(
    { ...reading, rows },
    {
      language: languageOf(path),
      isAscii,
      afterBlank: from => afterTrivia(reading, from),
    },
  )
}

function languageOf(path: string): string {
  return /\.[cm]?jsx?$/.test(path) ? 'javascript' : 'typescript'
}

function read(path: string, text: string, trustsColumns: boolean): Reading {
  const reading = begin(path, text, trustsColumns)
  let at = afterHashbang(text, afterByteOrderMark(text))
  while (at < text.length) at = step(reading, at)
  while (reading.frames.length > 1) closeUnclosed(reading, text.length)
  endStatement(reading, top(reading), text.length)
  return reading
}

/** Every step reads at least one character, or opens or closes brackets. */
function step(reading: Reading, at: number): number {
  const frame = top(reading)
  switch (frame.kind) {
    case 'template':
      return readTemplate(reading, at)
    case 'tag':
      return readTag(reading, at)
    case 'children':
      return readChildren(reading, at)
    case 'interface':
      return interfaceMember(reading, frame, at)
    case 'class':
      return frame.isInside ? readExpression(reading, frame, at) : classMember(reading, frame, at)
    case 'object':
      return frame.isInside ? readExpression(reading, frame, at) : objectMember(reading, frame, at)
    case 'block':
      return frame.isInside ? readExpression(reading, frame, at) : beginStatement(reading, at)
    default:
      return readExpression(reading, frame, at)
  }
}

function afterHashbang(text: string, from: number): number {
  return text.startsWith('#!', from) ? find(text, '\n', from) : from
}
