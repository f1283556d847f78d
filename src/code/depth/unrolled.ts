// Calls in a loop over a list that the file writes out, once for each of its items: `routes.forEach(each => app.use(each.path, each.router))`.
// Knows lists of scripts whose items are names, texts, or objects of these.

import type { Argument, Call } from './calls.ts'

interface Loop {
  readonly start: number
  readonly end: number
  /** `each`, or the names that its braces take out. */
  readonly variable: string
  readonly items: readonly Item[]
}

/** What stands for an item, or for a member of it. */
type Item = { readonly whole: string } | { readonly members: ReadonlyMap<string, string> }

/** A longer list is data. */
const MOST_ITEMS = 100
const LONGEST_LIST = 8_000

export function unrolled(calls: readonly Call[], source: string): readonly Call[] {
  const itemsOf = readLists(source)
  const loops = [...walkedLists(calls, source, itemsOf), ...forLoops(source, itemsOf)]
  if (loops.length === 0) return calls
  return calls.flatMap(call => {
    const loop = loops.find(each => each.start <= call.start && call.end <= each.end)
    const last = call.links.at(-1)
    if (!loop || !last?.args.some(each => valueIn(each, loop, loop.items[0]!) !== undefined))
      return [call]
    return loop.items.map(item => ({
      ...call,
      links: [
        ...call.links.slice(0, -1),
        { ...last, args: last.args.map(each => filled(each, loop, item)) },
      ],
    }))
  })
}

function filled(argument: Argument, loop: Loop, item: Item): Argument {
  const value = valueIn(argument, loop, item)
  if (value === undefined) return argument
  const text = /^(["'`])(.*)\1$/s.exec(value)?.[2]
  return text === undefined ? { ...argument, value } : { ...argument, kind: 'string', value: text }
}

function valueIn({ kind, value }: Argument, { variable }: Loop, item: Item): string | undefined {
  if (kind !== 'other') return undefined
  if ('whole' in item) return value === variable ? item.whole : undefined
  const member = value.startsWith(`${variable}.`) ? value.slice(variable.length + 1) : value
  const isTaken =
    member !== value || (variable.startsWith('{') && wordsOf(variable).includes(value))
  return isTaken ? item.members.get(member) : undefined
}

const wordsOf = (text: string): readonly string[] => text.match(/[\w$]+/g) ?? []

function walkedLists(calls: readonly Call[], source: string, itemsOf: ItemsOf): readonly Loop[] {
  return calls.flatMap(({ root, links }) => {
    const [link] = links
    const [body] = link?.args ?? []
    if (links.length !== 1 || link!.name !== 'forEach' || body?.kind !== 'function') return []
    const variable = /^(?:async\s*)?(?:function\s*\w*\s*)?\(?\s*([\w$]+|\{[^{}]*\})/.exec(
      source.slice(body.start, body.end),
    )?.[1]
    const items = itemsOf(root)
    return variable && items.length > 0
      ? [{ start: body.start, end: body.end, variable, items }]
      : []
  })
}

const heads =
  /\bfor\s*\(\s*(?:const|let|var)\s+([\w$]+|\{[^{}]*\})\s+of\s+([\w$]+|\[[^[\]]*\])\s*\)\s*/g

function forLoops(source: string, itemsOf: ItemsOf): readonly Loop[] {
  return [...source.matchAll(heads)].flatMap(({ 0: head, 1: variable, 2: list, index }) => {
    const items = itemsOf(list!)
    const start = index + head.length
    return items.length > 0
      ? [{ start, end: endOfBody(source, start), variable: variable!, items }]
      : []
  })
}

function endOfBody(source: string, start: number): number {
  if (source[start] === '{') return closing(source, start)
  const end = source.indexOf('\n', start)
  return end < 0 ? source.length : end
}

/** The bracket that closes the one at `start`; the end of the text where none does, or only far away. */
function closing(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length && at - start < LONGEST_LIST; at++) {
    if (/[[{(]/.test(source[at]!)) depth++
    else if (/[\]})]/.test(source[at]!) && --depth === 0) return at + 1
  }
  return source.length
}

/** Of the name of a list, or of a list as it is written. */
type ItemsOf = (list: string) => readonly Item[]

const lists = /\b(?:const|let|var)\s+([\w$]+)\b[^=;\n]*=\s*(?=\[)/g

/** Of several lists of one name the first. */
function startsOf(source: string): ReadonlyMap<string, number> {
  const starts = new Map<string, number>()
  for (const { 0: head, 1: name, index } of source.matchAll(lists))
    if (!starts.has(name!)) starts.set(name!, index + head.length)
  return starts
}

/** The text is gone through once, whoever asks, and a list is read when somebody walks it. */
function readLists(source: string): ItemsOf {
  let starts: ReadonlyMap<string, number> | undefined
  const read = new Map<string, readonly Item[]>()
  const itemsOf = (name: string): readonly Item[] => {
    starts ??= startsOf(source)
    const start = starts.get(name)
    const end = start === undefined ? 0 : closing(source, start)
    const isShort = start !== undefined && end - start <= LONGEST_LIST
    return isShort ? itemsIn(source.slice(start + 1, end - 1)) : []
  }
  return list => {
    if (list.startsWith('[')) return itemsIn(list.slice(1, -1))
    const items = read.get(list) ?? itemsOf(list)
    read.set(list, items)
    return items
  }
}

function itemsIn(written: string): readonly Item[] {
  const text = written.replace(comment, '')
  const items = text.match(/\{[^{}]*\}|[^\s,{}][^,{}]*/g) ?? []
  return items.length > MOST_ITEMS ? [] : items.map(itemOf)
}

const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g

function itemOf(text: string): Item {
  if (!text.startsWith('{')) return { whole: text.trim() }
  const entries = text.slice(1, -1).split(',')
  return {
    members: new Map(
      entries.flatMap(each => {
        const found = /^\s*([\w$]+)\s*(?::\s*([\s\S]*?))?\s*$/.exec(each)
        return found ? [[found[1]!, found[2] ?? found[1]!] as const] : []
      }),
    ),
  }
}
