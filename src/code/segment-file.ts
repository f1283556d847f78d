// One cache segment on disk, of which no more is read than is asked for. Never changes, so that it may be read piece by piece; one
// that was merged away meanwhile has no records any more.

import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { decodeFront, type Front, frontBytesOf, HEAD_BYTES, type Place } from './segment.ts'

export interface SegmentFile {
  /** Undefined where it is not there, or damaged. */
  readonly find: (key: string) => Uint8Array | undefined
  /** How many records it has. */
  readonly count: number
  readonly entries: () => Iterable<readonly [key: string, record: Uint8Array]>
}

/** Records that are read one at a time; whoever asks for more gets them from the whole. */
const FEW = 32

/** Undefined where it cannot be read or is no whole segment. */
export function openSegment(path: string): SegmentFile | undefined {
  const front = readFront(path)
  if (!front) return undefined
  let asked = 0
  let whole: Uint8Array | undefined
  const recordAt = ({ start, sizeBytes, checksum }: Place) => {
    if (++asked > FEW) whole ??= readWhole(path)
    const record = whole
      ? whole.subarray(start, start + sizeBytes)
      : readPiece(path, start, sizeBytes)
    return record && crc32(record) === checksum ? record : undefined
  }
  return {
    count: front.count,
    find(key) {
      const place = front.find(key)
      return place && recordAt(place)
    },
    *entries() {
      for (const [key, place] of front.entries()) {
        const record = recordAt(place)
        if (record) yield [key, record]
      }
    },
  }
}

function readFront(path: string): Front | undefined {
  return withFile(path, file => {
    const head = Buffer.alloc(HEAD_BYTES)
    const headBytes = readSync(file, head, 0, HEAD_BYTES, 0)
    const frontBytes = frontBytesOf(head.subarray(0, headBytes), fstatSync(file).size)
    if (frontBytes === undefined) return undefined
    const front = Buffer.alloc(frontBytes)
    return readSync(file, front, 0, frontBytes, 0) === frontBytes ? decodeFront(front) : undefined
  })
}

/** In a buffer of its own, because numbers in it are read where they lie. */
const readPiece = (path: string, start: number, sizeBytes: number) =>
  withFile(path, file => {
    const piece = new Uint8Array(sizeBytes)
    return readSync(file, piece, 0, sizeBytes, start) === sizeBytes ? piece : undefined
  })

/** Nothing where it is gone: then no checksum is right. */
function readWhole(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path)
    return bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  } catch {
    return new Uint8Array()
  }
}

function withFile<T>(path: string, read: (file: number) => T): T | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    return read(file)
  } catch {
    return undefined // merged away by another process, or not to be read: as good as absent
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
