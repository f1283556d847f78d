// The path of a route of Hono that has none of its own: the last one that its chain has named, `app.get('/x', show).post(add)`, or that of
// the whole application where the chain begins with it. Pure, on calls alone.

import type { Argument, Call } from '../calls/calls.ts'
import type { RouteRule } from './route-rule.ts'

/** Undefined where the call has a path, or where nobody can tell which one is kept. */
export function keptPath(call: Call, calls: readonly Call[], rule: RouteRule): string | undefined {
  if (!areHandlers(call.links.at(-1)!.args)) return undefined
  const before = calls
    .filter(each => each.start === call.start && each.end < call.end)
    .toSorted((one, other) => other.end - one.end)
  for (const { links, root } of before) {
    const path = pathAfter(links.at(-1)!.name, links.at(-1)!.args, rule)
    if (path === unknown) return undefined
    if (path !== undefined) return path
    if (links.length === 1 && rule.makers.test(links[0]!.name) && root === '') return ''
  }
  return undefined
}

const unknown = Symbol('a path that is not written')

/** Nothing where the link leaves the path as it was. */
function pathAfter(
  name: string,
  [first, second]: readonly Argument[],
  { verbs, methodFirst, groups }: RouteRule,
): string | undefined | typeof unknown {
  if (groups?.includes(name)) return ''
  const isVerb = name === 'use' || Object.hasOwn(verbs, name)
  const place = methodFirst?.includes(name) ? second : isVerb ? first : undefined
  if (place?.kind === 'string') return place.value
  if (name === 'use') return '*'
  return place && !areHandlers([place]) ? unknown : undefined
}

/** The first is a function in place or what a call gives, or there is one name alone: of several the first may hold a path. */
const areHandlers = ([first, ...others]: readonly Argument[]) =>
  first !== undefined &&
  (first.kind === 'function' ||
    (first.kind === 'other' &&
      (/\)$/.test(first.value) || (others.length === 0 && /^[\w$.]+$/.test(first.value)))))
