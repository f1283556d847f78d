// The parameters of a function of Python: their order, their defaults and the signs between them.

import { refuseToSay } from './doubt.ts'
import { advance, type Reader } from './reader.ts'

/** Up to the sign that ends them, which stays. Those of a lambda have no annotations. */
export function readParameters(
  reader: Reader,
  end: string,
  isAnnotated: boolean,
  readExpression: (reader: Reader) => unknown,
): void {
  const seen = { hasDefault: false, isSlashed: false, isStarred: false }
  const isAt = (sign: string) => reader.word === sign
  for (let count = 0; !isAt(end); count++) {
    if (isAt('/')) {
      if (count === 0 || seen.isSlashed || seen.isStarred) refuseToSay()
      seen.isSlashed = true
      advance(reader)
    } else if (isAt('**')) {
      advance(reader)
      readOne(reader, isAnnotated, readExpression)
      if (isAt(',')) advance(reader)
      if (!isAt(end)) refuseToSay()
      return
    } else if (isAt('*')) {
      if (seen.isStarred) refuseToSay()
      seen.isStarred = true
      readStar(reader, isAnnotated, readExpression)
    } else {
      readOne(reader, isAnnotated, readExpression)
      const hasDefault = isAt('=')
      if (hasDefault) {
        advance(reader)
        readExpression(reader)
      }
      if (!hasDefault && seen.hasDefault && !seen.isStarred) refuseToSay()
      seen.hasDefault ||= hasDefault
    }
    if (!isAt(',')) return
    advance(reader)
  }
}

function readStar(
  reader: Reader,
  isAnnotated: boolean,
  readExpression: (reader: Reader) => unknown,
): void {
  advance(reader)
  if (reader.word !== ',') return readOne(reader, isAnnotated, readExpression)
  // A bare star has a name behind it; the caller passes the comma.
  if (!/^\s*,[\s\\]*[A-Za-z_]/.test(reader.text.slice(reader.at - 1))) refuseToSay()
}

function readOne(
  reader: Reader,
  isAnnotated: boolean,
  readExpression: (reader: Reader) => unknown,
): void {
  if (reader.kind !== 'name') refuseToSay()
  advance(reader)
  if (isAnnotated && reader.word === ':') {
    advance(reader)
    readExpression(reader)
  }
}
