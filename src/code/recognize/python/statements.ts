// Statements of Python, read through without keeping them. Newer ones than 3.9 has, such as `match`, are left to the grammar.

import { readTargets } from './comprehensions.ts'
import { refuseToSay } from './doubt.ts'
import {
  accept,
  expect,
  isAt,
  isTarget,
  readExpression,
  readList,
  readName,
  readNamed,
  readPrimary,
  readYield,
  type Shape,
} from './expressions.ts'
import { readParameters } from './parameters.ts'
import { advance, type Range, type Reader } from './reader.ts'
import { isSkip } from './skips.ts'
import { readArguments } from './trailers.ts'

/** CPython gives up at 100 levels of indentation. */
const MOST_BLOCKS = 80

export function readFile(reader: Reader): void {
  advance(reader)
  while (reader.kind !== 'end') readStatement(reader)
}

function readStatement(reader: Reader): void {
  const compound = reader.kind === 'keyword' ? compounds.get(reader.word) : undefined
  if (compound) compound(reader)
  else if (isAt(reader, '@')) readDecorated(reader)
  else readLine(reader)
}

/** Statements of one line. */
function readLine(reader: Reader): void {
  do {
    const { start } = reader
    readSimple(reader)
    if (neverBeyond.test(reader.text.slice(start, reader.before)))
      reader.dead.push({ start, end: reader.before })
  } while (accept(reader, ';') && reader.kind !== 'line')
  endLine(reader)
}

/** By itself: an `or` might lead on. */
const neverBeyond = /^False\s+and\b(?![\s\S]*\b(?:or|if)\b)/

function endLine(reader: Reader): void {
  if (reader.kind !== 'line') refuseToSay()
  reader.lineEnd = reader.before
  advance(reader)
}

function readSimple(reader: Reader): void {
  const simple = reader.kind === 'keyword' ? simples.get(reader.word) : undefined
  if (simple) simple(reader)
  else readAssignment(reader)
}

const augmenting = new Set('+= -= *= /= //= %= @= &= |= ^= >>= <<= **='.split(' '))

/** An expression by itself, or one that something is assigned to. */
function readAssignment(reader: Reader): void {
  let shape = readValue(reader)
  if (isAt(reader, ':') || augmenting.has(reader.word)) {
    if (shape !== 'name' && shape !== 'place') refuseToSay()
    const isAnnotated = isAt(reader, ':')
    advance(reader)
    if (isAnnotated) readExpression(reader)
    if (!isAnnotated || accept(reader, '=')) readValue(reader)
    return
  }
  while (isAt(reader, '=')) {
    if (!isTarget(shape)) refuseToSay()
    advance(reader)
    shape = readValue(reader)
  }
}

function readValue(reader: Reader): Shape {
  if (!isAt(reader, 'yield')) return readList(reader)
  readYield(reader)
  return 'value'
}

type Read = (reader: Reader) => void

const simples: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['pass', advance],
  ['break', advance],
  ['continue', advance],
  ['return', readReturn],
  ['raise', readRaise],
  ['global', readNames],
  ['nonlocal', readNames],
  ['del', readDelete],
  ['assert', readAssert],
  ['import', readImport],
  ['from', readFrom],
])

const isOver = (reader: Reader) => reader.kind === 'line' || isAt(reader, ';')

function readReturn(reader: Reader): void {
  advance(reader)
  if (!isOver(reader)) readList(reader)
}

function readRaise(reader: Reader): void {
  advance(reader)
  if (isOver(reader)) return
  readExpression(reader)
  if (accept(reader, 'from')) readExpression(reader)
}

function readNames(reader: Reader): void {
  do {
    advance(reader)
    readName(reader)
  } while (isAt(reader, ','))
}

function readDelete(reader: Reader): void {
  const start = reader.at
  advance(reader)
  do if (!isTarget(readPrimary(reader))) refuseToSay()
  while (accept(reader, ',') && !isOver(reader))
  if (reader.text.slice(start, reader.at).includes('*')) refuseToSay()
}

function readAssert(reader: Reader): void {
  advance(reader)
  readExpression(reader)
  if (accept(reader, ',')) readExpression(reader)
}

function readImport(reader: Reader): void {
  do {
    advance(reader)
    readDotted(reader)
    if (accept(reader, 'as')) readName(reader)
  } while (isAt(reader, ','))
}

function readDotted(reader: Reader): void {
  do readName(reader)
  while (accept(reader, '.'))
}

function readFrom(reader: Reader): void {
  advance(reader)
  let dots = 0
  while (accept(reader, '.') || accept(reader, '...')) dots++
  const isOfFuture = isAt(reader, '__future__')
  if (dots === 0 || !isAt(reader, 'import')) readDotted(reader)
  expect(reader, 'import')
  // CPython parses it, and compiles it never.
  if (isOfFuture && isAt(reader, '*')) refuseToSay()
  if (accept(reader, '*')) return
  const isGrouped = accept(reader, '(')
  do {
    readName(reader)
    if (accept(reader, 'as')) readName(reader)
  } while (accept(reader, ',') && !(isGrouped && isAt(reader, ')')))
  if (isGrouped) expect(reader, ')')
}

const compounds: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['if', readIf],
  ['while', readWhile],
  ['for', readFor],
  ['try', readTry],
  ['with', readWith],
  ['def', readFunction],
  ['class', readClass],
  ['async', readAsync],
])

