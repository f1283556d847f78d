// Replacements in a text, collected in any order and applied in one pass. What lies between them is copied byte for byte.

export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The part of a text from `start` to `end` with its splices applied. At one offset, insertions stand before what is cut, and among themselves as they were collected. */
export function applySplices(
  text: string,
  splices: readonly Splice[],
  start = 0,
  end = text.length,
): string {
  const parts: string[] = []
  let at = start
  for (const splice of [...splices].sort(inOrder)) {
    if (splice.start < at)
      throw new Error(`invariant: splices at ${splice.start} and up to ${at} overlap`)
    parts.push(text.slice(at, splice.start), splice.text)
    at = splice.end
  }
  parts.push(text.slice(at, end))
  return parts.join('')
}

const inOrder = (a: Splice, b: Splice) =>
  a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start)
