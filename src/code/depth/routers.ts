// Who registers routes in a file: names made by a framework, names derived from those, and names believed for want of a maker.
// A name that the file makes from something else is never believed: `app = new Map()`. Names count within their function.

import type { Router } from '../model.ts'
import type { Argument, Call, Link } from './calls.ts'
import type { RouteRule } from './route-rule.ts'
import { routeRules } from './route-rules.ts'
import { chainName, isChain, isServed, nameChains } from './router-names.ts'
import { isShallow, readUsual } from './usual-routes.ts'

export interface LocalRouter extends Router {
  readonly rule: RouteRule
  /** Routers of the same file that it hangs below. */
  readonly parents: { readonly router: LocalRouter; readonly prefix: string; replaces: boolean }[]
}

/** A function in which routes get a path in front: `r.Route("/admin", func(r chi.Router) { … })`. */
interface Scope {
  readonly start: number
  readonly end: number
  readonly prefix: string
  /** Below one member of a collection, which what is shallow leaves. */
  readonly isMember: boolean
  /** What lies in it is shallow. */
  readonly isShallow: boolean
  /** The name that stands for the router in it. */
  readonly parameter: string
  readonly router: LocalRouter
}

export interface Routers {
  readonly calls: readonly Call[]
  readonly file: FileFacts
  /** Those that apply to names that nothing in the file makes. */
  readonly believed: readonly RouteRule[]
  /** By function and name. */
  readonly byKey: Map<string, LocalRouter>
  /** Keys of names that hold the result of some call. */
  readonly made: ReadonlySet<string>
  readonly scopes: Scope[]
}

export interface FileFacts {
  readonly path: string
  readonly language: string
  readonly source: string
  readonly modules: readonly string[]
  /** Names that imports bring into the file. */
  readonly imported: ReadonlySet<string>
  /** Indices of the functions around a call, innermost first. */
  readonly functionsAround: (call: Call) => readonly number[]
}

export function findRouters(all: readonly Call[], file: FileFacts): Routers {
  const rules = routeRules.filter(each => each.languages.includes(file.language))
  const believed = rules.filter(each => isBelieved(each, file))
  const assigned = all.filter(each => each.assigned !== '')
  const made = new Set(assigned.map(each => keyOf(each.assigned, homeOf(each, file))))
  const named = nameChains(all, believed)
  const calls = named.map(call => onItsRouter(call, rules))
  const routers: Routers = { calls, file, believed, byKey: new Map(), made, scopes: [] }
  for (const call of named) makeRouter(call, rules, routers)
  for (const call of calls) openScope(call, routers)
  for (const call of calls) hangBelow(call, routers)
  return routers
}

const keyOf = (name: string, within: number) => `${within}:${withoutSelf(name)}`

const withoutSelf = (name: string) => name.replace(/^(this|self)\./, '')

/** The function whose name an assignment binds; what an object keeps for itself belongs to the whole file. */
function homeOf(call: Call, { functionsAround }: FileFacts): number {
  return /^(this|self)\./.test(call.assigned) ? -1 : (functionsAround(call)[0] ?? -1)
}

/** `const books = new Hono().get('/', list)` registers on `books`. */
function onItsRouter(call: Call, rules: readonly RouteRule[]): Call {
  const [first, ...rest] = call.links
  if (call.root !== '' || call.assigned === '' || rest.length === 0) return call
  if (!rules.some(each => each.makers.test(first!.name) || isChain(call, each))) return call
  return { ...call, root: call.assigned, links: rest.slice(-1) }
}

/** The router that a call hangs from. */
export function routerOf(call: Call, routers: Routers): LocalRouter | undefined {
  const { byKey, made, file, scopes } = routers
  const around = scopes.filter(({ start, end }) => start < call.start && call.end <= end)
  const inner = around.findLast(each => each.parameter !== '' && each.parameter === call.root)
  if (inner) return inner.router
  for (const within of [...file.functionsAround(call), -1]) {
    const key = keyOf(call.root, within)
    const known = byKey.get(key)
    if (known) return known
    if (made.has(key)) return undefined
  }
  return namelessRouter(call, routers) ?? givenRouter(call, routers)
}

