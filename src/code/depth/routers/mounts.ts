// Routers of other files and functions that a call hangs below one of this file: `app.use('/users', users)`, `include('shop.urls')`,
// `r.Mount("/debug", debugRouter())`, and routers that are handed to a function which registers on them.

import type { Mount, MountTarget } from '../../model.ts'
import type { Argument, Call } from '../calls/calls.ts'
import { routePath } from '../routes/route-path.ts'
import { readMounts } from './local-mounts.ts'
import { pathText } from './marks.ts'
import { placesOf, waysTo } from './router-ways.ts'
import {
  groupPrefix,
  homeOf,
  type LocalRouter,
  localRouter,
  type Routers,
  routerOf,
  withoutSelf,
} from './routers.ts'

interface Hanging {
  readonly above: LocalRouter
  readonly path: string
  readonly target: MountTarget
  readonly replaces: boolean
}

export function calledMounts(
  call: Call,
  routers: Routers,
  number: (router: LocalRouter) => number,
): readonly Mount[] {
  const found = [
    ...mounted(call, routers),
    ...included(call, routers),
    ...handed(call, routers),
    ...required(call, routers),
    ...drawn(call, routers),
  ]
  const below = found.flatMap(({ above, path, target, replaces }) =>
    waysTo(call, above, routers).map(way => ({
      router: number(way.router),
      framework: above.framework,
      path: routePath(way.path, path),
      target,
      replaces,
      line: call.line,
      ...(call.walked && { walked: call.walked }),
    })),
  )
  return [...below, ...loaded(call)]
}

/** `draw :admin` in the routes of Rails is config/routes/admin.rb. */
function drawn(call: Call, routers: Routers): readonly Hanging[] {
  const { name, args } = call.links.at(-1)!
  const above = name === 'draw' && args[0]?.kind === 'string' ? routerOf(call, routers) : undefined
  if (above?.framework !== 'rails') return []
  const target = { kind: 'file' as const, text: `config/routes/${args[0]!.value}.rb` }
  return [{ above, path: '', target, replaces: false }]
}

/** Laravel is made with its files: `->withRouting(web: …, api: …, apiPrefix: 'v1')`. */
function loaded({ links, line }: Call): readonly Mount[] {
  const { name, args } = links.at(-1)!
  if (name !== 'withRouting') return []
  const api = args.find(each => each.key === 'apiPrefix')?.value ?? 'api'
  return args
    .filter(each => /^(web|api|commands|channels)$/.test(each.key))
    .flatMap(({ key, value }) => {
      const file = fileIn(value)
      if (file === undefined) return []
      const path = routePath(key === 'api' ? api : '')
      const target = { kind: 'file' as const, text: file }
      return [{ router: -1, framework: 'laravel', path, target, replaces: false, line }]
    })
}

/** The path that an expression ends in: `__DIR__.'/../routes/web.php'`, `base_path('routes/api.php')`. */
const fileIn = (expression: string) => /["'](?:\.{0,2}\/)*([^"']+\.php)["']/.exec(expression)?.[1]

/** A router that has its place in this very file, for what is registered on it elsewhere. */
export function localMounts(
  own: LocalRouter,
  number: (router: LocalRouter) => number,
): readonly Mount[] {
  if (own.within >= 0 || own.name.startsWith('#')) return []
  return placesOf(own).map(({ router, path, replaces }) => ({
    router: number(router),
    framework: own.framework,
    path: routePath(path),
    target: { kind: 'expression', text: own.name },
    replaces,
    line: own.line,
  }))
}

function mounted(call: Call, routers: Routers): readonly Hanging[] {
  return readMounts(call, routers).flatMap(({ above, expression, prefix, replaces }) =>
    above && !localRouter(expression, call, routers)
      ? [
          {
            above,
            path: prefix ?? '',
            target: targetOf(ofInstance(expression, call, routers), above),
            replaces,
          },
        ]
      : [],
  )
}

/** `items.router` is `Items.router` where the function or the file says `items = Items(repository)`. */
function ofInstance(expression: string, call: Call, { calls, file }: Routers): string {
  const [, name, rest] = /^(?:this\.|self\.)?(\w+)(\.\w+)$/.exec(expression) ?? []
  if (name === undefined) return expression
  const around = [...file.functionsAround(call), -1]
  const makers = calls.filter(
    each =>
      withoutSelf(each.assigned) === name &&
      around.includes(homeOf(each, file)) &&
      each.links.length === 1,
  )
  const [made] = makers
  const maker = made && `${made.root === '' ? '' : `${made.root}.`}${made.links[0]!.name}`
  const isOfClass = maker !== undefined && /^(new )?(\w+\.)*[A-Z]\w*$/.test(maker)
  return isOfClass && makers.length === 1 ? `${maker.replace(/^new /, '')}${rest}` : expression
}

/** Laravel loads files: `->group(base_path('routes/api.php'))`. */
function targetOf(expression: string, { framework }: LocalRouter): MountTarget {
  const file = framework === 'laravel' && fileIn(expression)
  return file ? { kind: 'file', text: file } : { kind: 'expression', text: expression }
}

