// Who registers routes in a file: names made by a framework, names derived from those, and names believed for want of a maker.
// A name that the file makes from something else is never believed: `app = new Map()`.

import type { Argument, Call, Link } from './calls.ts'
import { type RouteRule, routeRules } from './route-rules.ts'

interface Router {
  readonly rule: RouteRule
  /** Its own part of the path, and the routers that it hangs below. */
  readonly prefix: string
  readonly parents: { readonly name: string; readonly prefix: string }[]
}

/** A function in which routes get a path in front: `r.Route("/admin", func(r chi.Router) { … })`. */
interface Scope {
  readonly start: number
  readonly end: number
  readonly prefix: string
}

export interface Routers {
  readonly calls: readonly Call[]
  readonly rules: readonly RouteRule[]
  readonly byName: ReadonlyMap<string, Router>
  /** Names that hold the result of some call. */
  readonly made: ReadonlySet<string>
  readonly scopes: readonly Scope[]
}

export interface FileFacts {
  readonly path: string
  readonly language: string
  readonly modules: readonly string[]
}

export function findRouters(all: readonly Call[], file: FileFacts): Routers {
  const rules = routeRules.filter(each => each.languages.includes(file.language))
  const believed = rules.filter(each => isBelieved(each, file))
  const made = new Set(all.map(each => each.assigned).filter(name => name !== ''))
  const byName = new Map<string, Router>()
  const routers: Routers = { calls: [], rules: believed, byName, made, scopes: [] }
  for (const call of all) {
    if (call.assigned === '' || byName.has(call.assigned)) continue
    const router = makeRouter(call, rules, routers)
    if (router) byName.set(call.assigned, router)
  }
  const calls = all.map(call => onItsRouter(call, rules))
  for (const call of calls) hangBelow(call, routers)
  return { ...routers, calls, scopes: calls.flatMap(call => openScope(call, routers)) }
}

/** `const books = new Hono().get('/', list)` registers on `books`. */
function onItsRouter(call: Call, rules: readonly RouteRule[]): Call {
  const [first, ...rest] = call.links
  if (call.root !== '' || call.assigned === '' || rest.length === 0) return call
  if (!rules.some(({ makers }) => makers.test(first!.name))) return call
  return { ...call, root: call.assigned, links: rest.slice(-1) }
}

/** The rule by which a call may register something. */
export function ruleFor(
  { root, links }: Call,
  { byName, made, rules }: Routers,
): RouteRule | undefined {
  const known = byName.get(root)
  if (known) return known.rule
  if (made.has(root)) return undefined
  const maker = root === '' && links.length > 1 ? links[0]!.name : undefined
  return rules.find(each => (maker && each.makers.test(maker)) || each.guess?.test(root))
}

function isBelieved({ imports, files }: RouteRule, { path, modules }: FileFacts): boolean {
  if (!imports && !files) return true
  return (
    files?.test(path) === true ||
    (imports !== undefined && modules.some(each => imports.test(each)))
  )
}

function makeRouter(call: Call, rules: readonly RouteRule[], routers: Routers): Router | undefined {
  const [first, ...rest] = call.links
  const maker = call.root === '' ? first!.name : `${call.root}.${first!.name}`
  const rule = rules.find(({ makers }) => makers.test(maker))
  if (rule)
    return { rule, prefix: keywordPrefix(first!, rule) + groupPrefix(rest, rule), parents: [] }
  const parent = ruleFor(call, routers)
  if (!parent?.groups?.includes(call.links.at(-1)!.name)) return undefined
  const prefix = groupPrefix(call.links, parent)
  return { rule: parent, prefix: '', parents: [{ name: call.root, prefix }] }
}

function keywordPrefix({ args }: Link, { prefix }: RouteRule): string {
  const keyed = prefix === undefined ? undefined : findKey(args, prefix)
  return keyed?.kind === 'string' ? `/${keyed.value}` : ''
}

export function findKey(args: readonly Argument[], key: string): Argument | undefined {
  const entries = args.flatMap(each => (each.kind === 'object' ? each.items : [each]))
  return entries.find(each => each.key === key)
}

function groupPrefix(links: readonly Link[], rule: RouteRule): string {
  return links
    .filter(({ name }) => rule.groups?.includes(name))
    .map(link => {
      const first = link.args[0]
      const own = first?.kind === 'string' && first.key === '' ? `/${first.value}` : ''
      return own || keywordPrefix(link, rule)
    })
    .join('')
}

/** `app.use('/api', users)`, where the file makes `users`. */
function hangBelow(call: Call, routers: Routers): void {
  const mount = readMount(call, routers)
  if (!mount) return
  const router = routers.byName.get(mount.router)
  if (router && mount.router !== call.root)
    router.parents.push({ name: call.root, prefix: mount.prefix })
}

export interface Mount {
  readonly router: string
  readonly prefix: string
}

export function readMount(call: Call, routers: Routers): Mount | undefined {
  const link = call.links.at(-1)!
  const rule = ruleFor(call, routers)?.mounts?.find(each => each.call === link.name)
  if (!rule) return undefined
  const router = link.args.at(rule.router)
  if (router?.kind !== 'other') return undefined
  const path = typeof rule.path === 'string' ? findKey(link.args, rule.path) : link.args[rule.path]
  const name = router.value.replace(/\.routes\(\)$/, '')
  return { router: name, prefix: path?.kind === 'string' ? `/${path.value}` : '' }
}

function openScope(call: Call, routers: Routers): Scope[] {
  const rule = ruleFor(call, routers)
  const body = call.links.at(-1)!.args.find(each => each.kind === 'function')
  if (!rule || !body) return []
  const prefix = groupPrefix(call.links, rule) + nestedPrefix(call.links.at(-1)!, rule)
  return prefix === '' ? [] : [{ start: body.start, end: body.end, prefix }]
}

/** What is registered inside a collection belongs to one of its members. */
function nestedPrefix({ name, args }: Link, { resources }: RouteRule): string {
  if (!resources?.[name] || args[0]?.kind !== 'string') return ''
  return name === 'resource' ? `/${args[0].value}` : `/${args[0].value}/{id}`
}

/** Cycles of mounts end here. */
const deepest = 8

/** Every path that leads to what a call registers: one for each place that its router is mounted at. */
export function prefixesOf(
  call: Call,
  rule: RouteRule,
  { byName, scopes }: Routers,
): readonly string[] {
  const own = groupPrefix(call.links.slice(0, -1), rule)
  const inside = scopes.filter(({ start, end }) => start <= call.start && call.end <= end)
  const scoped = inside.map(each => each.prefix).join('')
  return routerPrefixes(call.root, byName, 0).map(prefix => `${prefix}/${scoped}/${own}`)
}

function routerPrefixes(name: string, byName: Routers['byName'], depth: number): readonly string[] {
  const router = byName.get(name)
  if (!router) return ['']
  if (depth === deepest || router.parents.length === 0) return [router.prefix]
  return router.parents.flatMap(parent =>
    routerPrefixes(parent.name, byName, depth + 1).map(
      outer => `${outer}/${parent.prefix}/${router.prefix}`,
    ),
  )
}
