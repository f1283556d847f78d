// Parts of a text that are put out of sight: every line keeps its place, and what is left parses as it did.

export interface Dead {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Other texts in place of parts of the source; what lies within one goes with it. */
export function withParts(source: string, dead: readonly Dead[]): string {
  const parts: string[] = []
  let at = 0
  const inOrder = dead.toSorted((one, other) => one.start - other.start || other.end - one.end)
  for (const { start, end, text } of inOrder) {
    if (start < at) continue
    parts.push(source.slice(at, start), text)
    at = end
  }
  return at === 0 ? source : parts.join('') + source.slice(at)
}

/** Nothing in the place of statements in a block, or of declarations. */
export const emptied = (start: number, end: number, source: string): Dead => ({
  start,
  end,
  text: spaces(source.slice(start, end)),
})

const spaces = (text: string) => text.replace(/[^\r\n]/g, ' ')

/** What a branch needs to parse stays: its braces, or a statement that does nothing. */
export function blanked(start: number, end: number, source: string): Dead {
  const text = source.slice(start, end)
  const blank = spaces(text)
  if (text.startsWith('{') && text.endsWith('}'))
    return { start, end, text: `{${blank.slice(1, -1)}}` }
  if (/^\s/.test(text)) return { start, end, text: blank }
  return { start, end, text: (text.endsWith(';') ? ';' : '0') + blank.slice(1) }
}
