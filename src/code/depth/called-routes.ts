// Routes that calls register, read from the calls of a file by the rows of the route table.
// A router that another file makes is reported as mounted: method USE, its path, and the router's name as handler.

import type { Route } from '../model.ts'
import type { Argument, Call, Link } from './calls.ts'
import { routePath } from './route-path.ts'
import type { RouteRule } from './route-rules.ts'
import {
  type FileFacts,
  findRouters,
  prefixesOf,
  type Routers,
  readMount,
  ruleFor,
} from './routers.ts'

/** Names the function that an annotation on this line is about. */
export type Decorated = (line: number) => string

interface Registration {
  readonly methods: readonly string[]
  readonly path: string
  readonly handler: string
}

export function calledRoutes(
  calls: readonly Call[],
  file: FileFacts,
  decorated: Decorated,
): readonly Route[] {
  const routers = findRouters(calls, file)
  return routers.calls
    .toSorted((a, b) => a.at - b.at)
    .flatMap(call => {
      const rule = ruleFor(call, routers)
      if (!rule) return []
      const found = [...register(call, rule), ...mounted(call, rule, routers)]
      return prefixesOf(call, rule, routers).flatMap(prefix =>
        found.flatMap(each => toRoutes(each, prefix, call, decorated)),
      )
    })
}

function toRoutes(
  { methods, path, handler }: Registration,
  prefix: string,
  call: Call,
  decorated: Decorated,
): Route[] {
  const { isAnnotation, endLine, line } = call
  return methods.map(method => ({
    method,
    path: routePath(prefix, path),
    handler: isAnnotation ? decorated(endLine) : handler,
    line,
  }))
}

function register(call: Call, rule: RouteRule): readonly Registration[] {
  const link = call.links.at(-1)!
  const { name, args } = link
  const resources = rule.resources?.[name]
  if (resources) return usualRoutes(link, resources)
  if (rule.described === name && args[0]?.kind === 'object') return described(args[0])
  if (rule.methodFirst?.includes(name)) return methodFirst(args)
  const methods = methodsOf(link, rule)
  if (methods.length === 0) return []
  const pathed =
    rule.pathLink && call.links.find(each => each.name === rule.pathLink && each !== link)
  if (pathed) return ownPath(pathed.args[0], methods, handlerOf(args))
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

function ownPath(
  path: Argument | undefined,
  methods: readonly string[],
  handler: string,
): Registration[] {
  return path?.kind === 'string' ? [{ methods, path: path.value, handler }] : []
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
  if (first?.kind !== 'string' || !rule.path.test(first.value)) return []
  if (!isAnnotation && rest.length > 0 && rest.every(each => each.kind === 'object')) return []
  if (rest.some(each => each.value.startsWith('include('))) return []
  const spelled = /^([A-Z]+) (\/.*)$/.exec(first.value)
  if (spelled) return [{ methods: [spelled[1]!], path: spelled[2]!, handler: handlerOf(rest) }]
  return [{ methods, path: first.value, handler: handlerOf(rest) }]
}

/** `get 'users' => 'users#index'`, `get '/users', to: 'users#index'`, `root 'home#index'`. */
function railsRoute({ name, args }: Link, methods: readonly string[]): Registration[] {
  const [first] = args
  if (!first || (first.kind !== 'string' && first.kind !== 'other')) return []
  const to = args.find(each => each.key === 'to')?.value ?? ''
  if (name === 'root') return [{ methods, path: '/', handler: to || first.value }]
  if (first.key !== '' && first.key !== 'to')
    return [{ methods, path: first.key, handler: first.value }]
  return [{ methods, path: first.value, handler: to }]
}

function methodFirst([method, path, ...rest]: readonly Argument[]): Registration[] {
  if (path?.kind !== 'string' || rest.length === 0) return []
  const named = method?.kind === 'list' ? method.items : [method]
  const methods = named.map(each => each?.value.replace(/^http\.Method/, '').toUpperCase() ?? '')
  return [{ methods, path: path.value, handler: handlerOf(rest) }]
}

function described(object: Argument): Registration[] {
  const of = (key: string) => object.items.find(each => each.key === key)
  const path = of('url') ?? of('path')
  const method = of('method')
  if (path?.kind !== 'string' || !method) return []
  const methods = method.kind === 'list' ? method.items.map(each => each.value) : [method.value]
  return [
    {
      methods: methods.map(each => each.toUpperCase()),
      path: path.value,
      handler: of('handler')?.value ?? '',
    },
  ]
}

function usualRoutes(
  { args }: Link,
  usual: readonly (readonly [string, string])[],
): Registration[] {
  const names = args.filter(each => each.kind === 'string' && each.key === '')
  const handler = args.find(each => each.kind === 'other')?.value ?? ''
  return names.flatMap(name =>
    usual.map(([method, path]) => ({ methods: [method], path: `${name.value}/${path}`, handler })),
  )
}

/** A name is a handler, an inline function has none. */
function handlerOf(args: readonly Argument[]): string {
  const last = args.findLast(
    each => each.kind === 'other' || each.kind === 'function' || each.kind === 'list',
  )
  return last?.kind === 'function' ? '' : (last?.value ?? '')
}

function mounted(call: Call, rule: RouteRule, routers: Routers): readonly Registration[] {
  const mount = readMount(call, routers)
  if (mount && !routers.byName.has(mount.router) && mount.prefix !== '')
    return [{ methods: ['USE'], path: mount.prefix, handler: mount.router }]
  return rule.framework === 'django' ? included(call) : []
}

/** `path('api/', include('shop.urls'))`. */
function included({ links }: Call): Registration[] {
  const [path, include] = links.at(-1)!.args
  const module = /^include\(\s*\(?["']([\w.]+)["']/.exec(include?.value ?? '')?.[1]
  return path?.kind === 'string' && module
    ? [{ methods: ['USE'], path: path.value, handler: module }]
    : []
}
