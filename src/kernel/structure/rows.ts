// A table of entities in the order of their declaration, found by id. Rows are added and replaced, never removed.
// Chunks and buckets are small, so that replacing one row copies a few dozen references however long the table is.

import { type Draft, ownArray, ownObject } from './draft.ts'

export interface Rows<T> {
  readonly size: number
  readonly chunks: readonly (readonly T[])[]
  /** Id → place, spread over buckets by a hash of the id. */
  readonly ids: readonly { readonly [id: string]: number }[]
}

const chunkBits = 6
const chunkMask = (1 << chunkBits) - 1
const bucketCount = 256

export function noRows<T>(): Rows<T> {
  return { size: 0, chunks: [], ids: Array.from({ length: bucketCount }, () => ({})) }
}

export function placeOf<T>(rows: Rows<T>, id: string): number | undefined {
  const bucket = rows.ids[bucketOf(id)]!
  return Object.hasOwn(bucket, id) ? bucket[id] : undefined
}

export function rowAt<T>(rows: Rows<T>, place: number): T {
  return rows.chunks[place >> chunkBits]![place & chunkMask]!
}

export function findRow<T>(rows: Rows<T>, id: string): T | undefined {
  const place = placeOf(rows, id)
  return place === undefined ? undefined : rowAt(rows, place)
}

export function rowsOf<T>(rows: Rows<T>): readonly T[] {
  return rows.chunks.flat()
}

export function addRow<T>(draft: Draft, rows: Rows<T>, id: string, row: T): Rows<T> {
  const ids = ownArray(draft, rows.ids)
  const bucket = ownObject(draft, ids[bucketOf(id)]!) as Record<string, number>
  bucket[id] = rows.size
  ids[bucketOf(id)] = bucket
  const chunks = ownArray(draft, rows.chunks)
  const at = rows.size >> chunkBits
  const chunk = ownArray(draft, chunks[at] ?? [])
  chunk.push(row)
  chunks[at] = chunk
  return { size: rows.size + 1, chunks, ids }
}

export function setRow<T>(draft: Draft, rows: Rows<T>, place: number, row: T): Rows<T> {
  const chunks = ownArray(draft, rows.chunks)
  const chunk = ownArray(draft, chunks[place >> chunkBits]!)
  chunk[place & chunkMask] = row
  chunks[place >> chunkBits] = chunk
  return chunks === rows.chunks ? rows : { size: rows.size, chunks, ids: rows.ids }
}

function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++)
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return (hash >>> 0) & (bucketCount - 1)
}
