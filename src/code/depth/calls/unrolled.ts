// Calls in a loop over a list that the file writes out, once for each of its items: `routes.forEach(each => app.use(each.path, each.router))`,
// `for r in ROUTERS: app.include_router(r)`. Knows lists of scripts, of Python and of Go whose items are names, texts, or objects and lists of these.

import type { Import } from '../../model.ts'
import { script } from '../routes/route-rule.ts'
import type { Argument, Call } from './calls.ts'
import { spelled } from './walked-items.ts'
import {
  closing,
  type Item,
  type ItemsOf,
  LONGEST_LIST,
  nameOf,
  readLists,
} from './walked-lists.ts'

interface Loop {
  readonly start: number
  readonly end: number
  /** `each`, or the names that its brackets take out. */
  readonly variable: string
  readonly list: string
  readonly items: readonly Item[]
}

export function unrolled(
  calls: readonly Call[],
  source: string,
  language: string,
  imports: readonly Pick<Import, 'name' | 'alias'>[],
): readonly Call[] {
  const isPython = language === 'python'
  const isGo = language === 'go'
  if (!isPython && !isGo && !script.some(each => each === language)) return calls
  const itemsOf = readLists(source, isPython)
  const brought = new Set(imports.map(each => each.alias || each.name))
  const loops = [
    ...(isPython || isGo ? [] : walkedLists(calls, source, itemsOf)),
    ...(isGo ? rangeLoops(source, itemsOf) : forLoops(source, itemsOf, isPython)),
  ].filter(each => each.items.length > 0 || brought.has(nameOf(each.list)))
  if (loops.length === 0) return calls
  const around = loopsAround(loops)
  return calls.flatMap(call => ofItems(call, around(call), source))
}

/** The loops that a call stands in, the outermost first. */
function loopsAround(loops: readonly Loop[]): (call: Call) => readonly Loop[] {
  const sorted = loops.toSorted((one, other) => one.start - other.start || other.end - one.end)
  const outer: number[] = []
  const open: number[] = []
  for (const [index, { start }] of sorted.entries()) {
    while (open.length > 0 && sorted[open.at(-1)!]!.end <= start) open.pop()
    outer.push(open.at(-1) ?? -1)
    open.push(index)
  }
  return ({ start, end }) => {
    const found: Loop[] = []
    for (let at = lastBefore(sorted, start); at >= 0; at = outer[at]!)
      if (end <= sorted[at]!.end) found.unshift(sorted[at]!)
    return found
  }
}

