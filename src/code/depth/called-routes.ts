// Routes that calls register, read from the calls of a file by the rows of the route table, and the routers that they hang on.

import type { Mount, Route, Router } from '../model.ts'
import type { Argument, Call, Link } from './calls.ts'
import { isHollowText } from './hollow.ts'
import { calledMounts, localMounts } from './mounts.ts'
import { routePath } from './route-path.ts'
import type { RouteRule } from './route-rule.ts'
import { waysTo } from './router-ways.ts'
import { type FileFacts, findRouters, type LocalRouter, routerOf } from './routers.ts'
import { readUsual } from './usual-routes.ts'

export interface RouteFacts {
  readonly routes: readonly Route[]
  readonly routers: readonly Router[]
  readonly mounts: readonly Mount[]
}

/** Names the function that an annotation on this line is about. */
export type Decorated = (line: number) => string

interface Registration {
  readonly methods: readonly string[]
  readonly path: string
  readonly handler: string
  readonly body?: Argument | undefined
}

export function calledRoutes(
  all: readonly Call[],
  file: FileFacts,
  decorated: Decorated,
): RouteFacts {
  const routers = findRouters(all, file)
  const numbers = new Map<LocalRouter, number>()
  const number = (router: LocalRouter) => {
    if (!numbers.has(router)) numbers.set(router, numbers.size)
    return numbers.get(router)!
  }
  const calls = routers.calls.toSorted((a, b) => a.at - b.at)
  const routes = calls.flatMap(call => {
    const own = routerOf(call, routers)
    if (!own) return []
    const found = register(call, own.rule, routers.calls)
    if (found.length === 0) return []
    return found.flatMap(each =>
      waysTo(call, own, routers, isOfMember(each)).flatMap(({ router, path }) =>
        toRoutes(each, { call, path, router: number(router) }, file, decorated),
      ),
    )
  })
  // What other files register on a router of this one needs its place.
  const known = [...routers.byKey.values()]
  known.forEach(number)
  const mounts = [
    ...calls.flatMap(call => calledMounts(call, routers, number)),
    ...known.flatMap(each => localMounts(each, number)),
  ]
  const listed = [...numbers.keys()].map(({ framework, name, within, kind, prefix, line }) => ({
    framework,
    name,
    within,
    kind,
    prefix: routePath(prefix),
    line,
  }))
  return { routes, routers: listed, mounts }
}

/** `replies/{id}` and what follows. */
const isOfMember = ({ path }: Registration) => /\{id\}/.test(path)

/** `->only(['show'])` behind `Route::apiResource('photos')`. */
function chainedAfter({ start, links }: Call, calls: readonly Call[]): readonly Link[] {
  const longest = calls.find(each => each.start === start && each.links.length > links.length)
  return longest ? longest.links.slice(links.length) : []
}

interface Spot {
  readonly call: Call
  readonly path: string
  readonly router: number
}

function toRoutes(
  { methods, path, handler, body }: Registration,
  { call, path: prefix, router }: Spot,
  { source, language }: FileFacts,
  decorated: Decorated,
): Route[] {
  const { isAnnotation, endLine, line } = call
  const isStub = body !== undefined && isHollowText(source.slice(body.start, body.end), language)
  return methods.map(method => ({
    method,
    path: routePath(prefix, path),
    handler: isAnnotation ? decorated(endLine) : handler,
    line,
    router,
    isStub,
  }))
}

function register(call: Call, rule: RouteRule, calls: readonly Call[]): readonly Registration[] {
  const link = call.links.at(-1)!
  const { name, args } = link
  const usual = readUsual(link, rule, chainedAfter(call, calls))
  if (usual) return usual.routes.map(({ method, ...each }) => ({ ...each, methods: [method] }))
  if (rule.described === name && args[0]?.kind === 'object') return described(args[0])
  if (rule.methodFirst?.includes(name)) return methodFirst(args)
  if (rule.methodSecond?.includes(name)) return methodSecond(args)
  if (rule.methodIn === name) return methodIn(args, rule, calls)
  const methods = methodsOf(link, rule)
  if (methods.length === 0) return []
  const pathed =
    rule.pathLink && call.links.find(each => each.name === rule.pathLink && each !== link)
  if (pathed)
    return pathsIn(pathed.args[0]).map(path => ({ methods, path: path.value, ...handlerOf(args) }))
  const isHandled = call.isAnnotation || args.length >= rule.fewest
  return isHandled ? withPath(link, rule, methods, call.isAnnotation) : []
}

function methodsOf({ name, args }: Link, { verbs, listed }: RouteRule): readonly string[] {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (verb !== undefined) return [verb]
  if (!listed?.calls.includes(name)) return []
  const named = args.find(each => each.key === listed.keyword)
  return named ? named.items.map(each => each.value.toUpperCase()) : [listed.otherwise]
}

