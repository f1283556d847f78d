// Which calls of a file hang one router below another, and what they hang there: by position, by keyword, through a call that has
// the path, or as a pair. What the name of the lower router means is asked for elsewhere.

import type { Argument, Call } from '../calls/calls.ts'
import { type MountRule, script } from '../routes/route-rule.ts'
import { includedName } from './django-lists.ts'
import { unreadMark } from './mark.ts'
import { maybePath, pathText } from './marks.ts'
import { chainName } from './router-names.ts'
import {
  findKey,
  type LocalRouter,
  localRouter,
  makerOf,
  type Routers,
  routerOf,
} from './routers.ts'

export interface LocalMount {
  readonly above: LocalRouter | undefined
  readonly expression: string
  /** Undefined where none is written. */
  readonly prefix: string | undefined
  readonly replaces: boolean
}

export function readMounts(call: Call, routers: Routers): readonly LocalMount[] {
  const link = call.links.at(-1)!
  const base = baseOf(call, routers) ?? includeIn(call, routers)
  if (base) return [base]
  if (link.name === '[]') return spreadIn(call, routers)
  if (!routers.believed.some(each => each.mounts?.some(one => one.call === link.name))) return []
  const above = madeBy(call, routers) ?? routerOf(call, routers)
  const rules = above?.rule.mounts?.filter(each => each.call === link.name) ?? []
  return rules.flatMap(rule =>
    targetsOf(link.args, rule, routers).flatMap(({ target, path }) =>
      placesOf(path).map(place => {
        const text = place && mountedAt(place, rule, link.args, above!)
        const prefix = text === undefined ? undefined : `/${text}`
        return {
          above,
          expression: expressionOf(target, rule, call, routers),
          prefix,
          replaces: rule.replaces === true && prefix !== undefined,
        }
      }),
    ),
  )
}

/** `app.use(['/v1', '/v2'], users)` serves below both. */
function placesOf(path: Argument | undefined): readonly (Argument | undefined)[] {
  if (!path || !isPathList(path)) return [path]
  return path.items.map(each => ({
    ...each,
    kind: 'string',
    value: pathText(each, script) ?? unreadMark,
  }))
}

const isPathList = ({ kind, items }: Argument) =>
  kind === 'list' && items.some(each => each.kind === 'string')

/** Where any argument may be a router, the first of several is a path when it reads like one, or turns out to be a text. */
function mountedAt(
  path: Argument,
  { router }: MountRule,
  args: readonly Argument[],
  { rule: { languages } }: LocalRouter,
): string | undefined {
  if (path.kind === 'string' || router !== 'any') return pathText(path, languages)
  return args.length > 1 ? maybePath(path, languages) : undefined
}

/** A maker that is given what it serves: `Starlette(routes=routes)`. */
function madeBy(call: Call, routers: Routers): LocalRouter | undefined {
  if (call.assigned === '') return undefined
  const made = localRouter(call.assigned, call, routers)
  return made?.rule.makers.test(makerOf(call).maker) ? made : undefined
}

interface Target {
  readonly target: Argument
  readonly path: Argument | undefined
}

function targetsOf(
  args: readonly Argument[],
  rule: MountRule,
  { calls }: Routers,
): readonly Target[] {
  if (rule.isPair) {
    const pairs = args.filter(each => each.kind === 'string' && /^[A-Z]\w*/.test(each.key))
    if (pairs.length > 0)
      return pairs.map(each => ({
        target: { ...each, kind: 'other', value: each.key },
        path: each,
      }))
  }
  const path = at(args, rule.path)
  const routers =
    rule.router === 'any'
      ? args.filter(each => each.key === '' && !isPath(each, args))
      : at(args, rule.router)
  return [routers ?? []]
    .flat()
    .flatMap(each => (each.kind === 'list' && !isChained(each, calls) ? each.items : [each]))
    .filter(each => each.kind === 'other' || each.kind === 'list')
    .map(each => through(each, rule, calls) ?? { target: each, path })
    .filter(each => rule.through === undefined || rule.router === 'any' || each.path !== path)
}

