// Who registers routes in a file: names made by a framework, names derived from those, and names believed for want of a maker.
// A name that the file makes from something else is never believed: `app = new Map()`. Names count within their function.

import type { Router } from '../../model.ts'
import type { Argument, Call, Link } from '../calls/calls.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { doubtedRule } from './doubted-routers.ts'
import { fieldName, fieldPrefix, isTyped } from './go-fields.ts'
import { unreadMark } from './mark.ts'
import { pathText } from './marks.ts'
import { isOwnClass } from './own-makers.ts'

export interface LocalRouter extends Omit<Router, 'prefix'> {
  /** A later call may set it. */
  prefix: string
  readonly rule: RouteRule
  /** Routers of the same file that it hangs below. */
  readonly parents: { readonly router: LocalRouter; readonly prefix: string; replaces: boolean }[]
}

/** A function in which routes get a path in front: `r.Route("/admin", func(r chi.Router) { … })`. */
export interface Scope {
  readonly start: number
  readonly end: number
  readonly prefix: string
  /** Below one member of a collection, which what is shallow leaves. */
  readonly isMember: boolean
  /** What lies in it is shallow. */
  readonly isShallow: boolean
  /** The name that stands for the router in it. */
  readonly parameter: string
  /** The name under which other calls ask for what it registers. */
  readonly concern: string
  readonly router: LocalRouter
}

/** A list whose entries register on what it is handed to. */
interface Holder {
  readonly start: number
  readonly end: number
  readonly router: LocalRouter
}

export interface Routers {
  readonly calls: readonly Call[]
  readonly file: FileFacts
  /** Those that apply to names that nothing in the file makes. */
  readonly believed: readonly RouteRule[]
  /** Those among them whose types the file names. */
  readonly typed: readonly RouteRule[]
  /** By function and name. */
  readonly byKey: Map<string, LocalRouter>
  /** Keys of names that hold the result of some call. */
  readonly made: ReadonlySet<string>
  readonly scopes: Scope[]
  readonly holders: Holder[]
}

export interface ClassAround {
  readonly name: string
  /** Its first line. */
  readonly header: string
}

export interface FileFacts {
  readonly path: string
  readonly language: string
  readonly source: string
  readonly modules: readonly string[]
  /** Names that imports bring into the file, and from where. */
  readonly imported: ReadonlyMap<string, string>
  /** Indices of the functions around a call, innermost first. */
  readonly functionsAround: (call: Call) => readonly number[]
  /** A function that does nothing until it is called by its name. */
  readonly isPlainFunction: (index: number) => boolean
  readonly endLineOf: (index: number) => number
  readonly classAround: (call: Call) => ClassAround | undefined
  readonly classes: readonly ClassAround[]
}

export const keyOf = (name: string, within: number) => `${within}:${withoutSelf(name)}`

export const withoutSelf = (name: string) => name.replace(/^(this|self)\./, '')

/** The function whose name an assignment binds; what an object keeps for itself belongs to the whole file. */
export function homeOf(call: Call, { functionsAround }: FileFacts): number {
  return /^(this|self)\./.test(call.assigned) ? -1 : (functionsAround(call)[0] ?? -1)
}

/** The router that a call hangs from. */
export function routerOf(call: Call, routers: Routers): LocalRouter | undefined {
  const { byKey, made, file, scopes } = routers
  const around = scopes.filter(({ start, end }) => start < call.start && call.end <= end)
  const inner = around.findLast(each => each.parameter !== '' && each.parameter === call.root)
  if (inner) return inner.router
  const own = listRouter(call, routers) ?? classRouter(call, routers)
  if (own || call.links.at(-1)!.name === '[]') return own
  for (const within of [...file.functionsAround(call), -1]) {
    const key = keyOf(call.root, within)
    const known = byKey.get(key)
    if (known) return known
    if (made.has(key)) return undefined
  }
  return namelessRouter(call, routers) ?? givenRouter(call, routers)
}

