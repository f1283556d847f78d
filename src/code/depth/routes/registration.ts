// What one call registers: the methods, the path and the handler, by the row of its framework. Where the router hangs is asked
// for elsewhere.

import type { Argument, Call, Link } from '../calls/calls.ts'
import { chainedAfter } from '../calls/chained-after.ts'
import { isComputed } from '../calls/unrolled.ts'
import { nameMark } from '../routers/mark.ts'
import { pathText, spelledPath } from '../routers/marks.ts'
import { isPair } from '../routers/router-names.ts'
import { answeredInside } from './controllers-around.ts'
import { keptPath } from './kept-paths.ts'
import { handlerOf } from './route-handler.ts'
import type { RouteRule } from './route-rule.ts'
import { readUsual } from './usual-routes.ts'

export interface Registration {
  readonly methods: readonly string[]
  readonly path: string
  readonly handler: string
  readonly body?: Argument | undefined
  /** Where it stands, if that is not where the call does. */
  readonly start?: number
}

export interface Registering {
  readonly rule: RouteRule
  /** All calls of the file, and its text. */
  readonly calls: readonly Call[]
  readonly source: string
}

export const register = (call: Call, around: Registering): readonly Registration[] =>
  answeredInside(registrations(call, around), call, around.rule, around.calls)

function registrations(call: Call, around: Registering): readonly Registration[] {
  const { rule, calls, source } = around
  const link = call.links.at(-1)!
  const { name, args } = link
  const chained = chainedAfter(call, calls)
  const usual = readUsual(link, rule, chained)
  if (usual) return usual.routes.map(({ method, ...each }) => ({ ...each, methods: [method] }))
  if (name === '[]') return rule.hasPairs ? pairs(args) : []
  if (call.walked && isComputed(name)) return walked(name, args, rule)
  if (rule.describedBy?.call === name)
    return describedElsewhere(args, rule.describedBy.maker, calls)
  if (rule.apart?.paths === name) return listedApart(call, rule.apart.methods, calls)
  if (rule.described === name) return described(args[0])
  if (rule.methodFirst?.includes(name)) return methodFirst(args, rule)
  if (rule.methodSecond?.includes(name)) return methodSecond(args)
  if (rule.methodIn === name) return methodIn(args, rule, calls)
  const methods = methodsOf(link, rule, [...call.links, ...chained])
  if (methods.length === 0) return []
  const kept = rule.keepsPath ? keptPath(call, calls, rule) : undefined
  if (kept !== undefined) return [{ methods, path: kept, ...handlerOf(args) }]
  const pathed =
    rule.pathLink && call.links.find(each => each.name === rule.pathLink && each !== link)
  if (pathed)
    return pathsIn(pathed.args[0], rule).map(path => ({
      methods,
      path: path.value,
      ...handlerOf(args),
    }))
  if (
    rule.isPathOptional &&
    /^[\w.]+</.test(source.slice(call.at, call.at + 100)) &&
    !isPathed(args)
  )
    return []
  if (isBare(call, around)) return [{ methods, path: '', ...handlerOf(args) }]
  const isHandled = call.isAnnotation || args.length >= rule.fewest
  return isHandled ? withPath(link, rule, methods, call.isAnnotation) : []
}

/** `app[each.method](each.path, each.run)`: what each of them is stands in another file. */
function walked(name: string, [path, ...rest]: readonly Argument[], rule: RouteRule) {
  const text = path && pathText(path, rule.languages)
  const isVerbal = Object.hasOwn(rule.verbs, 'get')
  if (text === undefined || rest.length === 0 || !isVerbal) return []
  return [{ methods: [nameMark(name.slice(1, -1))], path: text, ...handlerOf(rest) }]
}

/** In place, under a name of the file, or under one that another file may hold. */
function describedElsewhere(
  [route, ...rest]: readonly Argument[],
  maker: string,
  calls: readonly Call[],
): readonly Registration[] {
  const made = calls.filter(
    ({ links, start, assigned }) =>
      links.length === 1 &&
      links[0]!.name === maker &&
      (start === route?.start || (assigned !== '' && assigned === route?.value)),
  )
  const found =
    made.length === 1
      ? described(made[0]!.links[0]!.args[0])
      : made.length === 0 && route?.kind === 'other'
        ? describedByName(route.value)
        : []
  return found.map(({ methods, path }) => ({ methods, path, ...handlerOf(rest.slice(0, 1)) }))
}

/** `login` has what its file says of `login.method` and `login.path`. */
const describedByName = (name: string): readonly Registration[] =>
  /^[A-Za-z_$][\w$]*(\.[\w$]+)*$/.test(name)
    ? [{ methods: [nameMark(`${name}.method`)], path: nameMark(`${name}.path`), handler: '' }]
    : []

