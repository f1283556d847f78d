// The beginning and the end of an output of any length, in bounded memory. The middle is counted, not kept.

export interface KeptOutput {
  readonly head: string
  /** Empty while everything fits into the head. */
  readonly tail: string
  /** Bytes between head and tail that were not kept. */
  readonly droppedBytes: number
  readonly totalBytes: number
}

/** The output as one text, with a line that says what is left out. */
export function outputText({ head, tail, droppedBytes }: KeptOutput): string {
  return droppedBytes === 0 ? head + tail : `${head}\n… ${droppedBytes} bytes left out …\n${tail}`
}

export const noOutput: KeptOutput = { head: '', tail: '', droppedBytes: 0, totalBytes: 0 }

/** Holds half of `limitBytes` from the beginning and half from the end, and never more. */
export class OutputKeeper {
  readonly #half: number
  readonly #head: Buffer
  readonly #tail: Buffer
  #total = 0

  constructor(limitBytes: number) {
    this.#half = Math.max(1, Math.floor(limitBytes / 2))
    this.#head = Buffer.alloc(this.#half)
    this.#tail = Buffer.alloc(this.#half)
  }

  take(bytes: Uint8Array): void {
    const intoHead = bytes.subarray(0, Math.max(0, this.#half - this.#total))
    this.#head.set(intoHead, Math.min(this.#total, this.#half - intoHead.length))
    this.#total += bytes.length
    // Only what could survive in the ring is written to it; a byte's place follows from its number.
    const rest = bytes.subarray(Math.max(intoHead.length, bytes.length - this.#half))
    const place = (this.#total - rest.length) % this.#half
    this.#tail.set(rest.subarray(0, this.#half - place), place)
    this.#tail.set(rest.subarray(this.#half - place))
  }

  /** Bytes that are no text become U+FFFD; a character that the cut went through is left out with the middle. */
  result(): KeptOutput {
    const head = this.#head.subarray(0, Math.min(this.#total, this.#half))
    const tail = this.#lastBytes(Math.min(this.#total - head.length, this.#half))
    const totalBytes = this.#total
    if (head.length + tail.length === totalBytes)
      return { head: Buffer.concat([head, tail]).toString(), tail: '', droppedBytes: 0, totalBytes }
    const [first, last] = [withoutCutEnd(head), withoutCutStart(tail)]
    const droppedBytes = totalBytes - first.length - last.length
    return { head: first.toString(), tail: last.toString(), droppedBytes, totalBytes }
  }

  #lastBytes(length: number): Buffer {
    const end = this.#total % this.#half
    const ring = Buffer.concat([this.#tail.subarray(end), this.#tail.subarray(0, end)])
    return ring.subarray(this.#half - length)
  }
}

const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80

/** A UTF-8 character has at most three bytes after its first. */
const MAX_CONTINUATION = 3

function withoutCutStart(bytes: Buffer): Buffer {
  let start = 0
  while (start < MAX_CONTINUATION && isContinuation(bytes[start])) start++
  return bytes.subarray(start)
}

function withoutCutEnd(bytes: Buffer): Buffer {
  let start = bytes.length - 1
  while (start > bytes.length - 1 - MAX_CONTINUATION && isContinuation(bytes[start])) start--
  const lead = bytes[start] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
  return start + length > bytes.length ? bytes.subarray(0, start) : bytes
}
