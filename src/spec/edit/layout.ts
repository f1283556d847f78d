// Where the parts of a collection stand: keys, values and items with the ends of their content, and the lines that belong to an entry.

import type { CST, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { isCollection, isMap, isScalar, isSeq } from 'yaml'
import type { Lines } from './lines.ts'
import { keyOf, pairsOf, type Source, type SourcePair, startOf } from './source.ts'

/** A place that holds a value. */
export interface Slot {
  readonly node: Node | undefined
  /** Behind the colon or dash, and behind an anchor or tag. */
  readonly headEnd: number
  readonly needsColon: boolean
  /** Column of the key or dash; what is written below stands deeper. */
  readonly column: number
  readonly isItem: boolean
  readonly isFlow: boolean
}

export interface Entry {
  readonly key: string
  readonly keyNode: Node
  readonly slot: Slot
  readonly start: number
  readonly end: number
}

export interface Item {
  readonly slot: Slot
  readonly start: number
  readonly end: number
}

export const isBlockCollection = (node: Node | undefined) => isCollection(node) && !node.flow

/** A value that takes no room at all, as in `key:`. */
export const isNothing = (node: Node | undefined) =>
  node === undefined || (isScalar(node) && node.range?.[0] === node.range?.[1])

/** The end of what a node says, before the line break of a block scalar. */
export function contentEnd(source: Source, slot: Pick<Slot, 'node' | 'headEnd'>): number {
  const { node } = slot
  if (!node || isNothing(node)) return slot.headEnd
  if (isMap(node) && !node.flow) return entriesOf(source, node).at(-1)!.end
  if (isSeq(node) && !node.flow) return itemsOf(source, node).at(-1)!.end
  const end = node.range![1]
  if (!isBlockScalar(node) || source.text[end - 1] !== '\n') return end
  return source.text[end - 2] === '\r' ? end - 2 : end - 1
}

export const isBlockScalar = (node: Node | undefined): node is Scalar =>
  isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')

const known = new WeakMap<Node, readonly Entry[]>()

/** All pairs of a map, merges included. `column` is that of the enclosing block entry where the map is flow. */
export function entriesOf(source: Source, map: YAMLMap, column = 0): readonly Entry[] {
  const found = known.get(map)
  if (found) return found
  const entries = pairsOf(map).map(pair => entryOf(source, pair, map.flow === true, column))
  known.set(map, entries)
  return entries
}

function entryOf(source: Source, pair: SourcePair, isInFlow: boolean, column: number): Entry {
  const { start = [], sep = [] } = pair.srcToken as CST.CollectionItem
  const explicit = start.find(each => each.type === 'explicit-key-ind')
  const from = explicit?.offset ?? startOf(pair.key)
  const head = endOfHead(sep)
  const slot: Slot = {
    node: pair.value ?? undefined,
    headEnd: head ?? pair.key.range![1],
    needsColon: !sep.some(each => each.type === 'map-value-ind'),
    column: isInFlow ? column : source.lines.column(from),
    isItem: false,
    isFlow: isInFlow,
  }
  return { key: keyOf(pair), keyNode: pair.key, slot, start: from, end: contentEnd(source, slot) }
}

function endOfHead(tokens: readonly CST.SourceToken[]): number | undefined {
  const last = tokens.findLast(each =>
    ['map-value-ind', 'seq-item-ind', 'anchor', 'tag'].includes(each.type),
  )
  return last && last.offset + last.source.length
}

export function itemsOf(source: Source, list: YAMLSeq, column = 0): readonly Item[] {
  const token = list.srcToken as CST.BlockSequence | CST.FlowCollection
  const tokens = token.items.filter(
    each => list.flow || each.start.some(part => part.type === 'seq-item-ind'),
  )
  return (list.items as Node[]).map((node, index) => {
    const start = tokens[index]?.start ?? []
    const dash = start.find(each => each.type === 'seq-item-ind')?.offset ?? startOf(node)
    const slot: Slot = {
      node,
      headEnd: endOfHead(start) ?? startOf(node),
      needsColon: false,
      column: list.flow ? column : source.lines.column(dash),
      isItem: true,
      isFlow: list.flow === true,
    }
    return { slot, start: list.flow ? slot.headEnd : dash, end: contentEnd(source, slot) }
  })
}

export interface LineRange {
  readonly from: number
  readonly to: number
}

/** The lines of an entry itself. */
export function ownLines(lines: Lines, { start, end }: Item | Entry): LineRange {
  return { from: lines.at(start), to: lines.at(end) + 1 }
}

/** The lines of an entry with the comments directly above it and those indented below it. */
export function wholeLines(lines: Lines, entry: Item | Entry): LineRange {
  const { from, to } = ownLines(lines, entry)
  const { column } = entry.slot
  return { from: leadStart(lines, from, column), to: trailEnd(lines, to, column + 1) }
}

/** The first of the comment lines directly above a line, at the same column. */
export function leadStart(lines: Lines, line: number, column: number): number {
  let first = line
  while (first > 0 && lines.commentColumn(first - 1) === column) first--
  return first
}

/** Past the last comment, of those that follow, that is indented to `column` or deeper. */
export function trailEnd(lines: Lines, line: number, column: number): number {
  let end = line
  for (let next = line; next < lines.count; next++) {
    if (lines.isBlank(next)) continue
    if ((lines.commentColumn(next) ?? -1) < column) break
    end = next + 1
  }
  return end
}

export function startsItsLine(source: Source, offset: number): boolean {
  const { lines, text } = source
  return text.slice(lines.start(lines.at(offset)), offset).trim() === ''
}
