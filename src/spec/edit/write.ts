// New values as lines of YAML in the file's own style. Knows nothing of the text around them.

import { isPrintable, type Quote, scalarText } from './scalar-text.ts'
import type { Style } from './style.ts'
import { isList, isMap, type Value, type ValueMap } from './value.ts'

export type Path = readonly string[]

/** What stands above a new entry, and its text where it moved from elsewhere. */
export interface Lead {
  readonly comments: readonly string[]
  /** The entry's lines, comments included, with the key at a column. */
  readonly moved?: (column: number) => readonly string[]
}

export interface Writing {
  readonly style: Style
  readonly eol: string
  readonly leads: ReadonlyMap<string, Lead>
}

/** A value behind its key: the rest of the key's line, and the lines below. */
export interface Written {
  readonly head: string
  readonly below: readonly string[]
}

export interface ValueOptions {
  /** Column of the key or dash. */
  readonly column: number
  readonly isItem: boolean
  readonly allowsLiteral: boolean
  /** Maps in lists are written in braces. */
  readonly hasFlowItems: boolean
  readonly quoted?: Quote | undefined
}

export const LINE_WIDTH = 100

export const leadKey = (path: Path) => path.join('\0')

export const pad = (column: number) => ' '.repeat(column)

export function keyText(key: string, { style }: Writing, isFlow: boolean, quoted?: Quote): string {
  return scalarText(key, { isFlow, quote: style.quote, quoted })
}

/** The entries of a block map, blank lines between them where the file has such. */
export function mapLines(writing: Writing, map: ValueMap, column: number, path: Path): string[] {
  const isSeparated = writing.style.isSeparated(path)
  return [...map].flatMap(([key, value], index) => [
    ...(isSeparated && index > 0 ? [''] : []),
    ...entryLines(writing, key, value, column, [...path, key]),
  ])
}

export function entryLines(
  writing: Writing,
  key: string,
  value: Value,
  column: number,
  path: Path,
): string[] {
  const lead = writing.leads.get(leadKey(path))
  if (lead?.moved) return [...lead.moved(column)]
  const options = { column, isItem: false, allowsLiteral: true, hasFlowItems: false }
  const { head, below } = valueText(writing, value, options, path)
  const start = `${pad(column)}${keyText(key, writing, false)}:`
  const comments = lead?.comments.map(line => `${pad(column)}${line}`) ?? []
  return [...comments, head === '' ? start : `${start} ${head}`, ...below]
}

export function itemLines(
  writing: Writing,
  value: Value,
  column: number,
  path: Path,
  hasFlowItems: boolean,
): string[] {
  const options = { column, isItem: true, allowsLiteral: true, hasFlowItems }
  const { head, below } = valueText(writing, value, options, path)
  const dash = `${pad(column)}-`
  if (head !== '') return [`${dash} ${head}`, ...below]
  return [`${dash} ${below[0]!.slice(column + 2)}`, ...below.slice(1)]
}

export function valueText(
  writing: Writing,
  value: Value,
  options: ValueOptions,
  path: Path,
): Written {
  const { style } = writing
  const inner = options.column + (options.isItem ? 2 : style.indent)
  if (isMap(value) && value.size > 0 && !(options.isItem && options.hasFlowItems))
    return { head: '', below: mapLines(writing, value, inner, path) }
  if (isList(value) && value.length > 0 && !options.isItem)
    return listText(writing, value, options, path)
  if (typeof value === 'string' && options.allowsLiteral && isLiteral(value))
    return literal(value, inner)
  const head =
    isMap(value) || isList(value)
      ? flowText(writing, value, inner, path)
      : scalarText(value, { isFlow: false, quote: style.quote, quoted: options.quoted })
  return { head, below: [] }
}

function listText(
  writing: Writing,
  list: readonly Value[],
  { column, hasFlowItems }: ValueOptions,
  path: Path,
): Written {
  const { style } = writing
  const isShort = !list.some(each => isMap(each) || isList(each)) && style.isFlowList(path)
  const flow = isShort ? flowText(writing, list, column, path) : ''
  if (isShort && column + path.at(-1)!.length + 2 + flow.length <= LINE_WIDTH)
    return { head: flow, below: [] }
  const dashes = column + style.listIndent
  return {
    head: '',
    below: list.flatMap(each => itemLines(writing, each, dashes, path, hasFlowItems)),
  }
}

/** Text of several lines that a `|` block gives back exactly, without an indentation indicator. */
function isLiteral(value: string): boolean {
  if (!value.includes('\n') || /^\s|\n\s*\n$|\n[ ]+$/.test(value)) return false
  return value.split('\n').every(isPrintable)
}

function literal(value: string, column: number): Written {
  const isClipped = value.endsWith('\n')
  const lines = (isClipped ? value.slice(0, -1) : value).split('\n')
  return {
    head: isClipped ? '|' : '|-',
    below: lines.map(line => (line === '' ? '' : `${pad(column)}${line}`)),
  }
}

/** A value on one line; only comments that entries bring with them break it. */
export function flowText(writing: Writing, value: Value, column: number, path: Path): string {
  if (isList(value))
    return `[${value.map(each => flowText(writing, each, column, path)).join(', ')}]`
  if (isMap(value))
    return `{${[...value].map(([key, member]) => flowEntry(writing, key, member, column, [...path, key])).join(', ')}}`
  return scalarText(value, { isFlow: true, quote: writing.style.quote })
}

export function flowEntry(
  writing: Writing,
  key: string,
  value: Value,
  column: number,
  path: Path,
): string {
  const lead = writing.leads.get(leadKey(path))
  const comments = lead?.comments.map(line => `${line}${writing.eol}${pad(column)}`).join('') ?? ''
  const start = comments === '' ? '' : `${writing.eol}${pad(column)}${comments}`
  return `${start}${keyText(key, writing, true)}: ${flowText(writing, value, column, path)}`
}
