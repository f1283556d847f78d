// What is run over every byte of a text before a scanner reads it: where lines begin, and where the bytes are that a scanner stops at.
// WebAssembly, because it looks at 16 bytes at once, which JavaScript cannot, and runs as fast in the first file as in the last.
// The method is that of simdjson (https://arxiv.org/abs/1902.08318): a bit for each byte of a block, then the places of the bits.

import { NEWLINE, RETURN, SPACE } from '../lexing.ts'
import {
  assemble,
  type Code,
  get,
  i32,
  i64,
  type Local,
  type Program,
  repeatWhile,
  set,
  v128,
} from './assembler.ts'

/** Where in the memory the two tables of the stops lie, sixteen bytes each, and where the text begins. */
export const LOW = 0
export const HIGH = 16
export const TEXT = 64

/** Bytes that are looked at in one turn: one for each bit of an i64. */
export const BLOCK = 64
const VECTOR = 16

/** Bytes of a place that is written, and how many places are written in one turn. */
export const WIDTH = 4
export const STOPS_AT_ONCE = 12
export const LINES_AT_ONCE = 4

const types: number[] = []
const local = ({ type }: { readonly type: number }): Local => ({
  index: types.push(type) - 1,
  type,
})

/** Offset behind the text. */
const end = local(i32)
/** Offset at which the first line begins, less than 64. */
const from = local(i32)
/** Addresses that the next place is written to: of a stop, of a line. */
const nextStop = local(i32)
const nextLine = local(i32)
const parameters = [end, from, nextStop, nextLine]

const low = local(v128)
const high = local(v128)
const firstLine = local(i32)
/** Offset of the block. */
const at = local(i32)
const vectors = [local(v128), local(v128), local(v128), local(v128)]
/** The next byte to come begins a line, or stands behind its first spaces. */
const isHead = local(i64)
/** A bit for each byte of the block. */
const newlines = local(i64)
const breaks = local(i64)
const spaces = local(i64)
const reached = local(i64)
const found = local(i64)
/** What is left of such bits while their places are written, and the address for the next. */
const rest = local(i64)
const slot = local(i32)
const locals: readonly Local[] = types.map((type, index) => ({ index, type }))

/** A bit for each byte of the block that the test answers with ones. */
function bitsOf(test: (vector: Code) => Code): Code {
  return vectors
    .map(vector => i64.of32(v128.bits(test(get(vector)))))
    .map((bits, index) => i64.shiftLeft(bits, i64.const(VECTOR * index)))
    .reduce((sum, bits) => i64.or(sum, bits))
}

const is = (byte: number) => (vector: Code) => v128.equal(vector, v128.all(byte))

/**
 * One table says which stops end in these four bits, the other which begin with those: a bit for each group of stops that begin
 * alike. A byte is a stop when the two have one in common.
 */
const isStop = (vector: Code) =>
  v128.unequal(
    v128.and(
      v128.look(get(low), v128.and(vector, v128.all(0x0f))),
      v128.look(get(high), v128.shiftRight(vector, i32.const(4))),
    ),
    v128.all(0),
  )

/**
 * Writes the offset of each bit and goes on behind the last. Always some at once, because a wrong guess of how many there are
 * takes longer than to write in vain.
 */
const writePlaces = (bits: Local, next: Local, base: Code, atOnce: number): Code => [
  set(rest, get(bits)),
  set(slot, get(next)),
  repeatWhile(
    i64.isNonzero(get(rest)),
    ...Array.from({ length: atOnce }, (_, index) => [
      i32.store(get(slot), i32.add(base, i32.of64(i64.trailingZeros(get(rest)))), WIDTH * index),
      set(rest, i64.and(get(rest), i64.subtract(get(rest), i64.const(1)))),
    ]),
    set(slot, i32.add(get(slot), i32.const(WIDTH * atOnce))),
  ),
  set(next, i32.add(get(next), i32.shiftLeft(i32.of64(i64.ones(get(bits))), i32.const(2)))),
]

const lineHeads = () => i64.or(i64.shiftLeft(get(breaks), i64.const(1)), get(isHead))

const program = (): Program => ({
  parameters,
  locals,
  code: [
    set(low, v128.load(i32.const(LOW), 0)),
    set(high, v128.load(i32.const(HIGH), 0)),
    set(firstLine, get(nextLine)),
    set(isHead, i64.shiftLeft(i64.const(1), i64.of32(get(from)))),
    repeatWhile(
      i32.lessUnsigned(get(at), get(end)),
      ...vectors.map((vector, index) => set(vector, v128.load(get(at), TEXT + VECTOR * index))),
      set(newlines, bitsOf(is(NEWLINE))),
      set(breaks, i64.or(get(newlines), bitsOf(is(RETURN)))),
      set(spaces, bitsOf(is(SPACE))),
      // An addition carries the head of a line over the spaces that follow it, to the first byte that is none.
      set(reached, i64.add(lineHeads(), get(spaces))),
      set(
        isHead,
        i64.or(
          i64.shiftRight(get(breaks), i64.const(BLOCK - 1)),
          i64.of32(i64.lessUnsigned(get(reached), get(spaces))),
        ),
      ),
      set(found, i64.or(i64.and(get(reached), i64.not(get(spaces))), bitsOf(isStop))),
      writePlaces(found, nextStop, get(at), STOPS_AT_ONCE),
      writePlaces(newlines, nextLine, i32.add(get(at), i32.const(1)), LINES_AT_ONCE),
      set(at, i32.add(get(at), i32.const(BLOCK))),
    ),
    i32.shiftRight(i32.subtract(get(nextLine), get(firstLine)), i32.const(2)),
  ],
})

/** The module: the build runs this, and keeps what it answers. */
export const assembledProgram = () => assemble(program())
