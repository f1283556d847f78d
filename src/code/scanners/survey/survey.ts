// The first look over a text: its bytes, where its lines begin and where the bytes are that the scanner of its language stops at, so
// that it need not look for them byte by byte. All is borrowed: true until the next text is surveyed, because a table per file would pile up.

import { END } from '../lexing.ts'
import { newMemory, programOver, type Run } from './machine.ts'
import { BLOCK, HIGH, LOW, STOPS_AT_ONCE, TEXT, WIDTH } from './program.ts'

export interface Survey {
  /** The bytes of the text and some of END behind them, so that loops need not ask for the end, nor who looks a few ahead. */
  readonly bytes: Uint8Array
  /** The offset of every stop, and of the first byte of each line that is no space; some of END close the list. */
  readonly stops: Int32Array
  /** The offset behind every newline, after that of the first line. */
  readonly lineStarts: Int32Array
  readonly lineCount: number
}

/** The bytes that a scanner stops at, as the program wants them. */
export interface Stops {
  readonly low: Uint8Array
  readonly high: Uint8Array
}

export const noStops: Stops = { low: new Uint8Array(16), high: new Uint8Array(16) }

/** These characters, and the end of the text. The program can tell no more than eight groups that begin with the same four bits. */
export function stopsOf(characters: string): Stops {
  const codes = [END, ...Array.from(characters, each => each.charCodeAt(0))]
  const groups = [...new Set(codes.map(code => code >> 4))]
  if (groups.length > 8 || codes.some(code => code >= 128))
    throw new Error(`no survey stops at all of ${JSON.stringify(characters)}`)
  const low = new Uint8Array(16)
  const high = new Uint8Array(16)
  for (const code of codes) {
    const group = 1 << groups.indexOf(code >> 4)
    low[code & 15]! |= group
    high[code >> 4]! |= group
  }
  return { low, high }
}

/** The text is one-byte and begins at `from`, behind a byte order mark. */
export function survey(text: string, from: number, { low, high }: Stops): Survey {
  room ??= newRoom(FIRST_CAPACITY)
  if (text.length > room.capacity) room = newRoom(text.length * 2)
  const { run, tables, bytes, stops, lineStarts } = room
  tables.set(low, LOW)
  tables.set(high, HIGH)
  bytes.write(text, 'latin1')
  bytes.fill(END, text.length, text.length + BEHIND)
  const newlines = run(text.length + BLOCK, from, stops.byteOffset, lineStarts.byteOffset + WIDTH)
  return { bytes, stops, lineStarts, lineCount: 1 + newlines }
}

/** The stop, from the one at `index` on, that is at or behind an offset. */
export function stopFrom(stops: Int32Array, index: number, offset: number): number {
  let stop = index
  while (stops[stop]! < offset) stop++
  return stop
}

/** The stop, from the one at `index` on, where one of these stands. */
export function stopAtOne({ bytes, stops }: Places, index: number, these: Uint8Array): number {
  let stop = index
  while (these[bytes[stops[stop]!]!] === 0) stop++
  return stop
}

type Places = Pick<Survey, 'bytes' | 'stops'>

/** Of END behind a text: the last block is looked at as a whole, and one more for who looks ahead. */
const BEHIND = 2 * BLOCK

/** Memory for a text of so many bytes, and for as many places of each kind. */
interface Room {
  readonly capacity: number
  readonly run: Run
  readonly tables: Uint8Array
  readonly bytes: Buffer
  readonly stops: Int32Array
  readonly lineStarts: Int32Array
}

const PAGE_BYTES = 1 << 16
const FIRST_CAPACITY = 1 << 20

/** Never grown: that would take the old memory from the arrays, and an engine that saw it once asks for it at every access. */
function newRoom(capacity: number): Room {
  const places = capacity + BEHIND + STOPS_AT_ONCE
  const stopsAt = TEXT + align(capacity + BEHIND)
  const linesAt = stopsAt + WIDTH * places
  const pages = Math.ceil((linesAt + WIDTH * (places + 1)) / PAGE_BYTES)
  const memory = newMemory(pages)
  return {
    capacity,
    run: programOver(memory),
    tables: new Uint8Array(memory.buffer, 0, TEXT),
    bytes: Buffer.from(memory.buffer, TEXT, capacity + BEHIND),
    stops: new Int32Array(memory.buffer, stopsAt, places),
    lineStarts: new Int32Array(memory.buffer, linesAt, places + 1),
  }
}

const align = (size: number) => Math.ceil(size / BLOCK) * BLOCK

let room: Room | undefined