/** `app.use(process.env.BASE || '/api', users)`: nobody serves that. */
const isPath = (each: Argument, args: readonly Argument[]) =>
  args.length > 1 &&
  each === args[0] &&
  (isPathList(each) || maybePath(each, script)?.includes(unreadMark) === true)

const isChained = ({ start }: Argument, calls: readonly Call[]) =>
  calls.some(each => each.start === start && each.assigned === chainName(start))

/** By position, by keyword, or by the words that lead into an object: `routes.prefix`. */
function at(args: readonly Argument[], place: number | string | undefined): Argument | undefined {
  if (typeof place !== 'string') {
    const found = args.at(place ?? args.length)
    return found?.key === '' ? found : undefined
  }
  const [first, ...inner] = place.split('.')
  const outer = args.find(each => each.key === first) ?? findKey(args, first!)
  return inner.length > 0 ? outer?.items.find(each => each.key === inner[0]) : outer
}

/** `http.StripPrefix("/api", api)`, `mount('/users', users)`. */
function through(target: Argument, rule: MountRule, calls: readonly Call[]): Target | undefined {
  if (rule.through === undefined) return undefined
  const around = calls.find(
    ({ start, end, links }) =>
      start === target.start && end === target.end && links.at(-1)!.name === rule.through,
  )
  const [path, inner] = around?.links.at(-1)?.args ?? []
  return inner?.kind === 'other' ? { target: inner, path } : undefined
}

function expressionOf(
  { start, value }: Argument,
  { method }: MountRule,
  call: Call,
  routers: Routers,
): string {
  if (localRouter(chainName(start), call, routers)) return chainName(start)
  const plain = boundCall(value, call, routers) ?? value.replace(/\.(routes|middleware)\(\)$/, '')
  return method === undefined ? plain : `${plain.replace(/\(.*$/s, '')}.${method}`
}

/** The call that the name was given before, in a function around or in none: `let users = users::router();`. */
function boundCall(name: string, call: Call, routers: Routers): string | undefined {
  const { calls, file } = routers
  if (!/^[\w$]+$/.test(name) || localRouter(name, call, routers)) return undefined
  const around = file.functionsAround(call)
  const isSeen = ([within]: readonly number[]) => within === undefined || around.includes(within)
  const bound = calls.findLast(
    each => each.assigned === name && each.end < call.start && isSeen(file.functionsAround(each)),
  )
  const text = bound && file.source.slice(bound.start, bound.end)
  return text && /^[\w$.:]+\([^()]*\)$/.test(text) ? text : undefined
}

/** `[*users.routes, Route("/", home)]`, and the names in `routes![list, users::show]`. */
function spreadIn(call: Call, routers: Routers): readonly LocalMount[] {
  const above = routerOf(call, routers)
  if (!above) return []
  const isOfNames = above.rule.entries === undefined
  return call.links[0]!.args.filter(
    each => each.kind === 'other' && (isOfNames || each.value.startsWith('*')),
  ).map(({ value }) => ({
    above,
    expression: value.replace(/^\*/, ''),
    prefix: undefined,
    replaces: false,
  }))
}

/** `path('api/', include(more))`, `path('api/', include(router.urls))`. */
function includeIn(call: Call, routers: Routers): LocalMount | undefined {
  const [path, include] = call.links.at(-1)!.args
  if (include?.kind !== 'other' || !include.value.startsWith('include(')) return undefined
  const expression = includedName(include, routers.calls)
  const above = expression === undefined ? undefined : routerOf(call, routers)
  const prefix = path && pathText(path, ['python'])
  if (prefix === undefined || expression === undefined || above?.framework !== 'django')
    return undefined
  return { above, expression, prefix, replaces: false }
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