/** The router that a list is, and the one of the list that an entry stands in. */
function listRouter(call: Call, { believed, byKey, file, holders }: Routers) {
  const { name } = call.links.at(-1)!
  if (name === '[]') return byKey.get(keyOf(call.assigned, homeOf(call, file)))
  const rule = believed.find(each => each.entries?.test(fullName(call)))
  const around = holders.filter(({ start, end }) => start < call.start && call.end < end)
  return rule && around.findLast(each => each.router.rule === rule)?.router
}

const fullName = ({ root, links }: Call) =>
  `${[root, ...links.map(each => each.name)].filter(each => each !== '').join('.')}(`

/** What the body of a class registers on the class: `class Shop < Sinatra::Base`. */
function classRouter(call: Call, { believed, byKey, file }: Routers): LocalRouter | undefined {
  const rules = call.root === '' ? believed.filter(each => each.classes) : []
  const type = rules.length > 0 ? file.classAround(call) : undefined
  const rule = rules.find(each => type && each.classes!.test(type.header))
  if (!type || !rule) return undefined
  const isOfClass = rule.answeredBy !== undefined || file.functionsAround(call).length === 0
  if (!isOfClass) return undefined
  const key = keyOf(`class ${type.name}`, -1)
  const runs = new RegExp(String.raw`\b${type.name}\.run!|^[ \t]*run!`, 'm').test(file.source)
  const kind = runs || rule.answeredBy !== undefined ? 'application' : 'router'
  const own = { name: type.name, within: -1, kind, prefix: '', line: call.line } as const
  const found = byKey.get(key) ?? router(rule, own)
  byKey.set(key, found)
  return found
}

/** `express().get('/', home)` needs no name. */
function namelessRouter({ root, links, line }: Call, { believed, file }: Routers) {
  const first = root === '' && links.length > 1 ? links[0]!.name : undefined
  const maker = first !== undefined && isOwnClass(first, file) ? undefined : first
  const rule = believed.find(each => maker !== undefined && each.makers.test(maker))
  return rule && router(rule, { name: '', within: -1, kind: 'application', prefix: '', line })
}

/** A name that another file or a caller gives: the first call on it makes it known. */
function givenRouter(call: Call, routers: Routers): LocalRouter | undefined {
  const { believed, typed, byKey, file } = routers
  const name = withoutSelf(call.root)
  const own = typed.filter(each => isTyped(name, each, file))
  const guessed = () => believed.filter(each => each.guess?.test(name) && isBare(call.root, file))
  const rules = own.length > 0 ? own : guessed()
  const { name: word, args } = call.links.at(-1)!
  const isDescribed = /^(object|list)$/.test(args[0]?.kind ?? '')
  const isPlugin = word === 'register' && args[0]?.kind === 'other'
  const known =
    rules.find(each => file.modules.includes(each.framework)) ??
    rules.find(each => isDescribed && each.described === word) ??
    rules.find(each => isPlugin && each.mounts?.some(one => one.call === word)) ??
    rules[0]
  const isRouter = (argument: string) => localRouter(argument, call, routers) !== undefined
  const rule = known ?? doubtedRule(call, { ...routers, isRouter })
  const [inner = -1] = file.functionsAround(call)
  if (!rule || (name === '' && rule.hasReceivers && inner < 0)) return undefined
  const isNameless = name === '' && rule.hasReceivers !== true
  const isOfFile = isNameless || file.imported.has(name) || rule.isWholeFile === true
  const within = isOfFile ? -1 : inner
  const isMounted =
    (rule.isWholeFile === true && rule.files?.test(file.path) !== false) ||
    rule.parts?.test(file.path) === true
  const kind = isMounted ? 'router' : 'given'
  const prefix = fieldPrefix(call.root, file)
  const about = { name, within, kind, prefix, line: call.line } as const
  const found = router(rule, known ? about : { ...about, isDoubted: true })
  byKey.set(keyOf(name, within), found)
  return found
}

