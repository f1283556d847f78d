// Lines by offset, from where they begin.

export interface Lines {
  /** 1-based line of an offset. */
  readonly lineAt: (offset: number) => number
  /** The same for an offset in a line that is known or below it. */
  readonly lineBehind: (line: number, offset: number) => number
  /** 1-based column of an offset, in bytes. */
  readonly columnAt: (offset: number) => number
}

/** `starts`: the offsets at which lines begin, in order; those behind `count` mean nothing. */
export function linesFrom(starts: Int32Array, count: number): Lines {
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
