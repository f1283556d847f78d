// Changes a list item by item: what is equal at both ends stays as it is, what lies between is changed in place, added or cut.

import type { YAMLSeq } from 'yaml'
import { isMap as isMapNode } from 'yaml'
import {
  type Item,
  itemsOf,
  leadStart,
  ownLines,
  type Slot,
  startsItsLine,
  trailEnd,
} from './layout.ts'
import { cutLines, insertLines, type Pen } from './pen.ts'
import { changeFlow } from './sync-flow.ts'
import { isSame, type Value } from './value.ts'
import { flowText, itemLines, LINE_WIDTH, type Path, pad } from './write.ts'

/** A list that becomes empty is written anew as `[]`, and one in brackets that outgrows its line as lines. */
export function canSyncList(
  pen: Pen,
  slot: Slot,
  list: YAMLSeq,
  value: readonly Value[],
  path: Path,
): boolean {
  if (!list.flow)
    return (
      value.length > 0 &&
      itemsOf(pen.source, list).every(each => startsItsLine(pen.source, each.start))
    )
  const { lines } = pen.source
  const [start, end] = list.range!
  const isOneLine = lines.at(start) === lines.at(end - 1)
  const width = lines.column(start) + flowText(pen.writing, value, 0, path).length
  const isGrowing = value.length > list.items.length
  return slot.isFlow || slot.isItem || !isOneLine || !isGrowing || width <= LINE_WIDTH
}

export function syncList(
  pen: Pen,
  slot: Slot,
  list: YAMLSeq,
  value: readonly Value[],
  path: Path,
): void {
  const items = itemsOf(pen.source, list, slot.column)
  const old = items.map(each => pen.present.of(each.slot.node))
  const same = (i: number, j: number) => isSame(old[i] as Value, value[j])
  const shorter = Math.min(old.length, value.length)
  let head = 0
  while (head < shorter && same(head, head)) head++
  let tail = 0
  while (tail < shorter - head && same(old.length - 1 - tail, value.length - 1 - tail)) tail++
  const paired = Math.min(old.length, value.length) - tail
  for (let i = head; i < paired; i++) pen.sync(pen, items[i]!.slot, value[i]!, [...path, '-'])
  const change = {
    items,
    position: paired,
    added: value.slice(paired, value.length - tail),
    leavingEnd: old.length - tail,
    path: [...path, '-'],
  }
  if (list.flow) changeFlowItems(pen, slot, list, change)
  else changeLines(pen, change)
}

interface Change {
  readonly items: readonly Item[]
  readonly position: number
  readonly added: readonly Value[]
  /** Items from `position` up to here leave. */
  readonly leavingEnd: number
  readonly path: Path
}

function changeFlowItems(pen: Pen, slot: Slot, list: YAMLSeq, change: Change): void {
  const { items, position, added, leavingEnd, path } = change
  const column = slot.column + pen.writing.style.indent
  if (added.length === 0 && leavingEnd <= position) return
  changeFlow(pen, list, {
    parts: items,
    isLeaving: index => index >= position && index < leavingEnd,
    added: added.map(each => flowText(pen.writing, each, column, path)),
    position,
    column,
  })
}

function changeLines(pen: Pen, { items, position, added, leavingEnd, path }: Change): void {
  const { lines } = pen.source
  const { column } = items[0]!.slot
  const last = items.at(-1)!.slot.node
  const hasFlowItems = isMapNode(last) && last.flow === true
  const texts = added.flatMap(each => itemLines(pen.writing, each, column, path, hasFlowItems))
  if (texts.length > 0) insertLines(pen, lineFor(pen, items, position), texts)
  for (const item of items.slice(position, leavingEnd)) {
    const comments = lines.commentsIn(item.start, lines.start(lines.at(item.end) + 1))
    cutLines(
      pen,
      ownLines(lines, item),
      comments.map(each => pad(column) + each),
    )
  }
}

/** Behind the item before, or above everything that stands over the first. */
function lineFor({ source: { lines } }: Pen, items: readonly Item[], position: number): number {
  const before = items[position - 1]
  if (before) return trailEnd(lines, lines.at(before.end) + 1, before.slot.column + 1)
  return leadStart(lines, lines.at(items[0]!.start), items[0]!.slot.column)
}