/** A field of Go that is called like a group says nothing of its prefix, and a package that is called so is none, but for the one of Go itself. */
const isBare = (root: string, { language, modules }: FileFacts) => {
  if (language !== 'go') return true
  if (root.startsWith('this.')) return /^this\.(r|router|mux|engine|e|echo|app|server)$/i.test(root)
  return !modules.some(each => each !== 'net/http' && `/${each}`.endsWith(`/${root}`))
}

export function router(rule: RouteRule, own: Omit<Router, 'framework'>): LocalRouter {
  return { ...own, framework: rule.framework, rule, parents: [] }
}

/** `express.Router`, `new Hono`; `require('express').Router` too. */
export function makerOf({ root, links }: Call): { maker: string; rest: readonly Link[] } {
  const [first, second, ...rest] = links
  if (first!.name === 'require' && first!.args[0]?.kind === 'string' && second)
    return { maker: `${first!.args[0].value}.${second.name}`, rest }
  const [, isNew, name] = /^(new )?(.*)$/s.exec(first!.name)!
  const bare = /^require\(["'](.+)["']\)$/.exec(name!)?.[1] ?? name!
  const maker = `${isNew ?? ''}${root === '' ? bare : `${root}.${bare}`}`
  return { maker, rest: links.slice(1) }
}

export function keywordPrefix(link: Link, rule: RouteRule): string {
  const keyed = rule.prefix === undefined ? undefined : findKey(link.args, rule.prefix)
  const text = keyed && pathText(keyed, rule.languages)
  return versionPath(link, rule) + (text === undefined ? '' : `/${text}`)
}

/** `version=1` of Sanic is `/v1`. */
export function versionPath({ args }: Link, { version }: RouteRule): string {
  const keyed = version === undefined ? undefined : findKey(args, version)
  if (!keyed) return ''
  return /^\d[\d.]*$/.test(keyed.value) ? `/v${keyed.value}` : `/${unreadMark}`
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
    .map(link => keywordPrefix(link, rule) || piecesOf(link, rule) || markedGroup(link, rule))
    .join('')
}

/** `r.Group(cfg.Base)`; where the path of a group stands in a keyword, its first argument is something else. */
function markedGroup({ name, args: [first] }: Link, { prefix, languages, framework }: RouteRule) {
  const isWithoutPath = (framework === 'chi' && name === 'Group') || languages.includes('rust')
  if (first?.key !== '' || first.kind !== 'other' || isWithoutPath) return ''
  const isKeyed = prefix !== undefined && framework !== 'elysia'
  const text = isKeyed ? undefined : pathText(first, languages)
  return text === undefined ? '' : `/${text}`
}

/** What a group with a function puts in front holds within that function only. */
export const withoutBlocks = (links: readonly Link[]): readonly Link[] =>
  links.filter(each => !each.args.some(one => one.kind === 'function'))

/** `group("users", ":id")` has all of its pieces, others the first. */
function piecesOf({ name, args }: Link, { isPieced, parameterGroup }: RouteRule): string {
  const texts = args.filter(each => each.kind === 'string' && each.key === '')
  const pieces = isPieced ? texts : texts.filter(each => each === args[0])
  return pieces.map(({ value }) => (name === parameterGroup ? `/{${value}}` : `/${value}`)).join('')
}

/** The router of this file that a name means at the place of a call. */
export function localRouter(
  name: string,
  call: Call,
  { byKey, file }: Routers,
): LocalRouter | undefined {
  const own = fieldName(name, file)
  const places = [...file.functionsAround(call), -1].map(within => byKey.get(keyOf(own, within)))
  const found = places.find(each => each !== undefined)
  // A module may be brought in by the very statement that makes the router: `const users = require('express').Router()`.
  return found?.kind === 'given' && file.imported.has(name) ? undefined : found
}
