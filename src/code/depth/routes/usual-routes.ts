// The routes that one word stands for: `resources :users`, `Route::apiResource('photos', …)`. Their paths, methods and
// actions, and what `only` and `except` leave of them.

import type { Argument, Link } from '../calls/calls.ts'
import type { RouteRule } from './route-rule.ts'
import type { UsualRoute } from './usual-tables.ts'

export interface Usual {
  readonly routes: readonly {
    readonly method: string
    readonly path: string
    readonly handler: string
  }[]
  /** In front of what is registered inside of it. */
  readonly below: string
}

/** Undefined where the link is no such word. `chained` are the links that follow it. */
export function readUsual(
  link: Link,
  rule: RouteRule,
  chained: readonly Link[] = [],
): Usual | undefined {
  if (Object.hasOwn(rule.nested ?? {}, link.name))
    return { routes: [], below: rule.nested![link.name]! }
  const word = Object.hasOwn(rule.resources ?? {}, link.name)
    ? rule.resources![link.name]!
    : undefined
  if (!word) return undefined
  const names = link.args.filter(each => each.kind === 'string' && each.key === '')
  const routes = word.routes.filter(isKept([...link.args], chained))
  return {
    routes: names.flatMap(name =>
      routes.map(({ method, path, action }) => ({
        method,
        path: `${pathOf(name, link)}/${path}`,
        handler: handlerOf(name, link, action),
      })),
    ),
    below: names[0] ? `/${pathOf(names[0], link)}${word.isMany ? '/{id}' : ''}` : '',
  }
}

/** `resources :replies, shallow: true`: a reply is found without its review. */
export const isShallow = ({ args }: Link) =>
  args.some(each => each.key === 'shallow' && each.value === 'true')

/** Laravel nests by dots: `photos.comments`. */
function pathOf({ value }: Argument, { args }: Link): string {
  const named = args.find(each => each.key === 'path' && each.kind === 'string')
  return named?.value ?? value.replaceAll('.', '/{id}/')
}

function handlerOf({ value }: Argument, { args }: Link, action: string): string {
  const named = args.find(each => each.kind === 'other' && /::class$/.test(each.value))
  const controller = args.find(each => each.key === 'controller')?.value
  return named
    ? `${named.value.slice(0, -'::class'.length)}.${action}`
    : `${controller ?? value}#${action}`
}

/** `only: %i[index show]`, `->only(['show'])`, `except: :destroy`. */
function isKept(args: readonly Argument[], chained: readonly Link[]) {
  const listed = (word: string) => {
    const own = args.flatMap(each => [each, ...each.items]).find(each => each.key === word)
    const later = chained.find(each => each.name === word)?.args
    const all = own ? [own] : later
    return all?.flatMap(each => (each.kind === 'list' ? each.items : [each])).map(plain)
  }
  const [only, except] = [listed('only'), listed('except')]
  return ({ action }: UsualRoute) => only?.includes(action) ?? !except?.includes(action)
}

const plain = ({ value }: Argument) => value.replace(/^:/, '')
