// The lines and comments of a text: which lines hold nothing but a comment, which are blank, what stands between two places.

export interface Comment {
  readonly start: number
  readonly end: number
}

export interface Lines {
  readonly count: number
  /** The line of an offset, from 0. */
  readonly at: (offset: number) => number
  /** Where a line starts; the length of the text for the line after the last. */
  readonly start: (line: number) => number
  readonly isBlank: (line: number) => boolean
  /** The column of a comment that has the line for itself. */
  readonly commentColumn: (line: number) => number | undefined
  readonly commentsIn: (start: number, end: number) => readonly string[]
  readonly column: (offset: number) => number
}

export function linesOf(text: string, unsorted: readonly Comment[]): Lines {
  const comments = [...unsorted].sort((a, b) => a.start - b.start)
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const commentStarts = comments.map(each => each.start)
  const at = (offset: number) => upperBound(starts, offset) - 1
  const start = (line: number) => starts[line] ?? text.length
  const lineText = (line: number) => text.slice(start(line), start(line + 1))
  return {
    count: starts.length - 1,
    at,
    start,
    isBlank: line => lineText(line).trim() === '',
    commentColumn: line => {
      const column = lineText(line).search(/\S/)
      if (column < 0) return undefined
      const offset = start(line) + column
      return commentStarts[upperBound(commentStarts, offset) - 1] === offset ? column : undefined
    },
    commentsIn: (from, to) => {
      const found: string[] = []
      for (let i = upperBound(commentStarts, from - 1); i < comments.length; i++) {
        if (comments[i]!.start >= to) break
        found.push(text.slice(comments[i]!.start, comments[i]!.end))
      }
      return found
    },
    column: offset => offset - start(at(offset)),
  }
}

/** How many of the sorted numbers are at most `limit`. */
function upperBound(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}
