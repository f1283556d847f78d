// Changes a map entry by entry: entries stay where they are, leave with what belongs to them, or arrive at the end.

import type { YAMLMap } from 'yaml'
import { type Entry, entriesOf, type Slot, startsItsLine, trailEnd, wholeLines } from './layout.ts'
import { type Above, belowStaying, leave, NOTHING_ABOVE } from './leave.ts'
import { insertLines, type Pen, splice } from './pen.ts'
import { GONE } from './present.ts'
import { quoteOf } from './source.ts'
import { isSeparatedMap, keepsBlankLines } from './style.ts'
import { changeFlow } from './sync-flow.ts'
import { isMap, isSame, type Value, type ValueMap } from './value.ts'
import { entryLines, flowEntry, keyText, type Path } from './write.ts'

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
  let above = NOTHING_ABOVE
  for (const [index, entry] of fate.entries.entries()) {
    const key = fate.keys[index]
    if (key === undefined) above = letGo(pen, fate, index, path, above)
    else {
      if (key !== entry.key) renameKey(pen, entry, key)
      pen.sync(pen, inside(entry.slot, slot), value.get(key)!, [...path, key])
      above = belowStaying(pen, entry, above)
    }
  }
  if (map.flow) changeFlowEntries(pen, slot, map, fate, path)
  else addLines(pen, slot, map, fate, path, above)
}

/** A resource leaves with its comments, and so does a section that holds no others; from anything else they stay. */
function letGo(pen: Pen, fate: Fate, index: number, path: Path, above: Above): Above {
  const entry = fate.entries[index]!
  if (entry.slot.isFlow) {
    pen.present.forget(entry.start, entry.end)
    return above
  }
  const leaving = {
    entry,
    isWhole: isTypes(path) || isSection(path),
    isLast: index === fate.entries.length - 1,
  }
  return leave(pen, leaving, above)
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

function addLines(pen: Pen, slot: Slot, map: YAMLMap, fate: Fate, path: Path, above: Above): void {
  const { entries, keys, added, hasMerge } = fate
  const stays = hasMerge || keys.some(key => key !== undefined)
  if (!stays && added.length === 0) writeEmpty(pen, slot, path)
  if (added.length === 0) return
  const all = entriesOf(pen.source, map)
  const { column } = (entries[0] ?? all[0]!).slot
  const { lines } = pen.source
  const isSeparated = isSeparatedAt(pen, all, path)
  const end = trailEnd(lines, lines.at(all.at(-1)!.end) + 1, column)
  const isBehindText =
    keepsBlankLines(pen.source, above.staying?.slot.node) ||
    (pen.lastCut.isBehindText && pen.lastCut.to >= end)
  const mayStartWithGap = stays && !isBehindText
  const texts = added.flatMap(([key, member], index) => [
    ...(isSeparated && (index > 0 || mayStartWithGap) ? [''] : []),
    ...entryLines(pen.writing, key, member, column, [...path, key]),
  ])
  insertLines(pen, Math.max(end, pen.lastCut.to), texts)
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
