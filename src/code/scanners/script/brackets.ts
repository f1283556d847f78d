// Closing brackets, those that fit and those that do not. A file whose brackets do not match is suspect;
// read again, the columns of its lines decide which bracket a closing one belongs to.

import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  codeAt,
  isSpacing,
  OPEN_BRACE,
  OPEN_BRACKET,
} from '../lexing.ts'
import { close, endStatement, top } from './frames.ts'
import type { Frame, Reading } from './reading.ts'
import { settleArrow, settleCall } from './values.ts'

/** Closes what the bracket at `at` closes; answers where to read on. */
export function closeBracket(reading: Reading, at: number): number {
  const { text, frames } = reading
  const code = codeAt(text, at)
  if (reading.trustsColumns && code === CLOSE_BRACE) closeByColumn(reading, at)
  if (frames.length === 1 || !fits(text, top(reading), code)) {
    if (!recover(reading, at, code)) return at + 1
  }
  const frame = close(reading, at)
  return continueBehind(reading, frame, at + 1)
}

function continueBehind(reading: Reading, closed: Frame, from: number): number {
  const outer = top(reading)
  if (closed.isControl) {
    outer.isInside = false
    return from
  }
  if (closed.start === outer.arrowAt) return settleArrow(reading, outer, from)
  if (closed.row !== -1 && closed.row === outer.open) settleCall(reading, outer, from)
  return from
}

function fits(text: string, frame: Frame, code: number): boolean {
  if (frame.kind === 'group') {
    const opener = codeAt(text, frame.start)
    return code === (opener === OPEN_BRACKET ? CLOSE_BRACKET : CLOSE_PAREN)
  }
  return code === CLOSE_BRACE && frame.kind !== 'tag' && frame.kind !== 'children'
}

/** Closes what was left open inside the brackets that this one closes. There may be none: then it is passed over. */
function recover(reading: Reading, at: number, code: number): boolean {
  const { text, frames } = reading
  reading.isSuspect = true
  const fitting = innermost(frames, frame => fits(text, frame, code))
  if (fitting === -1 || (code !== CLOSE_BRACE && frames.length - fitting > 2)) {
    reading.troubles.push({ offset: at, message: `unmatched '${text[at]}'` })
    return false
  }
  while (frames.length - 1 > fitting) closeUnclosed(reading, at)
  return true
}

/** Brackets that are searched for a partner; the bound keeps broken files linear. */
const MOST_SEARCHED = 200

/** The index of the innermost frame for which it holds, the file itself aside, or -1. */
function innermost(frames: readonly Frame[], holds: (frame: Frame) => boolean): number {
  const last = Math.max(1, frames.length - MOST_SEARCHED)
  for (let depth = frames.length - 1; depth >= last; depth--)
    if (holds(frames[depth]!)) return depth
  return -1
}

export function closeUnclosed(reading: Reading, at: number): void {
  const frame = top(reading)
  reading.isSuspect = true
  const opener = reading.text[frame.start] ?? ''
  reading.troubles.push({ offset: frame.start, message: `'${opener}' was never closed` })
  close(reading, at)
}

/** A closing brace that begins its line ends what began at its column: what began further right was left open. */
function closeByColumn(reading: Reading, at: number): void {
  const { text, frames } = reading
  const column = columnOfFirst(text, at)
  if (column === -1) return
  const owner = innermost(
    frames,
    ({ start }) => codeAt(text, start) === OPEN_BRACE && indentAt(text, start) === column,
  )
  while (owner > 0 && frames.length - 1 > owner) closeUnclosed(reading, at)
}

/** The column of a character that is the first on its line, else -1. */
function columnOfFirst(text: string, at: number): number {
  let place = at - 1
  while (place >= 0 && text[place] !== '\n') {
    if (isSpacing[codeAt(text, place)] !== 1) return -1
    place--
  }
  return at - place - 1
}

function indentAt(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at) + 1
  let place = start
  while (isSpacing[codeAt(text, place)] === 1 && text[place] !== '\n') place++
  return place - start
}

/** Words that begin a declaration of a module, and at the first column nothing else. */
const moduleWord =
  /(?:export|import|function|async function|class|abstract class|interface|enum|const enum|declare|namespace)\b/y

/** In a broken file a declaration at the first column ends everything that was left open before it. */
export function resynchronise(reading: Reading, at: number): void {
  const { text, frames } = reading
  if (!reading.trustsColumns || frames.length === 1) return
  if (at > 0 && text[at - 1] !== '\n') return
  moduleWord.lastIndex = at
  if (!moduleWord.test(text)) return
  while (frames.length > 1) closeUnclosed(reading, at)
  endStatement(reading, frames[0]!, at)
}
