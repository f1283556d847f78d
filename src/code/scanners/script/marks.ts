// What a scanner has recognised on its way through a text, so that who looks back need not recognise it again.

/** Stretches of comments and of literals, in source order. */
export interface Marks {
  ranges: Int32Array
  length: number
}

/** Whether a marked stretch is passed over like spacing, or is a value. */
export const COMMENT = 0
export const LITERAL = 1

/** Numbers per mark: start, end, meaning. */
export const STRIDE = 3

let shared = new Int32Array(STRIDE << 12)

/** Empty marks for the next text. They borrow the room of those before, because a table per file would pile up. */
export function noMarks(): Marks {
  return { ranges: shared, length: 0 }
}

/** What was marked before stays: a scanner may look ahead and come by again. */
export function mark(marks: Marks, start: number, end: number, meaning: number): void {
  if (marks.length > 0 && start < marks.ranges[marks.length - 2]!) return
  if (marks.length + STRIDE > marks.ranges.length) {
    const larger = new Int32Array(marks.ranges.length * 2)
    larger.set(marks.ranges)
    marks.ranges = larger
    shared = larger
  }
  marks.ranges[marks.length] = start
  marks.ranges[marks.length + 1] = end
  marks.ranges[marks.length + 2] = meaning
  marks.length += STRIDE
}
