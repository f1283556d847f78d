// Which files declare a name, over all encoded outlines of a codebase. Made once, when somebody asks, and of numbers alone: there may be
// millions of names, and few are ever asked for.

import { eachName } from './outline-codec.ts'

/** Where a name is declared. */
export interface DeclaredAt {
  readonly path: string
  /** Index in the declarations of that file's outline. */
  readonly index: number
}

type Records = readonly (Uint8Array | undefined)[]

/** By path, then by line. `records` are the outlines of `paths`, where there are any. */
export function findDeclared(
  paths: readonly string[],
  records: Records,
): (name: string) => readonly DeclaredAt[] {
  const { heads, columns } = indexOf(records)
  return name => {
    const wanted = Buffer.from(name)
    const found: DeclaredAt[] = []
    const slot = numberOf(wanted, 0, wanted.length) & (heads.length - 1)
    for (let at = heads[slot]!; at !== 0; at = columns[at + NEXT]!) {
      const record = records[columns[at]!]!
      const [start, end] = [columns[at + 2]!, columns[at + 3]!]
      const isSame = end - start === wanted.length && wanted.compare(record, start, end) === 0
      if (isSame) found.push({ path: paths[columns[at]!]!, index: columns[at + 1]! })
    }
    return found
  }
}

/**
 * Of an entry: the index of the file, that of the declaration in it, where its name begins and ends in the record of the file, and the
 * entry that follows it in its slot, 0 for none.
 */
const NEXT = 4
const COLUMNS = 5

/** Entries lie in chains, one for each slot, in the order in which they came. */
function indexOf(records: Records) {
  const total = namesOf(records)
  const columns = new Uint32Array((total + 1) * COLUMNS)
  const slots = 2 ** Math.ceil(Math.log2(total + 2))
  const [heads, tails] = [new Uint32Array(slots), new Uint32Array(slots)]
  let at = 0
  const add = (record: Uint8Array, file: number, index: number, start: number, end: number) => {
    at += COLUMNS
    columns[at] = file
    columns[at + 1] = index
    columns[at + 2] = start
    columns[at + 3] = end
    const slot = numberOf(record, start, end) & (slots - 1)
    if (heads[slot] === 0) heads[slot] = at
    else columns[tails[slot]! + NEXT] = at
    tails[slot] = at
  }
  for (const [file, record] of records.entries())
    if (record)
      eachName(record, (index, start, end) => {
        add(record, file, index, start, end)
        // Away from its type a method carries it: `A.run` is found as `run`, too.
        const dot = lastDot(record, start, end)
        if (dot > start) add(record, file, index, dot + 1, end)
      })
  return { heads, columns }
}

const DOT = 0x2e

function lastDot(bytes: Uint8Array, start: number, end: number): number {
  let at = end - 1
  while (at > start && bytes[at] !== DOT) at--
  return at
}

function namesOf(records: Records): number {
  let count = 0
  for (const record of records)
    if (record)
      eachName(record, (_, start, end) => {
        count += lastDot(record, start, end) > start ? 2 : 1
      })
  return count
}

function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let number = 0x811c9dc5
  for (let at = start; at < end; at++) number = Math.imul(number ^ bytes[at]!, 0x01000193)
  return (number ^ (number >>> 15)) >>> 0
}
