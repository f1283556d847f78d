// One YAML document as a tree that knows where everything stands. Collects every problem it can; never throws for bad text.

import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml'
import { type Diagnostic, error, type Location } from '../diagnostic.ts'
import { plainScalar, type Scalar, taggedScalar } from './scalar.ts'
import { unclosedIn } from './unclosed.ts'

export type YamlNode =
  | { readonly kind: 'scalar'; readonly offset: number; readonly value: Scalar }
  | { readonly kind: 'map'; readonly offset: number; readonly entries: YamlEntry[] }
  | { readonly kind: 'list'; readonly offset: number; readonly items: YamlNode[] }

export interface YamlEntry {
  readonly key: string
  readonly keyOffset: number
  readonly value: YamlNode
}

export interface YamlDocument {
  readonly file: string
  readonly root: YamlNode | undefined
  readonly problems: readonly Diagnostic[]
  /** Line and column of an offset, both from 1. */
  readonly place: (offset: number) => Location
}

/** Aliases multiply; past this many nodes a document is an attack or a mistake. */
const MAX_NODES = 2_000_000

export function readYaml(text: string, file: string): YamlDocument {
  const place = placeFinder(text, file)
  const problems: Diagnostic[] = []
  try {
    const builder = new TreeBuilder(text, (code, message, offset, fix) =>
      problems.push(error(code, message, { at: place(offset), fix })),
    )
    for (const event of parseEvents(text, {})) builder.take(event)
    return { file, root: builder.root, problems, place }
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause
    problems.push(unclosedError(cause, text, place) ?? syntaxError(cause, file))
    return { file, root: undefined, problems, place }
  }
}

/** What the parser says of it, and where, is far from what there is to be mended. */
function unclosedError(
  { reason, mark }: YAMLException,
  text: string,
  place: YamlDocument['place'],
): Diagnostic | undefined {
  if (mark === undefined || !/deficient indentation|end of the stream|missed comma/.test(reason))
    return undefined
  const found = unclosedIn(text.slice(0, mark.position))
  if (found === undefined) return undefined
  const close = found.bracket === '[' ? ']' : '}'
  const message = `the ${found.bracket} that opens here is not closed before line ${mark.line + 1}: ${reason}`
  const fix = `close it with ${close}, and indent what belongs to it`
  return error('yaml/syntax', message, { at: place(found.offset), fix })
}

function syntaxError(cause: YAMLException, file: string): Diagnostic {
  const at = cause.mark && { file, line: cause.mark.line + 1, column: cause.mark.column + 1 }
  return error('yaml/syntax', cause.reason, { at: at ?? { file } })
}

type Report = (code: string, message: string, offset: number, fix?: string) => void

/** The collections that are still open, innermost last; a map holds the key that waits for its value. */
interface Frame {
  readonly node: YamlNode
  key?: { readonly name: string; readonly offset: number } | undefined
  readonly keys?: Map<string, number>
}

class TreeBuilder {
  root: YamlNode | undefined
  readonly #text: string
  readonly #report: Report
  readonly #open: Frame[] = []
  readonly #anchors = new Map<string, YamlNode>()
  #documents = 0
  #nodes = 0
  #isFull = false

  constructor(text: string, report: Report) {
    this.#text = text
    this.#report = report
  }

  take(event: Event): void {
    if (this.#isFull) return
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.#documents++
        return
      case EVENT_ID.MAPPING:
        return this.#enter({ kind: 'map', offset: event.start, entries: [] }, event)
      case EVENT_ID.SEQUENCE:
        return this.#enter({ kind: 'list', offset: event.start, items: [] }, event)
      case EVENT_ID.SCALAR:
        return this.#place(this.#scalar(event), event)
      case EVENT_ID.ALIAS:
        return this.#alias(this.#text.slice(event.anchorStart, event.anchorEnd), event.anchorStart)
      case EVENT_ID.POP:
        this.#leave()
    }
  }

