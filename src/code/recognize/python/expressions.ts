// Expressions of Python, read through without keeping them: what comes back is what may be done with one. Accepts less than
// CPython does, and nothing that CPython refuses.

import { isComprehension, readComprehension } from './comprehensions.ts'
import { refuseToSay } from './doubt.ts'
import { readParameters } from './parameters.ts'
import { advance, type Reader, readerOf } from './reader.ts'
import { checkFields } from './strings.ts'
import { readArguments, readSlices } from './trailers.ts'

/** What may stand to the left of what: a bare name, another place that takes a value, several of them, or a mere value. */
export type Shape = 'name' | 'place' | 'places' | 'value'

/** CPython gives up at 200 open brackets. */
const MOST_DEPTH = 90

export const isAt = (reader: Reader, word: string) => reader.word === word

export function expect(reader: Reader, word: string): void {
  if (reader.word !== word) refuseToSay()
  advance(reader)
}

export function accept(reader: Reader, word: string): boolean {
  if (reader.word !== word) return false
  advance(reader)
  return true
}

export function readName(reader: Reader): void {
  if (reader.kind !== 'name') refuseToSay()
  advance(reader)
}

/** With commas and stars: what stands behind `return`, `=` and `in`. */
export function readList(reader: Reader): Shape {
  const isStarred = isAt(reader, '*')
  const first = readStarred(reader)
  if (isAt(reader, ',')) return readRest(reader, first, readStarred)
  return isStarred ? refuseToSay() : first
}

function readStarred(reader: Reader): Shape {
  if (!accept(reader, '*')) return readExpression(reader)
  return isTarget(readOperand(reader)) ? 'places' : 'value'
}

/** The rest of a tuple or list whose first element has been read; a comma may end it. */
export function readRest(reader: Reader, first: Shape, readOne: (reader: Reader) => Shape): Shape {
  let isPlaces = isTarget(first)
  while (accept(reader, ',') && mayBegin(reader)) {
    const shape = readOne(reader)
    isPlaces &&= isTarget(shape)
  }
  return isPlaces ? 'places' : 'value'
}

export const isTarget = (shape: Shape) => shape !== 'value'

/** Signs and keywords with which an expression may begin; every other one ends a list. */
const beginning = new Set('( [ { - + ~ ... * None True False not lambda await yield'.split(' '))

export function mayBegin({ kind, word }: Reader): boolean {
  if (kind === 'sign' || kind === 'keyword') return beginning.has(word)
  return kind === 'name' || kind === 'number' || kind === 'string'
}

export function readExpression(reader: Reader): Shape {
  if (++reader.depth > MOST_DEPTH) refuseToSay()
  const shape = isAt(reader, 'lambda') ? readLambda(reader) : readChoice(reader)
  reader.depth--
  return shape
}

function readLambda(reader: Reader): Shape {
  advance(reader)
  readParameters(reader, ':', false, readExpression)
  expect(reader, ':')
  readExpression(reader)
  return 'value'
}

function readChoice(reader: Reader): Shape {
  const shape = readDisjunction(reader)
  if (!accept(reader, 'if')) return shape
  readDisjunction(reader)
  expect(reader, 'else')
  readExpression(reader)
  return 'value'
}

const comparing = new Set(['<', '>', '==', '>=', '<=', '!=', 'in', 'is', 'not'])
const combining = new Set(['+', '-', '*', '/', '//', '%', '@', '&', '|', '^', '<<', '>>'])

export function readDisjunction(reader: Reader): Shape {
  let isMere = true
  for (;;) {
    while (accept(reader, 'not')) isMere = false
    const shape = readOperand(reader)
    while (comparing.has(reader.word)) {
      readComparison(reader)
      readOperand(reader)
      isMere = false
    }
    if (!accept(reader, 'and') && !accept(reader, 'or')) return isMere ? shape : 'value'
    isMere = false
  }
}

function readComparison(reader: Reader): void {
  const first = reader.word
  advance(reader)
  if (first === 'not') expect(reader, 'in')
  if (first === 'is') accept(reader, 'not')
}

/** Whatever binds closer than a comparison. */
function readOperand(reader: Reader): Shape {
  const shape = readUnary(reader)
  if (!combining.has(reader.word)) return shape
  while (combining.has(reader.word)) {
    advance(reader)
    readUnary(reader)
  }
  return 'value'
}

function readUnary(reader: Reader): Shape {
  let isMere = true
  for (;;) {
    while (isAt(reader, '-') || isAt(reader, '+') || isAt(reader, '~')) {
      advance(reader)
      isMere = false
    }
    if (accept(reader, 'await')) isMere = false
    const shape = readPrimary(reader)
    if (!accept(reader, '**')) return isMere ? shape : 'value'
    isMere = false
  }
}

