// The loops of Python within brackets, and what a loop binds anywhere.

import { refuseToSay } from './doubt.ts'
import {
  accept,
  expect,
  isAt,
  isTarget,
  readDisjunction,
  readPrimary,
  readRest,
  type Shape,
} from './expressions.ts'
import type { Reader } from './reader.ts'

export const isComprehension = (reader: Reader) => isAt(reader, 'for') || isAt(reader, 'async')

export function readComprehension(reader: Reader): void {
  while (isComprehension(reader)) {
    accept(reader, 'async')
    expect(reader, 'for')
    readTargets(reader)
    expect(reader, 'in')
    readDisjunction(reader)
    while (accept(reader, 'if')) readDisjunction(reader)
  }
}

/** What a loop binds. */
export function readTargets(reader: Reader): void {
  const readOne = (): Shape => {
    accept(reader, '*')
    return isTarget(readPrimary(reader)) ? 'place' : refuseToSay()
  }
  const isStarred = isAt(reader, '*')
  readOne()
  if (isAt(reader, ',')) readRest(reader, 'place', readOne)
  else if (isStarred) refuseToSay()
}