/** `express().get('/', home)` needs no name. */
function namelessRouter({ root, links, line }: Call, { believed }: Routers) {
  const maker = root === '' && links.length > 1 ? links[0]!.name : undefined
  const rule = believed.find(each => maker !== undefined && each.makers.test(maker))
  return rule && router(rule, { name: '', within: -1, kind: 'application', prefix: '', line })
}

/** A name that another file or a caller gives: the first call on it makes it known. */
function givenRouter(call: Call, { believed, byKey, file }: Routers): LocalRouter | undefined {
  const name = withoutSelf(call.root)
  const rules = believed.filter(each => each.guess?.test(name))
  const rule = rules.find(each => file.modules.includes(each.framework)) ?? rules[0]
  if (!rule) return undefined
  const isOfFile = name === '' || file.imported.has(name) || rule.isWholeFile === true
  const within = isOfFile ? -1 : (file.functionsAround(call)[0] ?? -1)
  const isMounted = rule.isWholeFile === true && rule.files?.test(file.path) !== false
  const kind = isMounted ? 'router' : 'given'
  const found = router(rule, { name, within, kind, prefix: '', line: call.line })
  byKey.set(keyOf(name, within), found)
  return found
}

function router(rule: RouteRule, own: Omit<Router, 'framework'>): LocalRouter {
  return { ...own, framework: rule.framework, rule, parents: [] }
}

function isBelieved({ imports, files }: RouteRule, { path, modules }: FileFacts): boolean {
  if (!imports && !files) return true
  return (
    files?.test(path) === true ||
    (imports !== undefined && modules.some(each => imports.test(each)))
  )
}

function makeRouter(call: Call, rules: readonly RouteRule[], routers: Routers): void {
  const { assigned, line } = call
  const within = homeOf(call, routers.file)
  const key = keyOf(assigned, within)
  if (assigned === '' || routers.byKey.has(key)) return
  const { maker, rest } = makerOf(call)
  const name = withoutSelf(assigned)
  const rule =
    rules.find(({ makers }) => makers.test(maker)) ??
    routers.believed.find(each => isChain(call, each))
  if (rule) {
    const prefix = keywordPrefix(call.links[0]!, rule) + groupPrefix(rest, rule)
    const waits =
      rule.needsMount?.test(maker) ||
      (rule.isWaiting && within < 0 && !isServed(name, routers.file.source))
    const kind = waits ? 'router' : 'application'
    routers.byKey.set(key, router(rule, { name, within, kind, prefix, line }))
    return
  }
  const group = call.links.at(-1)!.name
  if (!routers.believed.some(each => each.groups?.includes(group))) return
  const parent = routerOf(call, routers)
  if (!parent?.rule.groups?.includes(group)) return
  const derived = router(parent.rule, { name, within, kind: 'router', prefix: '', line })
  const prefix = groupPrefix(call.links, parent.rule)
  derived.parents.push({ router: parent, prefix, replaces: false })
  routers.byKey.set(key, derived)
}