/** On the same line, or indented below it; noted among `noted` from its first statement to the end of its last. */
function readBlock(reader: Reader, noted?: Range[]): void {
  expect(reader, ':')
  const isIndented = reader.kind === 'line'
  if (isIndented) {
    advance(reader)
    if (reader.kind !== 'indent' || reader.indents.length > MOST_BLOCKS) refuseToSay()
    advance(reader)
  }
  const start = reader.start
  if (isIndented) readStatements(reader)
  else readLine(reader)
  noted?.push({ start, end: reader.lineEnd })
  if (isIndented) advance(reader)
}

/** What follows a `return` or a `raise` is never reached; a `yield` there still makes a generator of the function. */
function readStatements(reader: Reader): void {
  let from: number | undefined
  while (reader.kind !== 'dedent') {
    const { start } = reader
    const isJump = isAt(reader, 'return') || isAt(reader, 'raise')
    readStatement(reader)
    if (isJump && !isSkip(reader.text.slice(start, reader.lineEnd))) from ??= reader.start
  }
  if (from === undefined || from >= reader.lineEnd) return
  if (!/\byield\b/.test(reader.text.slice(from, reader.lineEnd)))
    reader.dead.push({ start: from, end: reader.lineEnd })
}

function readIf(reader: Reader): void {
  const { start } = reader
  let branch = readBranch(reader)
  const { length } = reader.dead
  const isWhole = !isAt(reader, 'elif') && !isAt(reader, 'else')
  if (branch === 'never' && isWhole) reader.dead.push({ start, end: reader.dead[length - 1]!.end })
  let decided: number | undefined
  while (isAt(reader, 'elif')) {
    if (branch === 'always') decided ??= reader.start
    branch = readBranch(reader)
  }
  if (branch === 'always' && isAt(reader, 'else')) decided ??= reader.start
  readElse(reader)
  if (decided !== undefined) reader.dead.push({ start: decided, end: reader.lineEnd })
}

/** The last that is noted is the branch itself, where a constant rules it out. */
function readBranch(reader: Reader): 'never' | 'always' | undefined {
  const start = reader.at
  advance(reader)
  readNamed(reader)
  const condition = reader.text.slice(start, reader.start)
  const isDead = never.test(condition)
  readBlock(reader, isDead ? reader.dead : undefined)
  if (isDead) return 'never'
  return always.test(condition) ? 'always' : undefined
}

const never = /^[\s(]*(?:False|0)(?:[\s)]*$|\s+and\b(?![\s\S]*(?:\bor\b|\bif\b)))/
const always = /^[\s(]*(?:True|1)[\s)]*$/

function readElse(reader: Reader): void {
  if (accept(reader, 'else')) readBlock(reader)
}

function readWhile(reader: Reader): void {
  const { start } = reader
  const branch = readBranch(reader)
  if (branch === 'never' && !isAt(reader, 'else'))
    reader.dead.push({ start, end: reader.dead[reader.dead.length - 1]!.end })
  const decided = branch === 'always' && isAt(reader, 'else') ? reader.start : undefined
  readElse(reader)
  if (decided !== undefined) reader.dead.push({ start: decided, end: reader.lineEnd })
}

function readFor(reader: Reader): void {
  advance(reader)
  readTargets(reader)
  expect(reader, 'in')
  readList(reader)
  readBlock(reader)
  readElse(reader)
}

function readTry(reader: Reader): void {
  advance(reader)
  readBlock(reader)
  let isHandled = false
  let isOfGroups = false
  for (let isBare = false; isAt(reader, 'except') && !isBare; isHandled = true) {
    advance(reader)
    const isGroup = accept(reader, '*')
    if (isHandled && isGroup !== isOfGroups) refuseToSay()
    isOfGroups = isGroup
    isBare = isAt(reader, ':')
    if (!isBare || isGroup) readExpression(reader)
    if (!isBare && accept(reader, 'as')) readName(reader)
    readBlock(reader)
  }
  if (isHandled) readElse(reader)
  const isFinished = accept(reader, 'finally')
  if (isFinished) readBlock(reader)
  if (!isHandled && !isFinished) refuseToSay()
}

function readWith(reader: Reader): void {
  do {
    advance(reader)
    readExpression(reader)
    if (accept(reader, 'as') && !isTarget(readPrimary(reader))) refuseToSay()
  } while (isAt(reader, ','))
  readBlock(reader)
}

function readFunction(reader: Reader): void {
  advance(reader)
  readName(reader)
  expect(reader, '(')
  readParameters(reader, ')', true, readExpression)
  expect(reader, ')')
  if (accept(reader, '->')) readExpression(reader)
  readBlock(reader)
}

function readClass(reader: Reader): void {
  advance(reader)
  readName(reader)
  if (isAt(reader, '(')) readArguments(reader, false)
  readBlock(reader)
}

function readAsync(reader: Reader): void {
  advance(reader)
  if (!/^(def|for|with)$/.test(reader.word)) refuseToSay()
  readStatement(reader)
}

function readDecorated(reader: Reader): void {
  while (accept(reader, '@')) {
    readNamed(reader)
    if (reader.kind !== 'line') refuseToSay()
    advance(reader)
  }
  const isAsync = isAt(reader, 'async')
  if (isAsync) advance(reader)
  if (!isAt(reader, 'def') && (isAsync || !isAt(reader, 'class'))) refuseToSay()
  readStatement(reader)
}
