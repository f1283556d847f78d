// How a file is written: indentation, lists, quotes, blank lines. Read off what is there, so that what is added looks alike.

import type { Node, YAMLMap } from 'yaml'
import { isMap, isScalar, isSeq } from 'yaml'
import { type Entry, entriesOf, isBlockScalar, itemsOf, leadStart } from './layout.ts'
import { childrenOf, type Source } from './source.ts'

export interface Style {
  readonly indent: number
  /** How much deeper than its key a list stands. */
  readonly listIndent: number
  readonly quote: '"' | "'"
  /** Whether a short list at a path is written in brackets. */
  readonly isFlowList: (path: readonly string[]) => boolean
  /** Whether a blank line stands between the entries of the map at a path. */
  readonly isSeparated: (path: readonly string[]) => boolean
}

type Tally = Map<string, number>

const count = (tally: Tally, key: string) => tally.set(key, (tally.get(key) ?? 0) + 1)

/** What is counted most often; the first counted among equals. */
function most(tally: Tally): string | undefined {
  return [...tally].sort(([, a], [, b]) => b - a)[0]?.[0]
}

export function styleOf(source: Source): Style {
  const tallies = new Tallies(source)
  if (source.root) tallies.visit(source.root, [])
  const { lists, gaps } = tallies
  return {
    indent: Number(most(tallies.indents) ?? 2),
    listIndent: Number(most(tallies.listIndents) ?? most(tallies.indents) ?? 2),
    quote: most(tallies.quotes) === "'" ? "'" : '"',
    isFlowList: path => {
      const usual =
        most(lists.get(path.at(-1)!) ?? new Map()) ?? most(lists.get(kindOf(path)) ?? new Map())
      return usual === undefined ? path[3] === 'attributes' : usual === 'flow'
    },
    isSeparated: path =>
      levelOf(path) >= 0 && most(gaps.get(levelOf(path)) ?? new Map()) !== 'close',
  }
}

/** Lists of attributes and lists of fields each have their habit. */
const kindOf = (path: readonly string[]) => (path[3] === 'attributes' ? '/attributes' : '/fields')

const levelOf = (path: readonly string[]) =>
  path.length === 0 || (path[0] === 'resources' && path.length <= 2) ? path.length : -1

class Tallies {
  readonly indents: Tally = new Map()
  readonly listIndents: Tally = new Map()
  readonly quotes: Tally = new Map()
  readonly lists = new Map<string, Tally>()
  readonly gaps = new Map<number, Tally>()
  readonly #source: Source

  constructor(source: Source) {
    this.#source = source
  }

  visit(node: Node, path: readonly string[]): void {
    if (isMap(node)) return this.#map(node, path)
    if (isScalar(node)) this.#scalar(node.type)
    for (const child of childrenOf(node)) this.visit(child, path)
  }

  #map(map: YAMLMap, path: readonly string[]): void {
    const entries = entriesOf(this.#source, map)
    if (!map.flow) this.#gapsOf(entries, levelOf(path))
    for (const { key, keyNode, slot } of entries) {
      const here = [...path, key]
      if (isScalar(keyNode)) this.#scalar(keyNode.type)
      if (!slot.node) continue
      this.#list(slot.node, slot.column, here)
      if (isMap(slot.node) && !slot.node.flow && !map.flow)
        count(
          this.indents,
          String(entriesOf(this.#source, slot.node)[0]!.slot.column - slot.column),
        )
      this.visit(slot.node, here)
    }
  }

  #list(node: Node, column: number, path: readonly string[]): void {
    if (!isSeq(node) || node.items.length === 0) return
    for (const key of [path.at(-1)!, kindOf(path)]) {
      const tally = this.lists.get(key) ?? new Map()
      this.lists.set(key, count(tally, node.flow ? 'flow' : 'block'))
    }
    if (!node.flow)
      count(this.listIndents, String(itemsOf(this.#source, node)[0]!.slot.column - column))
  }

  #scalar(type: string | null | undefined): void {
    if (type === 'QUOTE_SINGLE') count(this.quotes, "'")
    if (type === 'QUOTE_DOUBLE') count(this.quotes, '"')
  }

  #gapsOf(entries: readonly Entry[], level: number): void {
    const tally = this.gaps.get(level) ?? new Map()
    countGaps(this.#source, entries, tally)
    this.gaps.set(level, tally)
  }
}

function countGaps({ lines }: Source, entries: readonly Entry[], tally: Tally): void {
  for (const { start, slot } of entries.slice(1)) {
    const above = leadStart(lines, lines.at(start), slot.column) - 1
    count(tally, lines.isBlank(above) ? 'open' : 'close')
  }
}

/** The habit of one map, where it has two entries to show one. */
export function isSeparatedMap(source: Source, entries: readonly Entry[]): boolean | undefined {
  const tally: Tally = new Map()
  countGaps(source, entries, tally)
  return tally.size === 0 ? undefined : most(tally) === 'open'
}

/** A block scalar that keeps its trailing line breaks takes a blank line after it for its own. */
export function keepsBlankLines(source: Source, node: Node | undefined): boolean {
  if (isMap(node)) return keepsBlankLines(source, entriesOf(source, node).at(-1)?.slot.node)
  if (isSeq(node)) return keepsBlankLines(source, node.items.at(-1) as Node | undefined)
  if (!isBlockScalar(node)) return false
  return /^[|>]\d?\+/.test(source.text.slice(node.range![0], node.range![0] + 3))
}
