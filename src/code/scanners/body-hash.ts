// Hashes of bodies that survive reformatting and comments: all bodies of a file in one pass over its text.
// A polynomial hash over two 32-bit lanes, so that the hash of a range is the difference of two prefixes
// and nesting costs nothing. It tells bodies apart; it is no defence against somebody who wants two to collide.

import { borrowBytes, isNamePart, isSpacing } from './lexing.ts'
import { IGNORED, type Marks, STRIDE, VERBATIM } from './marks.ts'

/** A range of bytes; bodies come in source order and nest properly. */
interface Body {
  readonly bodyStart: number
  readonly bodyEnd: number
}

/** One hash per body, '' for one without code. */
export function hashBodies(text: string, marks: Marks, bodies: readonly Body[]): string[] {
  const hashes = bodies.map(() => '')
  const open: Prefix[] = []
  const reader: Reader = {
    bytes: borrowBytes(text),
    marks,
    at: 0,
    mark: 0,
    lane1: 0,
    lane2: 0,
    count: 0,
    last: 0,
    isApart: false,
  }
  const closeUntil = (offset: number) => {
    while (open.length > 0 && bodies[open.at(-1)!.body]!.bodyEnd <= offset) {
      const prefix = open.pop()!
      advance(reader, bodies[prefix.body]!.bodyEnd)
      hashes[prefix.body] = difference(prefix, reader)
    }
  }
  for (const [body, { bodyStart, bodyEnd }] of bodies.entries()) {
    if (bodyEnd <= bodyStart) continue
    closeUntil(bodyStart)
    if (open.length === 0) jump(reader, bodyStart)
    else advance(reader, bodyStart)
    rest(reader)
    open.push({ body, lane1: reader.lane1, lane2: reader.lane2, count: reader.count })
  }
  closeUntil(Number.POSITIVE_INFINITY)
  return hashes
}

interface Prefix {
  readonly body: number
  readonly lane1: number
  readonly lane2: number
  readonly count: number
}

interface Reader {
  /** A loop over bytes runs a third faster than one over the characters of a string. */
  readonly bytes: Uint8Array
  readonly marks: Marks
  at: number
  /** Offset into the marks of the first that ends behind `at`. */
  mark: number
  lane1: number
  lane2: number
  count: number
  /** The last character that counted, or 0 where no word can run on. */
  last: number
  /** Spacing or a comment was passed since. */
  isApart: boolean
}

const BASE1 = 0x01000193
const BASE2 = 0x5bd1e995
const SQUARE1 = Math.imul(BASE1, BASE1)
const SQUARE2 = Math.imul(BASE2, BASE2)
const GAP = 32
/** Added to a mark's meaning, so that no symbol equals a character. */
const SYMBOL = 0x100

/** Nothing before `to` is inside a body: pass over it unread. */
function jump(reader: Reader, to: number): void {
  const { ranges, length } = reader.marks
  while (reader.mark < length && ranges[reader.mark + 1]! <= to) reader.mark += STRIDE
  reader.at = Math.max(reader.at, to)
}

function advance(reader: Reader, to: number): void {
  const { ranges, length } = reader.marks
  while (reader.at < to) {
    const start = reader.mark < length ? ranges[reader.mark]! : to
    if (start > reader.at) foldCode(reader, Math.min(start, to))
    if (start >= to) break
    foldMark(reader, Math.min(ranges[reader.mark + 1]!, to), ranges[reader.mark + 2]!)
    if (ranges[reader.mark + 1]! <= to) reader.mark += STRIDE
  }
}

function foldMark(reader: Reader, to: number, meaning: number): void {
  if (meaning === VERBATIM) foldVerbatim(reader, to)
  else if (meaning !== IGNORED) foldSymbol(reader, SYMBOL + meaning)
  else reader.isApart = true
  reader.at = Math.max(reader.at, to)
}

function foldSymbol(reader: Reader, symbol: number): void {
  reader.lane1 = (Math.imul(reader.lane1, BASE1) + symbol) | 0
  reader.lane2 = (Math.imul(reader.lane2, BASE2) + symbol) | 0
  reader.count++
  rest(reader)
}

