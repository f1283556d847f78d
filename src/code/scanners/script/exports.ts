// What remains when a script has been read: tentative rows that proved to be functions, and the names that it exports.

import { codeAt, OPEN_BRACE } from '../lexing.ts'
import { exportName } from './modules.ts'
import { entriesOf } from './object-entries.ts'
import type { Draft, Reading } from './reading.ts'

/** The rows that count, with `isExported` as the whole file says. */
export function settleExports(reading: Reading): Draft[] {
  exportHeld(reading)
  markListed(reading)
  licenseOwners(reading.rows)
  const rows = settledRows(reading.rows)
  for (const row of rows) {
    const outer = row.parent === -1 ? undefined : rows[row.parent]
    row.isExported = outer ? isReachable(row, outer) : row.isExported && !isMember(row)
  }
  return rows
}

/** `module.exports = api`, where an object has that name: what it holds is imported by its keys. */
function exportHeld(reading: Reading): void {
  const { exports, named, rows, text } = reading
  const whole = exports.find(each => each.name === 'default' && each.module === '')
  const row = rows[named.get(whole?.local ?? '') ?? -1]
  if (row?.kind !== 'constant' || codeAt(text, row.bodyStart) !== OPEN_BRACE) return
  if (/^export\b/.test(text.slice(whole!.offset, whole!.offset + 7))) return
  const known = new Set(exports.map(each => each.name))
  for (const { key, local, offset } of entriesOf(reading, row.bodyStart))
    if (!known.has(key)) exportName(reading, key, local, offset)
}

/** `export { a }`, `export default a`, `module.exports = { a }` after or before the declaration. */
function markListed({ exports, named, rows }: Reading): void {
  for (const { module, local } of exports) {
    const index = module === '' ? named.get(local) : undefined
    if (index !== undefined) rows[index]!.isExported = true
  }
}

/** `function Foo() {}` with members is a class whose constructor has nothing to do. */
function licenseOwners(rows: readonly Draft[]): void {
  for (const row of rows) {
    if (!row.isAssigned || (row.isTentative && !isPrototype(row))) continue
    const owner = rows[row.parent]
    if (owner?.kind === 'function' && owner.bodyEnd - owner.bodyStart <= 1) owner.isStub = false
  }
}

/** Of an object that has no name: one that is handed to a call. */
const isMember = ({ kind }: Draft) => kind === 'method' || kind === 'field'

/** Members go with what they are members of; what a function declares stays inside. */
function isReachable(row: Draft, outer: Draft): boolean {
  const isInside = !row.isAssigned && (outer.kind === 'function' || outer.kind === 'method')
  return outer.isExported && row.isExported && !isInside
}

/** `Name.prototype = { run() {} }`: what it holds is the name's. */
const isPrototype = ({ name, isAssigned }: Draft) => isAssigned && name === 'prototype'

/** Drops variables that hold no function, and moves up what belonged to them. */
function settledRows(rows: readonly Draft[]): Draft[] {
  const isKept = keptRows(rows)
  const kept: Draft[] = []
  /** Where each went, or what it belonged to. */
  const moved = new Int32Array(rows.length)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    if (row.parent !== -1) row.parent = moved[row.parent]!
    moved[index] = isKept[index] === 1 ? kept.push(row) - 1 : row.parent
  }
  return kept
}

/** 1 for those that are functions, or hold any. */
function keptRows(rows: readonly Draft[]): Uint8Array {
  const isKept = new Uint8Array(rows.length)
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!
    if (!row.isTentative) isKept[index] = 1
    if (isKept[index] === 1 && row.parent !== -1) isKept[row.parent] = 1
    if (isPrototype(row)) isKept[index] = 0
  }
  return isKept
}