/** One path, or a list of them. */
function pathsIn(first: Argument | undefined): readonly Argument[] {
  const all = first?.kind === 'list' ? first.items : first ? [first] : []
  return all.filter(each => each.kind === 'string')
}

/** The first argument is the path; without annotation something else must handle it. */
function withPath(
  link: Link,
  rule: RouteRule,
  methods: readonly string[],
  isAnnotation: boolean,
): Registration[] {
  const [first, ...rest] = link.args
  if (rule.framework === 'rails') return railsRoute(link, methods)
  const paths = pathsIn(first).map(each => each.value)
  if (!paths.some(each => rule.path.test(each))) return []
  if (!isAnnotation && rest.length > 0 && rest.every(each => each.kind === 'object')) return []
  if (rest.some(each => each.value.startsWith('include('))) return []
  return paths.map(path => {
    const spelled = /^([A-Z]+) (\/.*)$/.exec(path)
    return spelled
      ? { methods: [spelled[1]!], path: spelled[2]!, ...handlerOf(rest) }
      : { methods, path, ...handlerOf(rest) }
  })
}

/** `get 'users' => 'users#index'`, `get '/users', to: 'users#index'`, `root 'home#index'`. */
function railsRoute({ name, args }: Link, methods: readonly string[]): Registration[] {
  const [first] = args
  if (!first || (first.kind !== 'string' && first.kind !== 'other')) return []
  const to = args.find(each => each.key === 'to')?.value ?? ''
  if (name === 'root') return [{ methods, path: '/', handler: to || first.value }]
  if (first.key !== '' && first.key !== 'to')
    return [{ methods, path: first.key, handler: first.value }]
  const isOnCollection = args.find(each => each.key === 'on')?.value === 'collection'
  return [{ methods, path: isOnCollection ? `../${first.value}` : first.value, handler: to }]
}

function methodFirst([method, path, ...rest]: readonly Argument[]): Registration[] {
  if (path?.kind !== 'string' || rest.length === 0) return []
  const named = method?.kind === 'list' ? method.items : [method]
  const methods = named.map(each => each?.value.replace(/^http\.Method/, '').toUpperCase() ?? '')
  return [{ methods, path: path.value, ...handlerOf(rest) }]
}

/** `MapMethods("/x", ["PUT", HttpMethods.Patch], handler)`. */
function methodSecond([path, named, ...rest]: readonly Argument[]): Registration[] {
  if (path?.kind !== 'string' || !named || rest.length === 0) return []
  const words = named.value.matchAll(/\b(get|post|put|patch|delete|head|options)\b/gi)
  const methods = [...words].map(([word]) => word.toUpperCase())
  return [{ methods, path: path.value, ...handlerOf(rest) }]
}

/** `.route("/x", get(list).post(routing::post(add)))`: each link of the second argument registers one method. */
function methodIn(
  [path, answers]: readonly Argument[],
  { verbs }: RouteRule,
  calls: readonly Call[],
): Registration[] {
  if (path?.kind !== 'string' || !answers) return []
  return calls
    .filter(each => each.start === answers.start && each.end <= answers.end)
    .toSorted((a, b) => a.end - b.end)
    .flatMap(({ links }) => {
      const { name, args } = links.at(-1)!
      const verb = name.split('::').at(-1)!
      if (!Object.hasOwn(verbs, verb)) return []
      const { handler, ...body } = handlerOf(args)
      const plain = handler.replace(/::<.*>$/, '').replaceAll('::', '.')
      return [{ methods: [verbs[verb]!], path: path.value, handler: plain, ...body }]
    })
}

function described(object: Argument): Registration[] {
  const of = (key: string) => object.items.find(each => each.key === key)
  const path = of('url') ?? of('path')
  const method = of('method')
  if (path?.kind !== 'string' || !method) return []
  const methods = method.kind === 'list' ? method.items.map(each => each.value) : [method.value]
  const handler = of('handler')
  return [
    {
      methods: methods.map(each => each.toUpperCase()),
      path: path.value,
      ...handlerOf(handler ? [{ ...handler, key: '' }] : []),
    },
  ]
}

/** A name is a handler, a function given in place has none. Flask names it by keyword. */
function handlerOf(args: readonly Argument[]): { handler: string; body?: Argument } {
  const named = args.find(each => each.key === 'view_func')
  const last =
    named ??
    args.findLast(each => each.kind === 'other' || each.kind === 'function' || each.kind === 'list')
  if (last?.kind === 'function') return { handler: '', body: last }
  return { handler: unwrapped(last?.value ?? '') }
}

/** `http.HandlerFunc(ready)` is ready. */
const unwrapped = (handler: string) => /^http\.HandlerFunc\((.+)\)$/s.exec(handler)?.[1] ?? handler
