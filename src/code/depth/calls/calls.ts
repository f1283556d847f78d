// The calls of a file in one form for every language: what they hang from, what was called on the way, and with what.
// `app.route('/x').get(show)` hangs from `app` and has the links `route('/x')` and `get(show)`.

import type { Walked } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'
import { selectAll, selectOne } from '../../tree/select.ts'
import type { CallShape } from './call-shapes.ts'
import type { PathOf } from './constants.ts'
import { asOneText } from './one-text.ts'

export interface Argument {
  readonly kind: 'string' | 'function' | 'object' | 'list' | 'other'
  /** The text of a string without quotes, else the code, each cut at a bound. */
  readonly value: string
  /** Of a keyword argument, or of an entry of an object. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly items: readonly Argument[]
}

export interface Link {
  readonly name: string
  readonly args: readonly Argument[]
}

export interface Call {
  readonly root: string
  readonly links: readonly Link[]
  readonly start: number
  readonly end: number
  /** Of what was called last. */
  readonly line: number
  readonly at: number
  readonly endLine: number
  /** The name that takes its value. */
  readonly assigned: string
  /** `@app.get('/x')`, `[HttpGet]`: what it is about follows it. */
  readonly isAnnotation: boolean
  /** It stands in a loop over a list that the file does not write out. */
  readonly walked?: Walked
}

/** No call in real code goes further; hostile code does. */
const longestChain = 40
const mostArguments = 30
const longestText = 300

type Shape = CallShape['calls'][number]

export function readCalls(
  root: Tree,
  source: string,
  shape: CallShape,
  pathOf: PathOf,
): readonly Call[] {
  const shapes = new Map(shape.calls.map(each => [each.node, each]))
  const reader: Reader = {
    shape,
    shapes,
    source,
    pathOf,
    chains: new Map(),
    read: new Map(),
    curried: new Set(),
  }
  const assigned = readAssignments(root, shape)
  const innermostFirst = root.findAll(anyOf(shapes.keys())).reverse()
  const read = innermostFirst
    .filter(node => isCall(node, shapes))
    .map(node => readCall(node, reader, assigned))
    .reverse()
  return shape.isCurried ? read.filter(each => !reader.curried.has(each)) : read
}

const isCall = (node: Tree, shapes: ReadonlyMap<string, Shape>) =>
  shapes.get(String(node.kind()))!.list?.test(node.text()) !== false

const anyOf = (kinds: Iterable<string>) => ({ rule: { any: [...kinds].map(kind => ({ kind })) } })

interface Reader {
  readonly shape: CallShape
  readonly pathOf: PathOf
  readonly shapes: ReadonlyMap<string, Shape>
  readonly source: string
  /** By the id of the node. */
  readonly chains: Map<number, Chain>
  /** The same of whole calls, and those that are the beginning of another one. */
  readonly read: Map<number, Call>
  readonly curried: Set<Call>
}

type Chain = Pick<Call, 'root' | 'links'>

/** Names by where the assigned value starts, and names that hold something else by nothing. */
function readAssignments(root: Tree, { assignments }: CallShape): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  if (assignments.length === 0) return names
  const byNode = new Map(assignments.map(each => [each.node, each]))
  for (const node of root.findAll(anyOf(byNode.keys()))) {
    const rule = byNode.get(String(node.kind()))!
    const value = selectOne(node, rule.value)
    const name = selectOne(node, rule.name)
    if (value && name) names.set(startOf(value), name.text().slice(0, longestText))
  }
  return names
}

const startOf = (node: Tree) => node.range().start.index

function readCall(node: Tree, reader: Reader, assigned: ReadonlyMap<number, string>): Call {
  const { start, end } = node.range()
  const shape = reader.shapes.get(String(node.kind()))!
  const callee = readCallee(node, shape, reader)
  const called = callee.place ?? node
  const first = reader.shape.isCurried ? reader.read.get(called.id()) : undefined
  if (first) {
    reader.curried.add(first)
    return keep(node, behind(first, node, shape, reader, assigned), reader)
  }
  const call = {
    ...readChain(node, shape, callee, reader),
    start: start.index,
    end: end.index,
    line: called.range().start.line + 1,
    at: startOf(called),
    endLine: end.line + 1,
    assigned: assignedTo(start.index, reader.source, assigned),
    isAnnotation:
      shape.isAnnotation === true || /@\s*$/.test(before(reader.source, start.index, 3)),
  }
  return keep(node, call, reader)
}

function keep(node: Tree, call: Call, reader: Reader): Call {
  if (reader.shape.isCurried) reader.read.set(node.id(), call)
  return call
}

/** `get("/")` that goes on with `{ … }`. */
function behind(
  first: Call,
  node: Tree,
  shape: Shape,
  reader: Reader,
  assigned: ReadonlyMap<number, string>,
): Call {
  const { start, end } = node.range()
  const last = first.links.at(-1)!
  const args = [...last.args, ...readArguments(node, shape, reader)]
  const links = [...first.links.slice(0, -1), { ...last, args }]
  reader.chains.set(node.id(), { root: first.root, links })
  const name = assignedTo(start.index, reader.source, assigned)
  return { ...first, links, end: end.index, endLine: end.line + 1, assigned: name }
}

/** `app = await make()` holds what `make()` gives. */
function assignedTo(start: number, source: string, assigned: ReadonlyMap<number, string>): string {
  const awaited = /await\s+$/.exec(before(source, start, 10))?.[0].length ?? 0
  return assigned.get(start) ?? assigned.get(start - awaited) ?? ''
}

