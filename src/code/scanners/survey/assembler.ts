// A handful of WebAssembly instructions as functions, and the module that one function makes. An instruction takes the code of its
// operands and answers its own, so that a program reads from the inside out like any expression. It knows only what `program.ts` uses.
// Names, opcodes and the layout of a module are those of the specification: https://webassembly.github.io/spec/core/binary/.

/** Bytes of WebAssembly, laid end to end only when the module is made: the first run of a process waits for it. */
export type Code = number | readonly Code[]

const operation =
  (opcode: Code) =>
  (...operands: readonly Code[]): Code => [operands, opcode]

const simd = (opcode: number) => operation([0xfd, opcode])

export const i32 = {
  type: 0x7f,
  const: (value: number): Code => [0x41, signed(value)],
  lessUnsigned: operation(0x49),
  add: operation(0x6a),
  subtract: operation(0x6b),
  shiftLeft: operation(0x74),
  shiftRight: operation(0x76),
  /** The lower half. */
  of64: operation(0xa7),
  store: (address: Code, value: Code, offset: number): Code => [
    [address, value],
    [0x36, 2, unsigned(offset)],
  ],
}

export const i64 = {
  type: 0x7e,
  const: (value: number): Code => [0x42, signed(value)],
  isNonzero: (value: Code): Code => [value, i64.const(0), 0x52],
  lessUnsigned: operation(0x54),
  trailingZeros: operation(0x7a),
  ones: operation(0x7b),
  add: operation(0x7c),
  subtract: operation(0x7d),
  and: operation(0x83),
  or: operation(0x84),
  not: (value: Code): Code => [value, i64.const(-1), 0x85],
  shiftLeft: operation(0x86),
  shiftRight: operation(0x88),
  of32: operation(0xad),
}

/** Sixteen bytes at once. */
export const v128 = {
  type: 0x7b,
  load: (address: Code, offset: number): Code => [address, [0xfd, 0, 4, unsigned(offset)]],
  /** The same byte sixteen times. */
  all: (byte: number): Code => [i32.const(byte), [0xfd, 0x0f]],
  /** For each byte of the second operand the byte of the first that it is the index of. */
  look: simd(0x0e),
  /** All ones in every byte that is equal, or is not. */
  equal: simd(0x23),
  unequal: simd(0x24),
  and: simd(0x4e),
  /** The highest bit of each byte. */
  bits: simd(0x64),
  shiftRight: simd(0x6d),
}

export interface Local {
  readonly index: number
  readonly type: number
}

export const get = ({ index }: Local): Code => [0x20, unsigned(index)]
export const set = ({ index }: Local, value: Code): Code => [value, 0x21, unsigned(index)]

/** Once, and again as long as the condition is not zero. */
export const repeatWhile = (condition: Code, ...body: readonly Code[]): Code => [
  [0x03, 0x40],
  body,
  condition,
  [0x0d, 0, 0x0b],
]

/** The parameters are the first of the locals; the code leaves one i32. */
export interface Program {
  readonly parameters: readonly Local[]
  readonly locals: readonly Local[]
  readonly code: Code
}

/** A module that imports its memory as `memory` of `room` and exports the program as `run`. */
export function assemble({ parameters, locals, code }: Program): Uint8Array<ArrayBuffer> {
  const takes = vector(parameters.map(each => each.type))
  const own = vector(locals.slice(parameters.length).map(each => [1, each.type]))
  return Uint8Array.from(
    bytesOf([
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [[0x60, takes, 1, i32.type]]),
      section(2, [[name('room'), name('memory'), 2, 0, 1]]),
      section(3, [0]),
      section(7, [[name('run'), 0, 0]]),
      section(10, [sized([own, code, 0x0b])]),
    ]),
  )
}

const section = (id: number, entries: readonly Code[]): Code => [id, sized(vector(entries))]

const vector = (entries: readonly Code[]): Code => [unsigned(entries.length), entries]

const name = (text: string): Code => vector(Array.from(text, each => each.charCodeAt(0)))

function sized(code: Code): Code {
  const bytes = bytesOf(code)
  return [unsigned(bytes.length), bytes]
}

function bytesOf(code: Code, into: number[] = []): number[] {
  if (typeof code === 'number') into.push(code)
  else for (const each of code) bytesOf(each, into)
  return into
}

/** LEB128: seven bits a byte, the lowest first; the highest bit says that more follow. */
function unsigned(value: number): Code {
  return value < 0x80 ? value : [(value & 0x7f) | 0x80, unsigned(value >>> 7)]
}

function signed(value: number): Code {
  const rest = value >> 7
  const isLast = rest === (value & 0x40 ? -1 : 0)
  return isLast ? value & 0x7f : [(value & 0x7f) | 0x80, signed(rest)]
}
