// Changes a map entry by entry: entries stay where they are, leave with what belongs to them, or arrive at the end.

import type { YAMLMap } from 'yaml'
import {
  type Entry,
  entriesOf,
  type LineRange,
  ownLines,
  type Slot,
  startsItsLine,
  trailEnd,
  wholeLines,
} from './layout.ts'
import { cutLines, insertLines, type Pen, splice } from './pen.ts'
import { GONE } from './present.ts'
import { quoteOf } from './source.ts'
import { isSeparatedMap, keepsBlankLines } from './style.ts'
import { changeFlow } from './sync-flow.ts'
import { isMap, isSame, type Value, type ValueMap } from './value.ts'
import { entryLines, flowEntry, keyText, type Path, pad } from './write.ts'

/** What becomes of the entries of a map. */
interface Fate {
  readonly entries: readonly Entry[]
  /** The key under which an entry stays; undefined when it leaves. */
  readonly keys: readonly (string | undefined)[]
  readonly added: readonly (readonly [string, Value])[]
  readonly hasMerge: boolean
}

function fateOf(pen: Pen, map: YAMLMap, value: ValueMap, path: Path): Fate {
  const all = entriesOf(pen.source, map)
  const entries = all.filter(each => each.key !== '<<')
  const bare = new Set(isTypes(path) ? entries.filter(each => isBareSection(pen, each, value)) : [])
  const merged = pen.present.merged(map)
  const keys = entries.map(entry =>
    bare.has(entry) ? undefined : keyOfStaying(pen, entry, value, path),
  )
  const dealtWith = new Set([...keys, ...[...bare].map(each => each.key)])
  const isBrought = ([key, member]: readonly [string, Value]) =>
    merged !== GONE && merged.has(key) && isSame(merged.get(key), member)
  return {
    entries,
    keys,
    added: [...value].filter(each => !dealtWith.has(each[0]) && !isBrought(each)),
    hasMerge: entries.length < all.length,
  }
}

function keyOfStaying(pen: Pen, entry: Entry, value: ValueMap, path: Path): string | undefined {
  const key = isSection(path) ? newName(pen, path[1]!, entry.key) : entry.key
  return key !== undefined && value.has(key) ? key : undefined
}

const isTypes = (path: Path) => path.length === 1 && path[0] === 'resources'

const isSection = (path: Path) => path.length === 2 && path[0] === 'resources'

function newName({ renamed }: Pen, type: string, name: string): string | undefined {
  const to = renamed.get(`${type}.${name}`)
  if (to === undefined) return name
  return to.startsWith(`${type}.`) ? to.slice(type.length + 1) : undefined
}

/** A section whose last resource leaves goes too, unless a comment or an anchor remains in it. */
function isBareSection(pen: Pen, { key, slot, start, end }: Entry, value: ValueMap): boolean {
  const target = value.get(key)
  const map = slot.node as YAMLMap
  if (!isMap(target) || target.size > 0 || !slot.node || slot.node.anchor) return false
  if (slot.isFlow || map.flow || (pen.present.of(map) as ValueMap).size === 0) return false
  const { lines } = pen.source
  const whole = wholeLines(lines, { key, keyNode: map, slot, start, end })
  const comments = lines.commentsIn(lines.start(whole.from), lines.start(whole.to))
  const going = entriesOf(pen.source, map).flatMap(each => {
    const { from, to } = wholeLines(lines, each)
    return lines.commentsIn(lines.start(from), lines.start(to))
  })
  return comments.length === going.length
}

/** Whether the entries have lines for themselves, as far as lines must be cut or the shape of the map allows. */
export function canSyncMap(pen: Pen, map: YAMLMap, value: ValueMap, path: Path): boolean {
  if (map.flow) return map.items.length > 0 || value.size === 0
  const { entries, keys } = fateOf(pen, map, value, path)
  return entries.every((each, i) => keys[i] !== undefined || startsItsLine(pen.source, each.start))
}

export function syncMap(pen: Pen, slot: Slot, map: YAMLMap, value: ValueMap, path: Path): void {
  const fate = fateOf(pen, map, value, path)
  let isFirst = true
  for (const [index, entry] of fate.entries.entries()) {
    const key = fate.keys[index]
    if (key === undefined) leave(pen, fate, index, isFirst, path)
    else {
      isFirst = false
      if (key !== entry.key) renameKey(pen, entry, key)
      pen.sync(pen, inside(entry.slot, slot), value.get(key)!, [...path, key])
    }
  }
  if (map.flow) changeFlowEntries(pen, slot, map, fate, path)
  else addLines(pen, slot, map, fate, path)
}

