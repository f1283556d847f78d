// The functional style of Spring in Java: method and path stand in a predicate, `route(GET("/x").and(accept(JSON)), books::all)`, and what
// a nest holds is an argument of it. They become the calls that other frameworks have: `GET("/x", books::all)`, and a nest of a block.

import type { Argument, Call, Link } from '../calls/calls.ts'
import { upper } from '../routes/http-verbs.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { unreadMark } from './mark.ts'
import { pathText } from './marks.ts'

export function withPredicates(
  all: readonly Call[],
  believed: readonly RouteRule[],
): readonly Call[] {
  const rule = believed.find(each => each.groups?.includes('andNest'))
  if (!rule) return all
  const named = all.filter(each => each.links.length === 1 && namesOne.test(lastOf(each).name))
  const inside = ({ start, end }: Argument) =>
    named.filter(each => start <= each.start && each.end <= end).map(lastOf)
  const read = (link: Link) => readLink(link, inside)
  return all.map(each => ({
    ...each,
    root: each.root === 'RouterFunctions' ? '' : each.root,
    links: each.links.map(read),
  }))
}

const verbs = Object.keys(upper).join('|')
/** What a predicate is made of, where that says path or method. */
const namesOne = new RegExp(`^(path|method|${verbs})$`)

const lastOf = ({ links }: Call) => links.at(-1)!

function readLink(link: Link, inside: (predicate: Argument) => readonly Link[]): Link {
  const [first, ...rest] = link.args
  if (first?.kind !== 'other' || !/^(route|nest|andRoute|andNest)$/.test(link.name)) return link
  const parts = inside(first)
  if (/nest$/i.test(link.name))
    return { ...link, args: [pathOf(first, parts), ...rest.map(asBlock)] }
  const verb = parts.map(verbOf).find(each => each !== undefined)
  return verb === undefined ? link : { name: verb, args: [pathOf(first, parts), ...rest] }
}

/** `GET("/x")`, `method(HttpMethod.GET)`. */
function verbOf({ name, args }: Link): string | undefined {
  if (name !== 'method') return Object.hasOwn(upper, name) ? name : undefined
  return args[0]?.value.split('.').at(-1)
}

/** Nothing where it asks for other things than a path; unread where a path is one of several that it may be. */
function pathOf(predicate: Argument, parts: readonly Link[]): Argument {
  const told = parts.find(each => each.name !== 'method')?.args[0]
  const isSplit = /\.(or|negate)\(/.test(predicate.value)
  const text = told && (pathText(told, ['java']) ?? unreadMark)
  const value = isSplit ? unreadMark : (text ?? '')
  return { ...predicate, kind: 'string', value: /^(\/|$)/.test(value) ? value : `/${value}` }
}

const asBlock = (each: Argument): Argument =>
  each.kind === 'other' ? { ...each, kind: 'function' } : each