function rest(reader: Reader): void {
  reader.last = 0
  reader.isApart = false
}

/** Two bytes at a time: each step waits for the one before, so half the steps are half the wait. */
function foldVerbatim(reader: Reader, to: number): void {
  let { lane1, lane2 } = reader
  const { bytes } = reader
  let { at } = reader
  for (; at + 1 < to; at += 2) {
    const first = bytes[at]!
    const second = bytes[at + 1]!
    lane1 = (Math.imul(lane1, SQUARE1) + Math.imul(first, BASE1) + second) | 0
    lane2 = (Math.imul(lane2, SQUARE2) + Math.imul(first, BASE2) + second) | 0
  }
  if (at < to) {
    lane1 = (Math.imul(lane1, BASE1) + bytes[at]!) | 0
    lane2 = (Math.imul(lane2, BASE2) + bytes[at]!) | 0
  }
  reader.count += Math.max(0, to - reader.at)
  reader.lane1 = lane1
  reader.lane2 = lane2
  rest(reader)
}

/** Spacing counts only where it keeps two words apart. */
function foldCode(reader: Reader, to: number): void {
  const { bytes } = reader
  let { at } = reader
  while (at < to) {
    const code = bytes[at]!
    if (isSpacing[code] === 1) {
      reader.isApart = true
      at++
      continue
    }
    if (reader.isApart && isNamePart[code] === 1 && isNamePart[reader.last] === 1) foldGap(reader)
    at = foldRun(reader, at, to)
  }
  reader.at = to
}

function foldGap(reader: Reader): void {
  reader.lane1 = (Math.imul(reader.lane1, BASE1) + GAP) | 0
  reader.lane2 = (Math.imul(reader.lane2, BASE2) + GAP) | 0
  reader.count++
}

/** Everything up to the next spacing. */
function foldRun(reader: Reader, from: number, to: number): number {
  const { bytes } = reader
  let { lane1, lane2 } = reader
  let at = from
  for (; at < to; at++) {
    const code = bytes[at]!
    if (isSpacing[code] === 1) break
    lane1 = (Math.imul(lane1, BASE1) + code) | 0
    lane2 = (Math.imul(lane2, BASE2) + code) | 0
  }
  reader.lane1 = lane1
  reader.lane2 = lane2
  reader.count += at - from
  reader.last = bytes[at - 1]!
  reader.isApart = false
  return at
}

function difference(from: Prefix, to: Reader): string {
  const count = to.count - from.count
  if (count === 0) return ''
  const lane1 = to.lane1 - Math.imul(from.lane1, power(BASE1, count))
  const lane2 = to.lane2 - Math.imul(from.lane2, power(BASE2, count))
  return hex(scramble(lane1 ^ count), scramble(lane2))
}

function power(base: number, exponent: number): number {
  let result = 1
  for (let square = base, left = exponent; left > 0; left >>>= 1) {
    if (left & 1) result = Math.imul(result, square)
    square = Math.imul(square, square)
  }
  return result
}

/** The finish of MurmurHash3: every bit of the input moves every bit of the result. */
function scramble(lane: number): number {
  let bits = lane ^ (lane >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Sixteen digits in one call: three times as fast as `toString(16)` with padding, and there is one per body. */
function hex(high: number, low: number): string {
  return String.fromCharCode(
    digit(high >>> 28),
    digit(high >>> 24),
    digit(high >>> 20),
    digit(high >>> 16),
    digit(high >>> 12),
    digit(high >>> 8),
    digit(high >>> 4),
    digit(high),
    digit(low >>> 28),
    digit(low >>> 24),
    digit(low >>> 20),
    digit(low >>> 16),
    digit(low >>> 12),
    digit(low >>> 8),
    digit(low >>> 4),
    digit(low),
  )
}

function digit(bits: number): number {
  const value = bits & 15
  return value < 10 ? 48 + value : 87 + value
}