/** `express.Router`, `new Hono`; `require('express').Router` too. */
function makerOf({ root, links }: Call): { maker: string; rest: readonly Link[] } {
  const [first, second, ...rest] = links
  if (first!.name === 'require' && first!.args[0]?.kind === 'string' && second)
    return { maker: `${first!.args[0].value}.${second.name}`, rest }
  const [, isNew, name] = /^(new )?(.*)$/s.exec(first!.name)!
  const bare = /^require\(["'](.+)["']\)$/.exec(name!)?.[1] ?? name!
  const maker = `${isNew ?? ''}${root === '' ? bare : `${root}.${bare}`}`
  return { maker, rest: links.slice(1) }
}

function keywordPrefix({ args }: Link, { prefix }: RouteRule): string {
  const keyed = prefix === undefined ? undefined : findKey(args, prefix)
  return keyed?.kind === 'string' ? `/${keyed.value}` : ''
}

export function findKey(args: readonly Argument[], key: string): Argument | undefined {
  const entries = args.flatMap(each =>
    each.kind === 'object' || each.kind === 'list' ? each.items : [each],
  )
  return entries.find(each => each.key === key)
}

export function groupPrefix(links: readonly Link[], rule: RouteRule): string {
  return links
    .filter(({ name }) => rule.groups?.includes(name))
    .map(link => {
      const keyed = keywordPrefix(link, rule)
      const first = link.args[0]
      return keyed || (first?.kind === 'string' && first.key === '' ? `/${first.value}` : '')
    })
    .join('')
}

/** `app.use('/api', users)`, where the file makes `users`. */
function hangBelow(call: Call, routers: Routers): void {
  for (const { expression, prefix, replaces, above } of readMounts(call, routers)) {
    const below = localRouter(expression, call, routers)
    if (below && above && below !== above)
      below.parents.push({ router: above, prefix: prefix ?? '', replaces })
  }
}

/** The router of this file that a name means at the place of a call. */
export function localRouter(
  name: string,
  call: Call,
  { byKey, file }: Routers,
): LocalRouter | undefined {
  if (file.imported.has(name)) return undefined
  const places = [...file.functionsAround(call), -1].map(within => byKey.get(keyOf(name, within)))
  return places.find(each => each !== undefined)
}

export interface LocalMount {
  readonly above: LocalRouter | undefined
  readonly expression: string
  /** Undefined where none is written. */
  readonly prefix: string | undefined
  readonly replaces: boolean
}

export function readMounts(call: Call, routers: Routers): readonly LocalMount[] {
  const link = call.links.at(-1)!
  const base = baseOf(call, routers)
  if (base) return [base]
  if (!routers.believed.some(each => each.mounts?.some(one => one.call === link.name))) return []
  const above = routerOf(call, routers)
  const rule = above?.rule.mounts?.find(each => each.call === link.name)
  if (!rule) return []
  const path =
    typeof rule.path === 'string' ? findKey(link.args, rule.path) : link.args[rule.path ?? -1]
  const prefix = path?.kind === 'string' ? `/${path.value}` : undefined
  const targets = rule.router === 'any' ? link.args : [link.args.at(rule.router)]
  return targets
    .filter(each => each?.kind === 'other' && each.key === '')
    .map(each => ({
      above,
      expression: localRouter(chainName(each!.start), call, routers)
        ? chainName(each!.start)
        : each!.value.replace(/\.(routes|middleware)\(\)$/, ''),
      prefix,
      replaces: rule.replaces === true && prefix !== undefined,
    }))
}

/** What `users().merge(…)` begins with hangs below the whole. */
function baseOf(call: Call, routers: Routers): LocalMount | undefined {
  const { root, links, assigned } = call
  if (root !== '' || assigned === '' || links.length > 1) return undefined
  const above = localRouter(assigned, call, routers)
  const { name } = links[0]!
  if (!above?.rule.links || above.rule.makers.test(name)) return undefined
  return { above, expression: `${name}()`, prefix: undefined, replaces: false }
}

function openScope(call: Call, routers: Routers): void {
  const link = call.links.at(-1)!
  const body = link.args.find(each => each.kind === 'function')
  const above = body && routerOf(call, routers)
  if (!above) return
  const { rule } = above
  const usual = readUsual(link, rule)
  const prefix = groupPrefix(call.links, rule) + (usual?.below ?? '')
  const isGroup = rule.groups?.includes(link.name) === true
  if (prefix === '' && !isGroup) return
  const parameter = isGroup ? (parameterName.exec(body.value)?.[1] ?? '') : ''
  routers.scopes.push({
    start: body.start,
    end: body.end,
    prefix,
    isMember: usual !== undefined && prefix.endsWith('/{id}'),
    isShallow: usual !== undefined && isShallow(link),
    parameter,
    router: above,
  })
}

const parameterName = /^(?:async\s+)?(?:func(?:tion)?\b\s*[\w$]*\s*)?\(?\s*([\w$]+)/
