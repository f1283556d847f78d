// Entries of a block map that leave, from the first to the last: which lines go with them, and what must be watched so that the gaps around them stay.

import type { LineRange } from './layout.ts'
import { type Entry, ownLines, wholeLines } from './layout.ts'
import { cutLines, type Pen } from './pen.ts'
import { keepsBlankLines } from './style.ts'
import { pad } from './write.ts'

/** What stands above the next entry once everything that leaves has left. */
export interface Above {
  readonly staying: Entry | undefined
  /** The line at which the text goes on behind the entry that stays. */
  readonly resume: number
  /** Up to where lines are cut already. */
  readonly cutTo: number
}

export interface Leaving {
  readonly entry: Entry
  /** With the comments that belong to it; without, they stay. */
  readonly isWhole: boolean
  /** Nothing of the map follows. */
  readonly isLast: boolean
}

export const NOTHING_ABOVE: Above = { staying: undefined, resume: -1, cutTo: 0 }

export function belowStaying({ source: { lines } }: Pen, entry: Entry, above: Above): Above {
  return { ...above, staying: entry, resume: lines.at(entry.end) + 1 }
}

export function leave(pen: Pen, leaving: Leaving, above: Above): Above {
  const { lines } = pen.source
  const { entry, isWhole } = leaving
  const own = ownLines(lines, entry)
  const comments = isWhole ? [] : lines.commentsIn(entry.start, lines.start(own.to))
  const range = isWhole ? withGap(pen, wholeLines(lines, entry), leaving, above) : own
  const cut = comments.length > 0 ? range : beforeText(pen, range, above)
  cutLines(
    pen,
    cut,
    comments.map(each => pad(entry.slot.column) + each),
  )
  const goesOn = cut.from === above.resume && comments.length === 0
  pen.lastCut.to = cut.to
  pen.lastCut.isBehindText = goesOn && keepsBlankLines(pen.source, above.staying?.slot.node)
  return { ...above, resume: goesOn ? cut.to : above.resume, cutTo: cut.to }
}

/** Takes the blank lines above along where others follow below; those below where nothing stays above. */
function withGap(pen: Pen, { from, to }: LineRange, { isLast }: Leaving, above: Above): LineRange {
  const { lines } = pen.source
  const below = pastBlankLines(pen, to)
  if (!above.staying) return { from, to: isLast ? to : below }
  const floor = Math.max(above.resume, above.cutTo)
  let start = from
  while (start > floor && lines.isBlank(start - 1)) start--
  return { from: below > to || below >= lines.count ? start : from, to }
}

/** Text that keeps its trailing line breaks must not come to stand above blank lines that were not its own. */
function beforeText(pen: Pen, range: LineRange, above: Above): LineRange {
  const isBehindText =
    range.from === above.resume && keepsBlankLines(pen.source, above.staying?.slot.node)
  return isBehindText ? { ...range, to: pastBlankLines(pen, range.to) } : range
}

function pastBlankLines({ source: { lines } }: Pen, from: number): number {
  let line = from
  while (line < lines.count && lines.isBlank(line)) line++
  return line
}
