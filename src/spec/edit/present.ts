// What a node says at this point of the work, aliases followed into anchors that were already changed. Nodes must be changed in the order of the text.

import type { Node, YAMLMap } from 'yaml'
import { isAlias, isMap as isMapNode, isScalar, isSeq } from 'yaml'
import { isMerge, keyOf, pairsOf, type Source, scalarValue, startOf } from './source.ts'
import { isMap, type Value, type ValueMap } from './value.ts'

/** No value: the anchor that an alias named is gone. */
export const GONE = Symbol('gone')

export type Present = Value | typeof GONE

export class PresentValues {
  readonly #source: Source
  readonly #known = new WeakMap<Node, Present>()
  readonly #changed = new Map<Node, Present>()

  constructor(source: Source) {
    this.#source = source
  }

  of(node: Node | null | undefined): Present {
    if (!node) return null
    if (this.#changed.has(node)) return this.#changed.get(node)!
    const isFixed = !isAlias(node) && !this.#source.withAlias.has(node)
    if (!isFixed) return this.#read(node)
    const found = this.#known.get(node)
    if (found !== undefined) return found
    const value = this.#read(node)
    this.#known.set(node, value)
    return value
  }

  /** What `<<` brings into a map, own keys not counted. */
  merged(map: YAMLMap): ValueMap | typeof GONE {
    const entries = new Map<string, Value>()
    for (const pair of pairsOf(map).filter(isMerge)) {
      const sources = isSeq(pair.value) ? (pair.value.items as Node[]) : [pair.value]
      for (const value of sources.map(each => this.of(each))) {
        if (!isMap(value as Value)) return GONE
        for (const [key, member] of value as ValueMap)
          if (!entries.has(key)) entries.set(key, member)
      }
    }
    return entries
  }

  /** Notes that an anchored node says something else from here on. */
  change(node: Node | undefined, value: Present): void {
    if (node && !isAlias(node) && node.anchor !== undefined) this.#changed.set(node, value)
  }

  /** Notes that the anchors within a stretch of text are no more, that of `but` excepted. */
  forget(start: number, end: number, but?: Node): void {
    for (const node of this.#source.anchored)
      if (node !== but && startOf(node) >= start && startOf(node) < end)
        this.#changed.set(node, GONE)
  }

  #read(node: Node): Present {
    if (isAlias(node)) return this.of(this.#source.targets.get(node))
    if (isScalar(node)) return scalarValue(node)
    if (isSeq(node)) return whole((node.items as Node[]).map(each => this.of(each)))
    return isMapNode(node) ? this.#map(node) : null
  }

  #map(map: YAMLMap): Present {
    const own = pairsOf(map).filter(pair => !isMerge(pair))
    const merged = this.merged(map)
    if (merged === GONE) return GONE
    const entries = new Map<string, Present>(merged)
    for (const pair of own) entries.set(keyOf(pair), this.of(pair.value))
    return [...entries.values()].includes(GONE) ? GONE : (entries as ValueMap)
  }
}

const whole = (items: readonly Present[]): Present =>
  items.includes(GONE) ? GONE : (items as readonly Value[])