/** The last that begins at or before an offset; -1 where none does. */
function lastBefore(sorted: readonly Loop[], offset: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function ofItems(call: Call, around: readonly Loop[], source: string): readonly Call[] {
  if (around.length === 0) return [call]
  const { args } = call.links.at(-1)!
  const written = around.filter(each => each.items.length > 0)
  const calling = written.findLast(each => isCallOf(call, each))
  if (calling) return calling.items.map(item => withFunction(call, item))
  const loop = written.findLast(each =>
    args.some(one => filled(one, each, each.items[0]!, source) !== one),
  )
  if (loop)
    return loop.items.map(item =>
      withArguments(
        withMember(call, loop, item),
        args.map(each => filled(each, loop, item, source)),
      ),
    )
  const foreign = around.findLast(each => each.items.length === 0)
  return [
    foreign
      ? {
          ...withComputed(call),
          walked: { list: foreign.list, variable: foreign.variable },
        }
      : call,
  ]
}

const computed = /^([\w$.]+)\[([\w$]+(?:\.[\w$]+)*(?:\.toLowerCase\(\))?)\]$/

/** `app[each.method](each.path, each.run)` of an item is `app.get('/users', list)`. */
function withMember(call: Call, { variable }: Loop, item: Item): Call {
  const { root, links } = withComputed(call)
  const asked = isComputed(links[0]!.name) ? links[0]!.name.slice(1, -1) : ''
  const value = asked === '' ? '' : spelled(asked, variable, item)
  const word = /^(["'`])(\w+)\1$/.exec(value)?.[2]
  return word === undefined
    ? call
    : { ...call, root, links: [{ ...links[0]!, name: word.toLowerCase() }] }
}

/** `[each.method]` as the name of what is called on `app`. */
function withComputed(call: Call): Call {
  const { root, links } = call
  const [, holder, member] =
    links.length === 1 && root === '' ? (computed.exec(links[0]!.name) ?? []) : []
  if (holder === undefined || member === undefined) return call
  const name = `[${member.replace(/\.toLowerCase\(\)$/, '')}]`
  return { ...call, root: holder, links: [{ ...links[0]!, name }] }
}

export const isComputed = (name: string) => /^\[[\w$.]+\]$/.test(name)

/** `register(api)` where the items are functions. */
const isCallOf = ({ root, links }: Call, { variable, items }: Loop) =>
  root === '' && links.length === 1 && links[0]!.name === variable && items.every(isFunctionName)

const isFunctionName = (item: Item) => 'whole' in item && /^[A-Za-z_]\w*(\.\w+)?$/.test(item.whole)

function withFunction(call: Call, item: Item): Call {
  const [name, root = ''] = 'whole' in item ? item.whole.split('.').reverse() : []
  return { ...call, root, links: [{ ...call.links[0]!, name: name! }] }
}

const withArguments = (call: Call, args: readonly Argument[]): Call => ({
  ...call,
  links: [...call.links.slice(0, -1), { ...call.links.at(-1)!, args }],
})

const inPlace = /^(?:async\b\s*)?(?:function\b|\([^()]{0,200}\)\s*(?::[^={}]{0,80})?=>|[\w$]+\s*=>)/

function filled(argument: Argument, { variable }: Loop, item: Item, source: string): Argument {
  if (argument.kind !== 'other') return argument
  const value = spelled(argument.value, variable, item)
  if (value === argument.value) return argument
  const start = inPlace.test(value) ? source.indexOf(value) : -1
  if (start >= 0) return { ...argument, kind: 'function', value, start, end: start + value.length }
  const text = /^(["'`])([^"'`]*)\1$/s.exec(value)?.[2]
  return text === undefined || text.includes('${')
    ? { ...argument, value }
    : { ...argument, kind: 'string', value: text }
}

const names = String.raw`[\w$]+|\{[^{}]*\}|\[[^[\]]*\]`

function walkedLists(calls: readonly Call[], source: string, itemsOf: ItemsOf): readonly Loop[] {
  const parameter = new RegExp(String.raw`^(?:async\s*)?(?:function\s*\w*\s*)?\(?\s*(${names})`)
  return calls.flatMap(({ root, links }) => {
    const link = links.at(-1)!
    const [body] = link.args
    if (!/^(forEach|map)$/.test(link.name) || body?.kind !== 'function' || links.length > 2)
      return []
    const list = links.length === 1 ? root : entriesOf(root, links[0]!.name, links[0]!.args)
    const variable = parameter.exec(source.slice(body.start, body.end))?.[1]
    return variable
      ? [{ start: body.start, end: body.end, variable, list, items: itemsOf(list) }]
      : []
  })
}

/** `Object.entries(routers)` */
const entriesOf = (root: string, name: string, args: readonly Argument[]) =>
  root === 'Object' && args.length === 1 ? `Object.${name}(${args[0]!.value})` : ''

const scriptHeads = new RegExp(
  String.raw`\bfor\s*\(\s*(?:const|let|var)\s+(${names})\s+of\s+([\w$]+|\[[^[\]]*\]|Object\.\w+\(\s*(?:[\w$]+|\{[^{}]*\})\s*\))\s*\)\s*`,
  'g',
)
const pythonHeads =
  /\bfor\s+(\w+|\(?\w+(?:\s*,\s*\w+)+\s*\)?)\s+in\s+(\w+(?:\.(?:items|values)\(\))?|\[[^[\]]*\]|\([^\n:]*\))\s*:[ \t]*/g

function forLoops(source: string, itemsOf: ItemsOf, isPython: boolean): readonly Loop[] {
  const heads = isPython ? pythonHeads : scriptHeads
  return [...source.matchAll(heads)].map(({ 0: head, 1: variable, 2: list, index }) => {
    const start = index + head.length
    const end = isPython ? endOfSuite(source, index) : endOfBody(source, start)
    return { start, end, variable: variable!, list: list!, items: itemsOf(list!) }
  })
}

const goHeads = /\bfor\s+\w+\s*,\s*(\w+)\s*:=\s*range\s+(\w+|\[\][^{}\n]*\{[^{}]*\})\s*(?=\{)/g
const goLists = /\b(\w+)\s*:?=\s*(\[\][^{}\n]*\{[^{}]*\})/g

function rangeLoops(source: string, itemsOf: ItemsOf): readonly Loop[] {
  const heads = [...source.matchAll(goHeads)]
  if (heads.length === 0) return []
  const lists = new Map([...source.matchAll(goLists)].map(each => [each[1]!, each[2]!]))
  return heads.map(({ 0: head, 1: variable, 2: list, index }) => {
    const start = index + head.length
    // `[]func(*gin.RouterGroup){users, posts}`
    const inner = /\{([^{}]*)\}$/.exec(lists.get(list!) ?? list!)?.[1]
    const items = inner === undefined ? [] : itemsOf(`[${inner}]`)
    return { start, end: endOfBody(source, start), variable: variable!, list: list!, items }
  })
}

function endOfBody(source: string, start: number): number {
  if (source[start] === '{') return closing(source, start)
  const end = source.indexOf('\n', start)
  return end < 0 ? source.length : end
}

/** The lines below a head that are indented further than it. */
function endOfSuite(source: string, head: number): number {
  const line = source.lastIndexOf('\n', head) + 1
  const depth = head - line
  const below = new RegExp(String.raw`\n(?=[ \t]{0,${depth}}[^\s)\]}])`, 'g')
  const near = source.slice(0, head + LONGEST_LIST)
  below.lastIndex = near.indexOf(':', head)
  return below.exec(near)?.index ?? near.length
}
