// What remains when a script has been read: tentative rows that proved to be functions, and the names that it exports.

import type { Draft, Reading } from './reading.ts'

/** The rows that count, with `isExported` as the whole file says. */
export function settleExports(reading: Reading): Draft[] {
  markListed(reading)
  const rows = settledRows(reading.rows)
  for (const row of rows) {
    const outer = row.parent === -1 ? undefined : rows[row.parent]
    if (outer !== undefined) row.isExported = isReachable(row, outer)
  }
  return rows
}

/** `export { a }`, `export default a`, `module.exports = { a }` after or before the declaration. */
function markListed({ exports, named, rows }: Reading): void {
  for (const { module, local } of exports) {
    const index = module === '' ? named.get(local) : undefined
    if (index !== undefined) rows[index]!.isExported = true
  }
}

/** Members go with what they are members of; what a function declares stays inside. */
function isReachable(row: Draft, outer: Draft): boolean {
  return outer.isExported && row.isExported && outer.kind !== 'function' && outer.kind !== 'method'
}

/** Drops variables that hold no function, and moves up what belonged to them. */
function settledRows(rows: readonly Draft[]): Draft[] {
  const isKept = rows.map(row => !row.isTentative)
  for (let index = rows.length - 1; index >= 0; index--) {
    const { parent } = rows[index]!
    if (isKept[index] && parent !== -1) isKept[parent] = true
  }
  const moved: number[] = []
  let kept = 0
  for (const [index, row] of rows.entries()) {
    const parent = row.parent === -1 ? -1 : moved[row.parent]!
    moved.push(isKept[index] ? kept++ : parent)
    row.parent = parent
  }
  return rows.filter((_, index) => isKept[index])
}