/** The methods stand in the nearest call that lists some. */
function listedApart({ start, links }: Call, word: string, calls: readonly Call[]) {
  const distance = (each: Call) => Math.abs(each.start - start)
  const [nearest] = calls
    .filter(each => each.links.at(-1)!.name === word)
    .toSorted((one, other) => distance(one) - distance(other))
  const methods = nearest ? nearest.links.at(-1)!.args.flatMap(wordsIn) : []
  const paths = links.at(-1)!.args.filter(each => each.kind === 'string')
  return methods.length === 0
    ? []
    : paths.map(({ value }) => ({ methods, path: value, handler: '' }))
}

/** Nothing but a block, in a group that has the path. */
function isBare({ links, start, end }: Call, { rule, calls }: Registering): boolean {
  const [block, ...others] = links.at(-1)!.args
  return (
    rule.isPathOptionalIn !== undefined &&
    block?.kind === 'function' &&
    others.length === 0 &&
    calls.some(
      each =>
        each.links.at(-1)!.name === rule.isPathOptionalIn && each.start < start && end <= each.end,
    )
  )
}

function methodsOf(
  { name, args }: Link,
  { verbs, listed, methodsLink }: RouteRule,
  chain: readonly Link[],
): readonly string[] {
  const told = methodsLink === undefined ? [] : chain.filter(each => each.name === methodsLink)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (verb !== undefined && told.length > 0) return told.flatMap(each => each.args).flatMap(wordsIn)
  if (verb !== undefined) return [verb]
  if (!listed?.calls.includes(name)) return []
  const isPlain = (each: Argument) => each.key === '' && /^[A-Z]{3,}$/.test(each.value)
  const named = args.find(each => each.key === listed.keyword) ?? args.slice(1).find(isPlain)
  if (!named) return [listed.otherwise]
  return named.kind === 'list' ? named.items.map(each => methodName(each.value)) : wordsIn(named)
}

const methodName = (value: string) => {
  const upper = value.replace(/^:/, '').toUpperCase()
  return /^(\*|ALL|ANY)$/.test(upper) ? 'ANY' : upper
}

/** `"GET"`, `http.MethodGet`, `['PUT', HttpMethods.Patch]`; any other word is a method by its own name. */
function wordsIn({ kind, value }: Argument): readonly string[] {
  const words = value.matchAll(/(?:\b|Method)(get|post|put|patch|delete|head|options)\b/gi)
  const methods = [...words].map(each => each[1]!.toUpperCase())
  return methods.length > 0 || kind !== 'string' ? methods : [methodName(value)]
}

const isPathed = ([first]: readonly Argument[]) => first?.kind === 'string' && first.key === ''

/** One path, or a list of them. */
function pathsIn(first: Argument | undefined, { languages }: RouteRule): readonly Argument[] {
  const all = first?.kind === 'list' ? first.items : first ? [first] : []
  return all.flatMap(each => {
    const text = each.kind === 'string' ? each.value : spelledPath(each, languages)
    return text === undefined ? [] : [{ ...each, kind: 'string' as const, value: text }]
  })
}

/** The first argument is the path; without annotation something else must handle it. */
function withPath(
  link: Link,
  rule: RouteRule,
  methods: readonly string[],
  isAnnotation: boolean,
): readonly Registration[] {
  if (rule.framework === 'rails') return railsRoute(link, methods)
  const { paths, rest } = partsOf(link, rule)
  if (!paths.some(each => rule.path.test(each))) return []
  if (!isAnnotation && rest.length > 0 && rest.every(isOptions)) return []
  if (rest.some(each => each.value.startsWith('include('))) return []
  const handling = handlerOf(rule.isHandlerNext ? rest.slice(0, 1) : rest)
  return paths.map(path => {
    const spelled = /^([A-Z]+) (\/.*)$/.exec(path)
    return spelled
      ? { methods: [spelled[1]!], path: spelled[2]!, ...handling }
      : { methods, path, ...handling }
  })
}

interface Parts {
  readonly paths: readonly string[]
  readonly rest: readonly Argument[]
}

function partsOf({ name, args }: Link, rule: RouteRule): Parts {
  const [first, second, ...others] = args
  if (rule.handlerFirst?.includes(name))
    return { paths: pathsIn(second, rule).map(each => each.value), rest: first ? [first] : [] }
  if (rule.isPieced) {
    const isPiece = (each: Argument) => each.kind === 'string' && each.key === ''
    const path = args.filter(isPiece).map(each => each.value)
    return { paths: [path.join('/')], rest: args.filter(each => !isPiece(each)) }
  }
  if (rule.isPathOptional && !isPathed(args)) return { paths: [''], rest: args }
  if (rule.isNamed && first?.kind === 'string' && second?.kind === 'string')
    return { paths: [second.value], rest: others }
  return { paths: pathsIn(first, rule).map(each => each.value), rest: args.slice(1) }
}

