// The bytes of one cache segment: a head, a table that finds a record by its key, the keys, then the records one behind the other.
// All before the records is the front: it alone tells where a record lies, and is whole or of no use. Pure.

import { crc32 } from 'node:zlib'

/** Where a record lies in its segment. */
export interface Place {
  readonly start: number
  readonly sizeBytes: number
  readonly checksum: number
}

export interface Front {
  readonly find: (key: string) => Place | undefined
  readonly count: number
  readonly entries: () => Iterable<readonly [key: string, place: Place]>
}

const MAGIC = 0x344f5846
/** Magic, number of records, number of slots, bytes of the front, bytes of the whole, and the checksum of all that and of the front. */
export const HEAD_BYTES = 24
const CHECKSUM = 20
/** End of the key, start of the record, its size and its checksum. */
const ROW = 4

type Keyed = readonly (readonly [string, Uint8Array])[]

/** Piece by piece: the whole would take as much memory once more as all that it holds. */
export function* segmentPieces(front: Uint8Array, records: Keyed): Iterable<Uint8Array> {
  yield front
  for (const [, record] of records) {
    yield record
    yield padding.subarray(0, aligned(record.length) - record.length)
  }
}

const padding = new Uint8Array(3)

export function encodeFront(records: Keyed): Uint8Array {
  const keys = records.map(([key]) => Buffer.from(key))
  const slots = slotsFor(keys)
  const keysStart = HEAD_BYTES + 4 * (slots.length + ROW * records.length)
  const frontBytes = keys.reduce((sum, key) => sum + key.length, keysStart)
  const dataStart = aligned(frontBytes)
  const sizeBytes = records.reduce((sum, [, record]) => sum + aligned(record.length), dataStart)
  const bytes = Buffer.alloc(dataStart)
  const put = (index: number, value: number) => bytes.writeUInt32LE(value, index * 4)
  for (const [index, slot] of slots.entries()) put(HEAD_BYTES / 4 + index, slot)
  let [keyEnd, start] = [keysStart, dataStart]
  for (const [index, [, record]] of records.entries()) {
    const row = HEAD_BYTES / 4 + slots.length + index * ROW
    keyEnd += keys[index]!.copy(bytes, keyEnd)
    for (const [at, value] of [keyEnd, start, record.length, crc32(record)].entries())
      put(row + at, value)
    start += aligned(record.length)
  }
  const head = [MAGIC, records.length, slots.length, frontBytes, sizeBytes]
  for (const [at, value] of head.entries()) put(at, value)
  put(CHECKSUM / 4, checksumOf(bytes.subarray(0, frontBytes)))
  return bytes
}

/** A table with a free slot for each that is taken: a key stands where its number says, or in the next free slot. */
function slotsFor(keys: readonly Uint8Array[]): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(keys.length * 2 + 1)))
  for (const [index, key] of keys.entries()) {
    let slot = numberOf(key) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = index + 1
  }
  return slots
}

/** Of everything that tells where a record lies; a wrong count would lead out of the front. */
const checksumOf = (front: Buffer) =>
  crc32(front.subarray(HEAD_BYTES), crc32(front.subarray(0, CHECKSUM)))

/** How many bytes the front takes; undefined where this is not the head of a segment of that size. */
export function frontBytesOf(head: Buffer, sizeBytes: number): number | undefined {
  if (head.length < HEAD_BYTES || head.readUInt32LE(0) !== MAGIC) return undefined
  const frontBytes = head.readUInt32LE(12)
  return head.readUInt32LE(16) === sizeBytes && frontBytes <= sizeBytes ? frontBytes : undefined
}

/** Undefined where it is damaged. `front` begins at a multiple of four in its buffer. */
export function decodeFront(front: Buffer): Front | undefined {
  if (checksumOf(front) !== front.readUInt32LE(CHECKSUM)) return undefined
  const [count, slots] = [front.readUInt32LE(4), front.readUInt32LE(8)]
  const numbers = new Uint32Array(front.buffer, front.byteOffset, front.length >> 2)
  const rows = HEAD_BYTES / 4 + slots
  const field = (index: number, at: number) => numbers[rows + index * ROW + at]!
  const keyStart = (index: number) => (index === 0 ? 4 * (rows + ROW * count) : field(index - 1, 0))
  const place = (index: number): Place => ({
    start: field(index, 1),
    sizeBytes: field(index, 2),
    checksum: field(index, 3),
  })
  return {
    count,
    find(key) {
      const wanted = lettersOf(key)
      for (let slot = numberOf(wanted) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
        const index = numbers[HEAD_BYTES / 4 + slot]! - 1
        if (index < 0) return undefined
        if (isAt(wanted, front, keyStart(index), field(index, 0))) return place(index)
      }
    },
    *entries() {
      for (let index = 0; index < count; index++)
        yield [front.toString('utf8', keyStart(index), field(index, 0)), place(index)]
    },
  }
}

/** Letters of a key that is looked up: one after the other, because thousands are. */
let letters = new Uint8Array(1024)

function lettersOf(key: string): Uint8Array {
  if (key.length > letters.length) letters = new Uint8Array(2 * key.length)
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    if (code > 0x7f) return Buffer.from(key)
    letters[at] = code
  }
  return letters.subarray(0, key.length)
}

function isAt(wanted: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== wanted.length) return false
  for (let at = 0; at < wanted.length; at++) if (bytes[start + at] !== wanted[at]) return false
  return true
}

function numberOf(bytes: Uint8Array): number {
  let number = 0x811c9dc5
  for (let at = 0; at < bytes.length; at++) number = Math.imul(number ^ bytes[at]!, 0x01000193)
  return (number ^ (number >>> 15)) >>> 0
}

const aligned = (size: number) => (size + 3) & ~3
