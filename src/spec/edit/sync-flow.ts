// Entries of a collection in brackets or braces: taken out and put in with their commas, comments kept.

import type { Node } from 'yaml'
import { type Pen, splice } from './pen.ts'
import { startOf } from './source.ts'
import { pad } from './write.ts'

interface Part {
  readonly start: number
  readonly end: number
}

export interface FlowChange {
  readonly parts: readonly Part[]
  readonly isLeaving: (index: number) => boolean
  /** Texts of new parts, to stand before the part at `position`. */
  readonly added: readonly string[]
  readonly position: number
  /** Column at which the line after a comment goes on. */
  readonly column: number
}

export function changeFlow(pen: Pen, node: Node, change: FlowChange): void {
  const { parts, isLeaving, added } = change
  if (parts.every((_, index) => isLeaving(index))) return refill(pen, node, change)
  if (added.length > 0) insert(pen, node, change)
  for (let from = 0; from < parts.length; from++) {
    if (!isLeaving(from)) continue
    let to = from
    while (to + 1 < parts.length && isLeaving(to + 1)) to++
    remove(pen, change, from, to)
    from = to
  }
}

function insert(pen: Pen, node: Node, { parts, isLeaving, added, position }: FlowChange): void {
  const separator = separatorOf(pen, node, parts)
  const next = parts[position]
  if (next) return splice(pen, next.start, next.start, added.map(each => each + separator).join(''))
  const last = parts.findLast((_, index) => !isLeaving(index))!
  splice(pen, last.end, last.end, added.map(each => behind(separator, each)).join(''))
}

/** A part that brings a comment starts on a line of its own anyway. */
const behind = (separator: string, part: string) =>
  /^\r?\n/.test(part) ? `,${part}` : `${separator}${part}`

function refill(pen: Pen, node: Node, { added, column }: FlowChange): void {
  const [open, close] = [startOf(node) + 1, node.range![1] - 1]
  const comments = keptComments(pen, open, close, column)
  pen.present.forget(open, close)
  splice(pen, open, close, `${comments}${added.join(', ')}`)
}

function remove(pen: Pen, { parts, column }: FlowChange, from: number, to: number): void {
  const next = parts[to + 1]
  const start = next ? parts[from]!.start : parts[from - 1]!.end
  const end = next ? next.start : parts[to]!.end
  pen.present.forget(start, end)
  splice(pen, start, end, keptComments(pen, start, end, column))
}

function keptComments(pen: Pen, start: number, end: number, column: number): string {
  const { lines, eol } = pen.source
  return lines
    .commentsIn(start, end)
    .map(each => ` ${each}${eol}${pad(column)}`)
    .join('')
}

/** Parts that have lines for themselves keep that. */
function separatorOf({ source }: Pen, node: Node, parts: readonly Part[]): string {
  const { lines, eol } = source
  const last = parts.at(-1)!.start
  const hasOwnLine = lines.at(last) !== lines.at(startOf(node))
  return hasOwnLine ? `,${eol}${pad(lines.column(last))}` : ', '
}