/** An object without a handler is what a client sends. */
const isOptions = ({ kind, items }: Argument) =>
  kind === 'object' && !items.some(each => each.key === 'handler')

/** `get 'users' => 'users#index'`, `get '/users', to: 'users#index'`, `root 'home#index'`. */
function railsRoute({ name, args }: Link, methods: readonly string[]): readonly Registration[] {
  const [first] = args
  if (!first || (first.kind !== 'string' && first.kind !== 'other')) return []
  const to = args.find(each => each.key === 'to')?.value ?? ''
  if (name === 'root') return [{ methods, path: '/', handler: to || first.value }]
  if (first.key !== '' && first.key !== 'to')
    return [{ methods, path: first.key, handler: first.value }]
  const isOnCollection = args.find(each => each.key === 'on')?.value === 'collection'
  return [{ methods, path: isOnCollection ? `../${first.value}` : first.value, handler: to }]
}

function methodFirst(
  [method, path, ...others]: readonly Argument[],
  { isHandlerNext, isPieced }: RouteRule,
): readonly Registration[] {
  const pieces = isPieced ? others.filter(each => each.kind === 'string' && each.key === '') : []
  const rest = others.filter(each => !pieces.includes(each))
  if (path?.kind !== 'string' || !method || rest.length === 0) return []
  const named = method.kind === 'list' ? method.items : []
  const plain = named.filter(each => each.kind === 'string' || each.value.startsWith('http.'))
  const methods = plain.length > 0 ? plain.map(({ value }) => shortMethod(value)) : []
  const told =
    methods.length > 0
      ? methods
      : method.kind === 'list'
        ? wordsIn(method)
        : [shortMethod(method.value)]
  return [
    {
      methods: told,
      path: [path, ...pieces].map(each => each.value).join('/'),
      ...handlerOf(isHandlerNext ? rest.slice(0, 1) : rest),
    },
  ]
}

const shortMethod = (value: string) => methodName(value.replace(/^(http\.Method|\.)/, ''))

/** `MapMethods("/x", ["PUT", HttpMethods.Patch], handler)`. */
function methodSecond([path, named, ...rest]: readonly Argument[]): readonly Registration[] {
  if (path?.kind !== 'string' || !named || rest.length === 0) return []
  return [{ methods: wordsIn(named), path: path.value, ...handlerOf(rest) }]
}

/** `.route("/x", get(list).post(routing::post(add)))`: each link of the second argument registers one method. */
function methodIn(
  args: readonly Argument[],
  { verbs, handlerIn, filtered }: RouteRule,
  calls: readonly Call[],
): readonly Registration[] {
  const isWhole = handlerIn !== undefined && args.length === 1
  const [path, answers] = isWhole ? [undefined, args[0]] : args
  if ((!isWhole && path?.kind !== 'string') || !answers) return []
  return calls
    .filter(each => each.start === answers.start && each.end <= answers.end)
    .toSorted((a, b) => a.end - b.end)
    .flatMap(({ links }) => {
      const last = links.at(-1)!
      if (handlerIn !== undefined && last.name !== handlerIn) return []
      const verb = links
        .at(handlerIn === undefined ? -1 : 0)!
        .name.split('::')
        .at(-1)!
      const [filter, ...behind] = verb === filtered ? last.args : []
      if (!filter && !Object.hasOwn(verbs, verb)) return []
      const methods = filter ? wordsIn(filter) : [verbs[verb]!]
      const { handler, ...body } = handlerOf(filter ? behind : last.args)
      const plain = handler.replace(/::<.*>$/, '').replaceAll('::', '.')
      return [{ methods, path: path?.value ?? '', handler: plain, ...body }]
    })
}

/** `{ method: 'GET', path: '/x', handler }`, or a list of those. */
function described(given: Argument | undefined): readonly Registration[] {
  if (given?.kind === 'list')
    return given.items.flatMap(each =>
      described(each).map(found => ({ ...found, start: each.start })),
    )
  const of = (key: string) => given?.items.find(each => each.key === key)
  const path = of('url') ?? of('path')
  const method = of('method')
  if (given?.kind !== 'object' || path?.kind !== 'string' || !method) return []
  const methods = method.kind === 'list' ? method.items.map(each => each.value) : [method.value]
  const inner = (of('options') ?? of('config'))?.items.find(each => each.key === 'handler')
  const handler = of('handler') ?? inner
  return [
    {
      methods: methods.map(methodName),
      path: path.value,
      ...handlerOf(handler ? [{ ...handler, key: '' }] : []),
    },
  ]
}

/** `[(r"/", Home), (r"/users/(\d+)", User, options)]`: what the class answers tells its methods. */
const pairs = (args: readonly Argument[]): readonly Registration[] =>
  args.filter(isPair).map(({ items, start }) => ({
    methods: ['ANY'],
    path: items[0]!.value,
    handler: items[1]!.value,
    start,
  }))
