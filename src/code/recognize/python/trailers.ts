// What hangs on an expression of Python in brackets: the arguments of a call, and subscripts.

import { isComprehension, readComprehension } from './comprehensions.ts'
import { refuseToSay } from './doubt.ts'
import { accept, expect, isAt, mayBegin, readExpression, readNamed } from './expressions.ts'
import { advance, type Reader } from './reader.ts'

export function readSlices(reader: Reader): void {
  advance(reader)
  do readSlice(reader)
  while (accept(reader, ',') && !isAt(reader, ']'))
  expect(reader, ']')
}

function readSlice(reader: Reader): void {
  if (!isAt(reader, ':')) readExpression(reader)
  for (let colons = 0; colons < 2 && accept(reader, ':'); colons++)
    if (mayBegin(reader)) readExpression(reader)
}

/** Of a call, where one comprehension may stand for all of them, and of the head of a class. */
export function readArguments(reader: Reader, isCall = true): void {
  advance(reader)
  let isNamed = false
  let isSpread = false
  for (let count = 0; !isAt(reader, ')'); count++) {
    if (accept(reader, '**')) {
      readExpression(reader)
      isSpread = true
    } else if (isAt(reader, '*')) {
      if (isSpread) refuseToSay()
      advance(reader)
      readExpression(reader)
    } else {
      const shape = readNamed(reader)
      if (isComprehension(reader)) {
        if (count > 0 || !isCall) refuseToSay()
        readComprehension(reader)
        break
      }
      if (isAt(reader, '=')) {
        if (shape !== 'name') refuseToSay()
        advance(reader)
        readExpression(reader)
        isNamed = true
      } else if (isNamed || isSpread) refuseToSay()
    }
    if (!accept(reader, ',')) break
  }
  expect(reader, ')')
}