  #enter(node: YamlNode, event: Anchored): void {
    this.#place(node, event)
    this.#open.push(node.kind === 'map' ? { node, keys: new Map() } : { node })
  }

  #leave(): void {
    this.#open.pop()
  }

  #scalar(event: ScalarEvent): YamlNode {
    const source = event.valueStart < 0 ? '' : getScalarValue(this.#text, event)
    const offset =
      event.valueStart < 0 ? this.#lastOffset() : event.valueStart - (isQuoted(event) ? 1 : 0)
    if (event.tagStart >= 0) {
      const tag = this.#text.slice(event.tagStart, event.tagEnd)
      const value = taggedScalar(tag, source)
      if (value === undefined)
        this.#report(
          'yaml/tag',
          `tag ${tag} does not fit here`,
          event.tagStart,
          'leave the tag out',
        )
      return { kind: 'scalar', offset, value: value ?? source }
    }
    return {
      kind: 'scalar',
      offset,
      value: event.style === SCALAR_STYLE.PLAIN ? plainScalar(source) : source,
    }
  }

  /** An empty value stands where its key stands. */
  #lastOffset(): number {
    const frame = this.#open.at(-1)
    return frame?.key?.offset ?? frame?.node.offset ?? 0
  }

  #alias(name: string, offset: number): void {
    const target = this.#anchors.get(name)
    if (!target) this.#report('yaml/alias', `alias *${name} has no anchor before it`, offset)
    this.#nodes += target ? sizeOf(target, MAX_NODES) : 0
    this.#place(target ?? { kind: 'scalar', offset, value: null }, undefined)
  }

  #place(node: YamlNode, anchored: Anchored | undefined): void {
    if (++this.#nodes > MAX_NODES) {
      this.#isFull = true
      this.#report('yaml/too-large', `more than ${MAX_NODES} values after aliases`, node.offset)
    }
    if (anchored && anchored.anchorStart >= 0)
      this.#anchors.set(this.#text.slice(anchored.anchorStart, anchored.anchorEnd), node)
    const frame = this.#open.at(-1)
    if (!frame) this.#top(node)
    else if (frame.node.kind === 'list') frame.node.items.push(node)
    else if (frame.key === undefined) frame.key = this.#key(node)
    else this.#pair(frame, frame.key, node)
  }

  #top(node: YamlNode): void {
    if (this.#documents > 1 && this.root)
      this.#report(
        'yaml/documents',
        'a second document starts here',
        node.offset,
        'keep one document per file',
      )
    else this.root = node
  }

  #key(node: YamlNode): { name: string; offset: number } {
    if (node.kind === 'scalar') return { name: String(node.value ?? ''), offset: node.offset }
    this.#report('yaml/key', 'a key must be plain text', node.offset)
    return { name: '', offset: node.offset }
  }

  #pair(frame: Frame, key: { name: string; offset: number }, value: YamlNode): void {
    frame.key = undefined
    if (frame.node.kind !== 'map') return
    if (key.name === '<<') return this.#merge(frame.node.entries, frame.keys!, value)
    const first = frame.keys!.get(key.name)
    const merged =
      first === MERGED ? frame.node.entries.findIndex(each => each.key === key.name) : -1
    const entry = { key: key.name, keyOffset: key.offset, value }
    if (merged >= 0) frame.node.entries[merged] = entry
    else if (first === undefined) frame.node.entries.push(entry)
    else
      this.#report(
        'yaml/duplicate-key',
        `key ${key.name} stands twice`,
        key.offset,
        'remove one of them',
      )
    frame.keys!.set(key.name, key.offset)
  }

  #merge(entries: YamlEntry[], keys: Map<string, number>, value: YamlNode): void {
    const sources = value.kind === 'list' ? value.items : [value]
    for (const source of sources) {
      if (source.kind !== 'map')
        this.#report('yaml/merge', '<< takes a map or a list of maps', value.offset)
      else
        for (const entry of source.entries)
          if (!keys.has(entry.key)) {
            keys.set(entry.key, MERGED)
            entries.push(entry)
          }
    }
  }
}

const isQuoted = ({ style }: ScalarEvent) =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED

type Anchored = { readonly anchorStart: number; readonly anchorEnd: number }

/** Marks a key that came through `<<` and gives way to one written out. */
const MERGED = -1

function sizeOf(node: YamlNode, limit: number): number {
  let size = 0
  const waiting = [node]
  while (waiting.length > 0 && size <= limit) {
    const next = waiting.pop()!
    size++
    if (next.kind === 'list') waiting.push(...next.items)
    else if (next.kind === 'map') for (const entry of next.entries) waiting.push(entry.value)
  }
  return size
}

function placeFinder(text: string, file: string): (offset: number) => Location {
  let starts: number[] | undefined
  return offset => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: offset - starts[low]! + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
