// Makes one place of the text say a value. Decides between changing a collection entry by entry and writing the value anew.

import type { Alias, YAMLMap } from 'yaml'
import { isAlias, isMap as isMapNode, isSeq } from 'yaml'
import {
  contentEnd,
  isBlockCollection,
  isBlockScalar,
  isNothing,
  type Slot,
  trailEnd,
} from './layout.ts'
import { insertLines, type Pen, splice } from './pen.ts'
import { GONE } from './present.ts'
import { type Quote, scalarText } from './scalar-text.ts'
import { isMerge, pairsOf, quoteOf, startOf } from './source.ts'
import { canSyncList, syncList } from './sync-list.ts'
import { canSyncMap, syncMap } from './sync-map.ts'
import { isList, isMap, isSame, type Value, type ValueMap } from './value.ts'
import { flowText, type Path, pad, valueText, type Written } from './write.ts'

export function syncValue(pen: Pen, slot: Slot, value: Value, path: Path): void {
  const { node } = slot
  const present = pen.present.of(node)
  if (present !== GONE && isSame(present, value)) return
  if (
    isMapNode(node) &&
    isMap(value) &&
    fitsMerges(pen, node, value) &&
    canSyncMap(pen, node, value, path)
  )
    syncMap(pen, slot, node, value, path)
  else if (isSeq(node) && isList(value) && canSyncList(pen, slot, node, value, path))
    syncList(pen, slot, node, value, path)
  else if (isAlias(node) && isMap(value)) replaceAlias(pen, slot, node, value, path)
  else replace(pen, slot, value, path)
  pen.present.change(node, value)
}

/** A merge can be kept where nothing that it brings is unwanted. */
function fitsMerges(pen: Pen, map: YAMLMap, value: ValueMap): boolean {
  if (!pairsOf(map).some(isMerge)) return true
  const merged = pen.present.merged(map)
  return merged !== GONE && [...merged.keys()].every(key => value.has(key))
}

/** What the alias brings stays its own; what differs becomes a key beside it. */
function replaceAlias(pen: Pen, slot: Slot, alias: Alias, value: ValueMap, path: Path): void {
  const base = pen.present.of(alias)
  const canMerge = base !== GONE && isMap(base) && [...base.keys()].every(key => value.has(key))
  if (!canMerge) return replace(pen, slot, value, path)
  const own = new Map([...value].filter(([key, member]) => !isSame(base.get(key), member)))
  replace(pen, slot, own, path, `<<: *${alias.source}`)
}

/** Writes a value anew. Comments that stood within the old one stay, in front of it. */
function replace(pen: Pen, slot: Slot, value: Value, path: Path, merge?: string): void {
  const region = regionOf(pen, slot)
  pen.present.forget(slot.headEnd, region.end, slot.node)
  const written = slot.isFlow
    ? { head: inFlow(pen, slot, value, path, merge), below: [] }
    : inBlock(pen, slot, value, path, region.isBare, merge)
  if (written.below.length > 0) return writeBelow(pen, slot, region, written)
  if (canSwap(pen, slot, region)) return splice(pen, startOf(slot.node!), region.end, written.head)
  const comments = region.comments.map(each => `${each}${pen.source.eol}${deeper(pen, slot)}`)
  splice(
    pen,
    slot.headEnd,
    region.end,
    `${slot.needsColon ? ':' : ''} ${comments.join('')}${written.head}`,
  )
}

interface Region {
  readonly end: number
  readonly comments: readonly string[]
  /** No comment is near that a literal block would swallow. */
  readonly isBare: boolean
}

/** From behind the key to the end of the old value; with the comment on its last line where comments must move, lest new text below swallow it. */
function regionOf(pen: Pen, slot: Slot): Region {
  const { lines, text } = pen.source
  const valueEnd = contentEnd(pen.source, slot)
  const nextLine = lines.at(valueEnd) + 1
  const rest = text.slice(valueEnd, lines.start(nextLine)).trimEnd().length
  const hasInner = lines.commentsIn(slot.headEnd, valueEnd).length > 0
  const takesLine = !slot.isFlow && (hasInner || isBlockCollection(slot.node))
  const end = takesLine ? valueEnd + rest : valueEnd
  const comments = lines.commentsIn(slot.headEnd, end)
  const isFollowed = lines.commentsIn(end, lines.start(nextLine)).length > 0
  const isBare = comments.length === 0 && !isFollowed && !deepCommentFollows(pen, slot, nextLine)
  return { end, comments, isBare }
}

function deepCommentFollows({ source: { lines } }: Pen, { column }: Slot, from: number): boolean {
  let line = from
  while (line < lines.count && lines.isBlank(line)) line++
  return (lines.commentColumn(line) ?? -1) > column
}

const deeper = (pen: Pen, { column }: Slot) => pad(column + pen.writing.style.indent)

function inFlow(pen: Pen, slot: Slot, value: Value, path: Path, merge?: string): string {
  const quoted = quoteFor(slot, value)
  if (quoted && typeof value === 'string')
    return scalarText(value, { isFlow: true, quote: quoted, quoted })
  const text = flowText(pen.writing, value, deeper(pen, slot).length, path)
  if (merge === undefined) return text
  return text === '{}' ? `{${merge}}` : `{${merge}, ${text.slice(1)}`
}

function inBlock(
  pen: Pen,
  slot: Slot,
  value: Value,
  path: Path,
  allowsLiteral: boolean,
  merge?: string,
): Written {
  const { column, isItem } = slot
  const options = {
    column,
    isItem,
    allowsLiteral,
    hasFlowItems: false,
    quoted: quoteFor(slot, value),
  }
  const written = valueText(pen.writing, value, options, path)
  if (merge === undefined) return written
  return { head: '', below: [`${deeper(pen, slot)}${merge}`, ...written.below] }
}

/** Text that was quoted stays quoted. */
function quoteFor({ node }: Slot, value: Value): Quote | undefined {
  return typeof value === 'string' && !value.includes('\n') ? quoteOf(node) : undefined
}

/** Only the value's own characters change, where it stands behind its key without comments. */
function canSwap(pen: Pen, { node, headEnd }: Slot, region: Region): boolean {
  if (!node || isNothing(node) || isBlockCollection(node) || isBlockScalar(node)) return false
  const gap = pen.source.text.slice(headEnd, startOf(node))
  return region.comments.length === 0 && /^ *$/.test(gap)
}

function writeBelow(pen: Pen, slot: Slot, region: Region, { head, below }: Written): void {
  const { eol, lines } = pen.source
  if (
    head === '' &&
    !slot.isItem &&
    !isBlockCollection(slot.node) &&
    region.comments.length === 0
  ) {
    splice(pen, slot.headEnd, region.end, '')
    return insertLines(pen, trailEnd(lines, lines.at(region.end) + 1, slot.column + 1), below)
  }
  const comments = region.comments.join(`${eol}${deeper(pen, slot)}`)
  const isCompact = slot.isItem && head === '' && comments === ''
  const start = [head, comments]
    .filter(each => each !== '')
    .map(each => ` ${each}`)
    .join('')
  const rest = below.join(eol)
  splice(
    pen,
    slot.headEnd,
    region.end,
    isCompact ? ` ${rest.trimStart()}` : `${start}${eol}${rest}`,
  )
}