function before(source: string, offset: number, length: number): string {
  return source.slice(Math.max(0, offset - length), offset)
}

/** A call hangs from the call before it, which was read already. */
function readChain(node: Tree, shape: Shape, callee: Callee, reader: Reader): Chain {
  const own = { name: callee.name, args: readArguments(node, shape, reader) }
  const before = callee.object && reader.chains.get(callee.object.id())
  const root =
    callee.object && !before ? shortText(callee.object, reader.source) : (before?.root ?? '')
  const chain = { root, links: [...(before?.links.slice(0, longestChain - 1) ?? []), own] }
  reader.chains.set(node.id(), chain)
  return chain
}

interface Callee {
  readonly name: string
  /** Where the name stands. */
  readonly place: Tree | undefined
  readonly object: Tree | undefined
}

function readCallee(node: Tree, shape: Shape, { shape: { members }, source }: Reader): Callee {
  if (shape.name !== undefined) return { name: shape.name, place: undefined, object: undefined }
  if (shape.method !== undefined) {
    const place = selectOne(node, shape.method)
    return {
      name: place ? shortText(place, source) : '',
      place,
      object: selectOne(node, shape.receiver),
    }
  }
  const callee = selectOne(node, shape.function)
  const member = members.find(each => each.node === callee?.kind())
  const place = callee && member ? selectOne(callee, member.property) : callee
  const prefix = node.kind() === 'new_expression' ? 'new ' : ''
  const object = callee && member ? selectOne(callee, member.object) : undefined
  return { name: prefix + (place ? shortText(place, source) : ''), place, object }
}

function shortText(node: Tree, source: string): string {
  const { start, end } = node.range()
  return source
    .slice(start.index, Math.min(end.index, start.index + longestText))
    .replace(/\s+/g, '')
}

function readArguments(node: Tree, shape: Shape, reader: Reader): readonly Argument[] {
  const list = selectAll(node, shape.arguments)[0]
  if (list && shape.list) return partsOf(list)
  const plain = list ? readItems(list, reader) : []
  const block = shape.block
    ? selectOne(node, shape.block)
    : node.children().find(each => reader.shape.functions.includes(String(each.kind())))
  return block ? [...plain, readArgument(block, reader, '')] : plain
}

/** What a tree does not part: `routes![list, users::show]`. */
function partsOf(list: Tree): readonly Argument[] {
  const text = list.text()
  const inner = /[[({]([\s\S]*)[\])}]\s*$/.exec(text)?.[1] ?? ''
  return inner
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(value => ({ kind: 'other', value, key: '', start: 0, end: 0, items: [] }))
}

function readItems(list: Tree, reader: Reader): readonly Argument[] {
  return list
    .children()
    .filter(each => each.isNamed() && !String(each.kind()).includes('comment'))
    .slice(0, mostArguments)
    .map(each => readArgument(each, reader, ''))
}

function readArgument(node: Tree, reader: Reader, key: string): Argument {
  const kind = String(node.kind())
  const { shape } = reader
  if (shape.wrappers?.includes(kind)) return unwrap(node, reader, key)
  if (shape.shorthands?.includes(kind)) return unwrapShorthand(node)
  const keyword = shape.keywords.find(each => each.node === kind)
  if (keyword) {
    const name = selectOne(node, keyword.key)
    const value = selectOne(node, keyword.value)
    if (name && value)
      return readArgument(value, reader, plainString(shortText(name, reader.source)))
  }
  const { start, end } = node.range()
  const span = { key, start: start.index, end: end.index }
  const text = reader.source.slice(start.index, Math.min(end.index, start.index + longestText))
  if (shape.strings.includes(kind) && !/[$#]\{|^f["']|["']\s*f["']/.test(text))
    return { ...span, kind: 'string', value: plainString(asOneText(text)), items: [] }
  if (shape.functions.includes(kind)) return { ...span, kind: 'function', value: text, items: [] }
  const holder = shape.objects.includes(kind) ? 'object' : shape.lists.includes(kind) && 'list'
  if (holder) return { ...span, kind: holder, value: text, items: readItems(node, reader) }
  const path = /^[\w$`]|^f?["']/.test(text) ? reader.pathOf(text) : undefined
  if (path !== undefined) return { ...span, kind: 'string', value: path, items: [] }
  return { ...span, kind: 'other', value: text.replace(/\s+/g, ' '), items: [] }
}

function unwrapShorthand(node: Tree): Argument {
  const { start, end } = node.range()
  const value = node.text()
  return { kind: 'other', value, key: value, start: start.index, end: end.index, items: [] }
}

/** `name = value`, `name: value`, `key => value`, or the value alone. */
function unwrap(node: Tree, reader: Reader, key: string): Argument {
  const parts = node.children().filter(each => each.isNamed())
  const value = parts.at(-1)
  if (!value) return { kind: 'other', value: '', key, start: 0, end: 0, items: [] }
  const name =
    parts.length > 1 ? plainString(shortText(parts[0]!, reader.source)).replace(/[:=]$/, '') : key
  return readArgument(value, reader, name)
}

/** A literal without prefix and quotes; a symbol without its colon. */
export function plainString(text: string): string {
  const literal = /^[a-zA-Z@]*("""|'''|["'`])(.*?)\1?$/s.exec(text)
  return literal ? literal[2]! : text.replace(/^:/, '')
}
