// The bytes of one cache segment: a head, all keys, sizes and checksums, then the records one behind the other. Pure.

import { crc32 } from 'node:zlib'

export interface Entry {
  readonly key: string
  readonly checksum: number
  readonly record: Uint8Array
}

const MAGIC = 0x314f5846
/** Magic, number of records, bytes of keys, bytes of the whole. */
const HEAD = 16

export function encodeSegment(records: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const keys = Buffer.from(records.map(([key]) => key).join('\0'), 'utf8')
  const tableStart = aligned(HEAD + keys.length)
  const dataStart = tableStart + records.length * 8
  const sizeBytes = records.reduce((sum, [, record]) => sum + aligned(record.length), dataStart)
  const bytes = new Uint8Array(sizeBytes)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of [MAGIC, records.length, keys.length, sizeBytes].entries())
    view.setUint32(index * 4, value, true)
  bytes.set(keys, HEAD)
  let at = dataStart
  for (const [index, [, record]] of records.entries()) {
    view.setUint32(tableStart + index * 8, record.length, true)
    view.setUint32(tableStart + index * 8 + 4, crc32(record), true)
    bytes.set(record, at)
    at += aligned(record.length)
  }
  return bytes
}

/** No entries where these are not the bytes of a whole segment. Records are views; their checksums are not compared here. */
export function decodeSegment(source: Uint8Array): Entry[] {
  const bytes = source.byteOffset % 4 === 0 ? source : source.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) return []
  if (view.getUint32(12, true) !== bytes.length) return []
  const count = view.getUint32(4, true)
  const keyBytes = view.getUint32(8, true)
  const tableStart = aligned(HEAD + keyBytes)
  let at = tableStart + count * 8
  if (at > bytes.length) return []
  const keys = Buffer.from(bytes.buffer, bytes.byteOffset + HEAD, keyBytes)
    .toString('utf8')
    .split('\0')
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    const size = view.getUint32(tableStart + index * 8, true)
    const checksum = view.getUint32(tableStart + index * 8 + 4, true)
    entries.push({ key: keys[index] ?? '', checksum, record: bytes.subarray(at, at + size) })
    at += aligned(size)
  }
  return entries
}

const aligned = (size: number) => (size + 3) & ~3