/** `path('api/', include('shop.urls'))`. */
function included(call: Call, routers: Routers): readonly Hanging[] {
  const [path, include] = call.links.at(-1)!.args
  const text = /^include\(\s*\(?\s*["']([\w.]+)["']/.exec(include?.value ?? '')?.[1]
  const above = text === undefined ? undefined : routerOf(call, routers)
  const prefix = path && pathText(path, ['python'])
  if (prefix === undefined || text === undefined || above?.framework !== 'django') return []
  return [{ above, path: prefix, target: { kind: 'module', text }, replaces: false }]
}

/** `require __DIR__.'/auth.php'` in a file of routes. */
function required(call: Call, routers: Routers): readonly Hanging[] {
  const { name, args } = call.links.at(-1)!
  if (routers.file.language !== 'php' || !/^(require|include)(_once)?$/.test(name)) return []
  const file = fileIn(args[0]?.value ?? '')
  const above = [...routers.byKey.values()].find(each => each.rule.isWholeFile && each.within < 0)
  if (file === undefined || !above) return []
  return [{ above, path: '', target: { kind: 'file', text: file }, replaces: false }]
}

/** `registerUsers(v1)`: what the function registers on its parameter lies below `v1`. */
function handed(call: Call, routers: Routers): readonly Hanging[] {
  if (call.isAnnotation) return []
  if (routers.file.language === 'csharp' && routerOf(call, routers)) return extended(call, routers)
  if (call.root === '' && routerOf(call, routers)?.rule.hasReceivers) return received(call, routers)
  // `users.New(db).Routes(mux)`
  const isOfValue = routers.file.language === 'go' && call.links.length === 2 && call.root !== ''
  if (call.links.length !== 1 && !isOfValue) return []
  const { args } = call.links.at(-1)!
  const given = args.map(each => routerIn(each, call, routers)).find(each => each)
  if (!given || localRouter(call.root, call, routers)) return []
  const names = call.links.map(each => each.name)
  const text = [...(call.root === '' ? [] : [call.root]), ...names].join('.')
  return [{ ...given, target: { kind: 'expression', text }, replaces: false }]
}

/** `app.MapGroup("/api/beds").MapBeds()`: an extension method is given what it hangs from. */
function extended(call: Call, routers: Routers): readonly Hanging[] {
  const above = routerOf(call, routers)!
  const { name } = call.links.at(-1)!
  const { groups = [], methodSecond = [], verbs } = above.rule
  const isOwn = [...groups, ...methodSecond].includes(name)
  if (!name.startsWith('Map') || isOwn || Object.hasOwn(verbs, name)) return []
  return [{ above, path: '', target: { kind: 'expression', text: name }, replaces: false }]
}

/** `userRoutes()` within `routing { … }`, where `fun Route.userRoutes()` stands elsewhere. */
function received(call: Call, routers: Routers): readonly Hanging[] {
  const above = routerOf(call, routers)!
  const { verbs, groups = [] } = above.rule
  const { name } = call.links.at(-1)!
  const isWord = (each: string) => groups.includes(each) || Object.hasOwn(verbs, each)
  const isAnswering = routers.calls.some(
    each =>
      each.start < call.start &&
      call.end < each.end &&
      Object.hasOwn(verbs, each.links.at(-1)!.name) &&
      routerOf(each, routers) !== undefined,
  )
  if (call.links.length > 1 || isWord(name) || isAnswering) return []
  return [{ above, path: '', target: { kind: 'expression', text: name }, replaces: false }]
}

/** What a class above registers, a class below serves: `class Users < Api`. */
export function inheritedMounts(
  routers: Routers,
  number: (router: LocalRouter) => number,
): readonly Mount[] {
  return [...routers.byKey.values()].flatMap(own => {
    const type = routers.file.classes.find(each => own.rule.classes && each.name === own.name)
    const base = type && own.rule.classes!.exec(type.header)?.groups?.base
    if (!base || /^(::)?(Sinatra|Grape)::/.test(base) || own.rule.answeredBy) return []
    const target = { kind: 'expression' as const, text: base }
    const { framework, line } = own
    return [{ router: number(own), framework, path: '/', target, replaces: false, line }]
  })
}

type Given = Pick<Hanging, 'above' | 'path'>

/** A router by its name, in Python under a keyword too, or a group that is made in place: `registerBeds(api.Group("/beds"))`. */
function routerIn(each: Argument, call: Call, routers: Routers): Given | undefined {
  const isNamed = each.key !== '' && routers.file.language !== 'python'
  if (each.kind !== 'other' || isNamed) return undefined
  const named = localRouter(each.value, call, routers)
  if (named) return { above: named, path: '' }
  const group = callAt(each, routers.calls)
  const above = group && routerOf(group, routers)
  return above?.rule.groups?.includes(group!.links.at(-1)!.name)
    ? { above, path: groupPrefix(group!.links, above.rule) }
    : undefined
}

const places = new WeakMap<readonly Call[], ReadonlyMap<string, Call>>()

/** The call that an argument is; the first, where several end there. */
function callAt({ start, end }: Argument, calls: readonly Call[]): Call | undefined {
  const known =
    places.get(calls) ??
    new Map(calls.toReversed().map(each => [`${each.start} ${each.end}`, each]))
  places.set(calls, known)
  return known.get(`${start} ${end}`)
}
