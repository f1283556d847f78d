// A text without comments and spacing, and the way from places in the text to places in what is left.
// What a body says, apart from how it is laid out, is a slice of it.

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Compact {
  readonly text: string
  /** Offset in the source to offset in `text`; one longer than the source. */
  readonly offsets: Int32Array
}

/** `comments` stand in source order. */
export function compactText(source: string, comments: readonly Span[]): Compact {
  const offsets = new Int32Array(source.length + 1)
  const pieces: string[] = []
  let length = 0
  let at = 0
  for (const comment of [...comments, { start: source.length, end: source.length }]) {
    const kept = keepInk(source, at, comment.start, offsets, length)
    pieces.push(kept)
    length += kept.length
    offsets.fill(length, Math.max(at, comment.start), comment.end + 1)
    at = Math.max(at, comment.end)
  }
  return { text: pieces.join(''), offsets }
}

export function compactSlice({ text, offsets }: Compact, { start, end }: Span): string {
  return text.slice(offsets[start], offsets[end])
}

function keepInk(
  source: string,
  from: number,
  to: number,
  offsets: Int32Array,
  length: number,
): string {
  let kept = length
  for (let index = from; index < to; index++) {
    offsets[index] = kept
    if (!isSpacing(source.charCodeAt(index))) kept++
  }
  return source.slice(from, to).replace(/[\t-\r \u00a0\ufeff]+/g, '')
}

function isSpacing(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff
}