/** An atom with everything that hangs on it. */
export function readPrimary(reader: Reader): Shape {
  let shape = readAtom(reader)
  for (;;) {
    if (isAt(reader, '.')) {
      advance(reader)
      readName(reader)
      shape = 'place'
    } else if (isAt(reader, '[')) {
      readSlices(reader)
      shape = 'place'
    } else if (isAt(reader, '(')) {
      readArguments(reader)
      shape = 'value'
    } else return shape
  }
}

function readAtom(reader: Reader): Shape {
  const { kind, word } = reader
  if (kind === 'string') return readStrings(reader)
  if (kind === 'sign') {
    if (word === '(') return readGroup(reader)
    if (word === '[') return readDisplay(reader)
    if (word === '{') return readBraces(reader)
    if (word !== '...') return refuseToSay()
  } else if (kind === 'keyword') {
    if (word !== 'None' && word !== 'True' && word !== 'False') return refuseToSay()
  } else if (kind !== 'name' && kind !== 'number') return refuseToSay()
  advance(reader)
  return kind === 'name' ? 'name' : 'value'
}

function readStrings(reader: Reader): Shape {
  const isBytes = reader.string!.isBytes
  while (reader.kind === 'string') {
    const { text, depth, string } = reader
    if (string!.isBytes !== isBytes) refuseToSay()
    if (string!.isFormatted)
      checkFields(text, string!, (body, at) => readField(body, at, depth + 1))
    advance(reader)
  }
  return 'value'
}

/** Between its braces lines do not end, and older Pythons allow neither escapes nor comments. */
function readField(body: string, at: number, depth: number): number {
  const reader = { ...readerOf(body), at, depth, brackets: 1, isLineStart: false }
  advance(reader)
  readList(reader)
  const isPlain = !/[\\#]|\blambda\b/.test(body.slice(at, reader.start))
  return reader.kind === 'sign' && isPlain ? reader.start : refuseToSay()
}

/** Where a name may be given its value on the way: `(found := find())`. */
export function readNamed(reader: Reader): Shape {
  const shape = readExpression(reader)
  if (!isAt(reader, ':=')) return shape
  if (shape !== 'name') refuseToSay()
  advance(reader)
  readExpression(reader)
  return 'value'
}

function readElement(reader: Reader): Shape {
  return isAt(reader, '*') ? readStarred(reader) : readNamed(reader)
}

function readGroup(reader: Reader): Shape {
  advance(reader)
  if (accept(reader, ')')) return 'places'
  if (isAt(reader, 'yield')) {
    readYield(reader)
    expect(reader, ')')
    return 'value'
  }
  const isStarred = isAt(reader, '*')
  let shape = readElement(reader)
  if (isComprehension(reader) && !isStarred) {
    readComprehension(reader)
    shape = 'value'
  } else if (isAt(reader, ',')) shape = readRest(reader, shape, readElement)
  else if (isStarred) refuseToSay()
  else if (shape === 'name') shape = 'place'
  expect(reader, ')')
  return shape
}

function readDisplay(reader: Reader): Shape {
  advance(reader)
  if (accept(reader, ']')) return 'places'
  const isStarred = isAt(reader, '*')
  let shape = readElement(reader)
  if (isComprehension(reader) && !isStarred) {
    readComprehension(reader)
    shape = 'value'
  } else shape = readRest(reader, shape, readElement)
  expect(reader, ']')
  return shape === 'value' ? 'value' : 'places'
}

/** A dictionary or a set. */
function readBraces(reader: Reader): Shape {
  advance(reader)
  if (isAt(reader, '}')) {
    advance(reader)
    return 'value'
  }
  const isStarred = isAt(reader, '*') || isAt(reader, '**')
  const isDictionary = readEntry(reader)
  if (isComprehension(reader) && !isStarred) readComprehension(reader)
  else
    while (accept(reader, ',') && !isAt(reader, '}'))
      if (readEntry(reader) !== isDictionary) refuseToSay()
  expect(reader, '}')
  return 'value'
}

/** Whether it is one of a dictionary. */
function readEntry(reader: Reader): boolean {
  if (accept(reader, '**')) {
    readOperand(reader)
    return true
  }
  if (isAt(reader, '*')) {
    readStarred(reader)
    return false
  }
  const shape = readExpression(reader)
  if (accept(reader, ':')) {
    readExpression(reader)
    return true
  }
  if (isAt(reader, ':=')) {
    if (shape !== 'name') refuseToSay()
    advance(reader)
    readExpression(reader)
  }
  return false
}

export function readYield(reader: Reader): void {
  expect(reader, 'yield')
  if (accept(reader, 'from')) readExpression(reader)
  else if (mayBegin(reader)) readList(reader)
}