/** Within braces everything goes by the column of the entry that holds them. */
const inside = (entry: Slot, outer: Slot): Slot =>
  entry.isFlow ? { ...entry, column: outer.column } : entry

function renameKey(pen: Pen, { keyNode, slot }: Entry, key: string): void {
  const quoted = quoteOf(keyNode)
  const [start, end] = keyNode.range!
  splice(pen, start, end, keyText(key, pen.writing, slot.isFlow, quoted))
}

function changeFlowEntries(pen: Pen, slot: Slot, map: YAMLMap, fate: Fate, path: Path): void {
  const { keys, added } = fate
  if (added.length === 0 && !keys.includes(undefined)) return
  const column = slot.column + pen.writing.style.indent
  const parts = entriesOf(pen.source, map)
  const leaving = new Set(fate.entries.filter((_, index) => keys[index] === undefined))
  changeFlow(pen, map, {
    parts,
    isLeaving: index => leaving.has(parts[index]!),
    added: added.map(([key, member]) =>
      flowEntry(pen.writing, key, member, column, [...path, key]),
    ),
    position: parts.length,
    column,
  })
}

function addLines(pen: Pen, slot: Slot, map: YAMLMap, fate: Fate, path: Path): void {
  const { entries, keys, added, hasMerge } = fate
  const stays = hasMerge || keys.some(key => key !== undefined)
  if (!stays && added.length === 0) writeEmpty(pen, slot, path)
  if (added.length === 0) return
  const all = entriesOf(pen.source, map)
  const { column } = (entries[0] ?? all[0]!).slot
  const { lines } = pen.source
  const isSeparated = isSeparatedAt(pen, all, path) && !keepsBlankLines(pen.source, map)
  const texts = added.flatMap(([key, member], index) => [
    ...(isSeparated && (stays || index > 0) ? [''] : []),
    ...entryLines(pen.writing, key, member, column, [...path, key]),
  ])
  insertLines(pen, trailEnd(lines, lines.at(all.at(-1)!.end) + 1, column), texts)
}

function writeEmpty(pen: Pen, { headEnd }: Slot, path: Path): void {
  if (path.length > 0) splice(pen, headEnd, headEnd, ' {}')
  else insertLines(pen, pen.source.lines.at(headEnd), ['{}'])
}

function isSeparatedAt(pen: Pen, entries: readonly Entry[], path: Path): boolean {
  const usual = pen.writing.style.isSeparated(path)
  const isLevel = path.length === 0 || isTypes(path) || isSection(path)
  return isLevel ? (isSeparatedMap(pen.source, entries) ?? usual) : usual
}

/** A resource leaves with its comments, and so does a section that holds no others; from anything else they stay. */
function leave(pen: Pen, { entries }: Fate, index: number, isFirst: boolean, path: Path): void {
  const { lines } = pen.source
  const entry = entries[index]!
  if (entry.slot.isFlow) return pen.present.forget(entry.start, entry.end)
  if (isTypes(path) || isSection(path)) {
    const range = wholeLines(lines, entry)
    const isLast = index === entries.length - 1
    return cutLines(pen, withBlankLines(pen, range, entries[index - 1], isFirst, isLast), [])
  }
  const own = ownLines(lines, entry)
  const comments = lines.commentsIn(entry.start, lines.start(own.to))
  cutLines(
    pen,
    own,
    comments.map(each => pad(entry.slot.column) + each),
  )
}

/** Takes the blank lines above along where others follow below, so that gaps keep their size. */
function withBlankLines(
  { source: { lines } }: Pen,
  { from, to }: LineRange,
  before: Entry | undefined,
  isFirst: boolean,
  isLast: boolean,
): LineRange {
  const floor = before ? lines.at(before.end) + 1 : from
  let above = from
  while (above > floor && lines.isBlank(above - 1)) above--
  let below = to
  while (below < lines.count && lines.isBlank(below)) below++
  if (isFirst) return { from, to: isLast ? to : below }
  return { from: below > to || below >= lines.count ? above : from, to }
}
