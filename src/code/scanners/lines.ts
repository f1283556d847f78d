// Lines by offset. Where they begin is found by search, or noted by a reader that comes by every newline anyway.

export interface Lines {
  /** 1-based line of an offset. */
  readonly lineAt: (offset: number) => number
  /** The same for an offset in a line that is known or below it. */
  readonly lineBehind: (line: number, offset: number) => number
  /** 1-based column of an offset, in bytes. */
  readonly columnAt: (offset: number) => number
}

/** The offsets at which lines begin, in order; those behind `count` are of a text before. */
export interface LineStarts {
  offsets: Int32Array
  count: number
}

let shared = new Int32Array(1 << 12)

/** The first line. Borrowed: true until those of the next text are asked for, because a table per file would pile up. */
export function firstLine(): LineStarts {
  return { offsets: shared, count: 1 }
}

/** A line begins at `offset`, behind all that were noted before. */
export function noteLine(starts: LineStarts, offset: number): void {
  if (starts.count === starts.offsets.length) {
    shared = new Int32Array(starts.count * 2)
    shared.set(starts.offsets)
    starts.offsets = shared
  }
  starts.offsets[starts.count++] = offset
}

/** Notes the lines that begin behind a newline in this stretch of text. */
export function noteLines(starts: LineStarts, text: string, from: number, to: number): void {
  const stretch = text.slice(from, to) // A search in the whole text might run on to its end, every time.
  for (let at = stretch.indexOf('\n'); at !== -1; at = stretch.indexOf('\n', at + 1))
    noteLine(starts, from + at + 1)
}

export function linesOf(text: string): Lines {
  const starts = firstLine()
  noteLines(starts, text, 0, text.length)
  return linesFrom(starts)
}

export function linesFrom({ offsets: starts, count }: LineStarts): Lines {
  /** Index of the line that was asked for last: the next one is most often near. */
  let near = 0
  const lineAt = (offset: number) => {
    let low = near
    for (let step = 1; low > 0 && starts[low]! > offset; step *= 2) low = Math.max(0, low - step)
    near = indexBehind(starts, count, low, offset)
    return near + 1
  }
  return {
    lineAt,
    lineBehind: (line, offset) => indexBehind(starts, count, line - 1, offset) + 1,
    columnAt: offset => offset - starts[lineAt(offset) - 1]! + 1,
  }
}

/** Index of the line of an offset at or behind the line at `index`: the farther, the longer the steps. */
function indexBehind(starts: Int32Array, count: number, index: number, offset: number): number {
  let low = index
  let high = count
  for (let step = 1; low + step < high; step *= 2) {
    if (starts[low + step]! > offset) high = low + step
    else low += step
  }
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low
}
