// Resources that change their type: their text as it stands, comments included, ready to be put into another section.

import { isAlias, isMap as isMapNode, type Node } from 'yaml'
import { type Entry, entriesOf, startsItsLine, wholeLines } from './layout.ts'
import { type Pen, splice } from './pen.ts'
import { applySplices } from './splices.ts'
import { asMap, type Value, type ValueMap } from './value.ts'
import { keyText, type Lead, leadKey, type Path, pad } from './write.ts'

/** Texts by the place where the resources arrive. */
export function movedLeads(pen: Pen, target: ValueMap): ReadonlyMap<string, Lead> {
  const leads = new Map<string, Lead>()
  const resources = asMap(target.get('resources'))
  const entries = movingEntries(pen)
  for (const [from, entry] of entries) {
    const [type, name] = parts(pen.renamed.get(from)!)
    const value = asMap(resources.get(type)).get(name)!
    const path = ['resources', type, name]
    leads.set(leadKey(path), leadOf(pen, entry, value, path))
  }
  return leads
}

function parts(address: string): [type: string, name: string] {
  const dot = address.indexOf('.')
  return [address.slice(0, dot), address.slice(dot + 1)]
}

/** Entries of resources that change their type, by old address, in the order of the edits. */
function movingEntries(pen: Pen): ReadonlyMap<string, Entry> {
  const wanted = [...pen.renamed].filter(([from, to]) => parts(from)[0] !== parts(to)[0])
  const types = new Set(wanted.map(([from]) => parts(from)[0]))
  const found = new Map<string, Entry>()
  const resources = childEntries(pen, pen.source.root).find(each => each.key === 'resources')
  for (const section of childEntries(pen, resources?.slot.node))
    if (types.has(section.key))
      for (const entry of childEntries(pen, section.slot.node))
        found.set(`${section.key}.${entry.key}`, entry)
  return new Map(wanted.flatMap(([from]) => (found.has(from) ? [[from, found.get(from)!]] : [])))
}

function childEntries(pen: Pen, node: Node | undefined): readonly Entry[] {
  return isMapNode(node) ? entriesOf(pen.source, node) : []
}

function leadOf(pen: Pen, entry: Entry, value: Value, path: Path): Lead {
  const { lines, anchored, withAlias } = pen.source
  const { node, isFlow } = entry.slot
  const isWhole = !isFlow && startsItsLine(pen.source, entry.start)
  const range = wholeLines(lines, entry)
  const [start, end] = isWhole
    ? [lines.start(range.from), lines.start(range.to)]
    : [entry.start, entry.end]
  const comments = lines.commentsIn(start, end)
  const isBound =
    KEPT_TEXT.test(pen.source.text.slice(start, end)) ||
    (node && (isAlias(node) || withAlias.has(node))) ||
    anchored.some(each => each.range![0] >= start && each.range![0] < end)
  if (!isWhole || isBound) return { comments }
  return { comments, moved: movedText(pen, entry, value, path, { start, end }) }
}

/** A block that keeps its blank lines would take those of its new neighbours too. */
const KEPT_TEXT = /[|>]\d?\+/

/** The lines of an entry, changed where its value changes, at any column. */
function movedText(
  pen: Pen,
  entry: Entry,
  value: Value,
  path: Path,
  { start, end }: { readonly start: number; readonly end: number },
): (column: number) => readonly string[] {
  const own: Pen = { ...pen, splices: [], lastCut: { to: 0, isBehindText: false } }
  const [keyStart, keyEnd] = entry.keyNode.range!
  splice(own, keyStart, keyEnd, keyText(path.at(-1)!, pen.writing, false))
  own.sync(own, entry.slot, value, path)
  const lines = applySplices(pen.source.text, own.splices, start, end).split(/\r?\n/).slice(0, -1)
  return column => lines.map(line => shifted(line, column - entry.slot.column))
}

function shifted(line: string, by: number): string {
  if (by >= 0) return line === '' ? line : pad(by) + line
  return line.replace(new RegExp(`^ {0,${-by}}`), '')
}
