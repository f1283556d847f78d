// What every step of writing shares: the text, its style, what is collected so far, and the way back into the recursion.

import type { LineRange, Slot } from './layout.ts'
import type { Comment } from './lines.ts'
import type { PresentValues } from './present.ts'
import type { Source } from './source.ts'
import type { Splice } from './splices.ts'
import type { Value } from './value.ts'
import type { Path, Writing } from './write.ts'

/** The cut made last; cuts are made in the order of the text. */
interface LastCut {
  /** The line after it. */
  to: number
  /** It ends at text that would take a blank line after it for its own. */
  isBehindText: boolean
}

export interface Pen {
  readonly source: Source
  readonly writing: Writing
  readonly present: PresentValues
  readonly splices: Splice[]
  readonly lastCut: LastCut
  /** New addresses of resources by their old ones. */
  readonly renamed: ReadonlyMap<string, string>
  /** Makes the place say the value, touching nothing where it says so already. */
  readonly sync: (pen: Pen, slot: Slot, value: Value, path: Path) => void
}

export function splice(pen: Pen, start: number, end: number, text: string): void {
  pen.splices.push({ start, end, text })
}

export function insertLines(pen: Pen, line: number, lines: readonly string[]): void {
  const at = pen.source.lines.start(line)
  splice(pen, at, at, lines.map(each => each + pen.source.eol).join(''))
}

/** Takes lines away, with every anchor in them; `kept` stands in their place. */
export function cutLines(pen: Pen, { from, to }: LineRange, kept: readonly string[]): void {
  const { lines, eol } = pen.source
  const range: Comment = { start: lines.start(from), end: lines.start(to) }
  pen.present.forget(range.start, range.end)
  splice(pen, range.start, range.end, kept.map(each => each + eol).join(''))
}
