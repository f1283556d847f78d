// Routes that calls register, read from the calls of a file by the rows of the route table, and the routers that they hang on.

import { handedFunction } from '../../bodies/handed.ts'
import type { Mount, Route, Router } from '../../model.ts'
import type { Call } from '../calls/calls.ts'
import { isHollowText } from '../hollow.ts'
import { findRouters } from '../routers/find-routers.ts'
import { hasMark } from '../routers/mark.ts'
import { calledMounts, inheritedMounts, localMounts } from '../routers/mounts.ts'
import { waysTo } from '../routers/router-ways.ts'
import { type FileFacts, type LocalRouter, routerOf, versionPath } from '../routers/routers.ts'
import { type Registration, register } from './registration.ts'
import { optionalPaths, routePath } from './route-path.ts'
import type { RouteRule } from './route-rule.ts'

export interface RouteFacts {
  readonly routes: readonly Route[]
  readonly routers: readonly Router[]
  readonly mounts: readonly Mount[]
}

/** Names the function that an annotation on this line is about. */
export type Decorated = (line: number) => string

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
    const { rule } = own
    const found = register(call, { rule, calls: routers.calls, source: file.source })
    if (found.length === 0) return []
    return found.flatMap(each =>
      waysTo(call, own, routers, isOfMember(each)).flatMap(({ router, path }) =>
        toRoutes(
          answeredBy(each, call, rule, file),
          {
            call,
            path: versionPath(call.links.at(-1)!, rule) + path,
            router: number(router),
            within: caller(call, own, file),
          },
          file,
          decorated,
        ),
      ),
    )
  })
  // What other files register on a router of this one needs its place.
  const known = [...routers.byKey.values()]
  known.forEach(number)
  const mounts = [
    ...calls.flatMap(call => calledMounts(call, routers, number)),
    ...known.flatMap(each => localMounts(each, number)),
    ...inheritedMounts(routers, number),
  ]
  const listed = [...numbers.keys()].map(
    ({ framework, name, within, kind, prefix, line, ...told }) => ({
      framework,
      name,
      within,
      kind,
      prefix: routePath(prefix),
      line,
      ...(told.madeBy && { madeBy: told.madeBy }),
      ...(told.isDoubted && { isDoubted: true }),
      ...(told.isOnlyExported && { isOnlyExported: true }),
      ...(told.isDropped && { isDropped: true }),
    }),
  )
  return { routes, routers: listed, mounts }
}

/** A class that answers by one of its methods what another of them registers. */
function answeredBy(
  found: Registration,
  call: Call,
  rule: RouteRule,
  { classAround }: FileFacts,
): Registration {
  const type = rule.answeredBy === undefined ? undefined : classAround(call)
  return type ? { ...found, handler: `${type.name}.${rule.answeredBy}` } : found
}

/** `replies/{id}` and what follows. */
const isOfMember = ({ path }: Registration) => /\{id\}/.test(path)

interface Spot {
  readonly call: Call
  readonly path: string
  readonly router: number
  readonly within: number | undefined
}

/** The function that has to be called, for a router that is made outside of it. */
function caller(call: Call, { within }: LocalRouter, file: FileFacts): number | undefined {
  const around = file.functionsAround(call)
  const home = around.indexOf(within)
  const [inner] = home < 0 ? around : around.slice(0, home)
  return inner !== undefined && file.isPlainFunction(inner) ? inner : undefined
}

function toRoutes(
  { methods, path, handler, body, start }: Registration,
  { call, path: prefix, router, within }: Spot,
  { source, language }: FileFacts,
  decorated: Decorated,
): Route[] {
  const { isAnnotation, endLine, line, walked } = call
  const text = body && source.slice(body.start, body.end)
  const isStub = text !== undefined && isHollowText(handedFunction(text) ?? text, language)
  const paths = optionalPaths(path).map(each => routePath(prefix, each))
  const places = methods.flatMap(method => paths.map(each => ({ method, path: each })))
  return places.map(place => ({
    ...place,
    handler: isAnnotation ? decorated(endLine) : handler,
    line: start === undefined ? line : line + linesIn(source.slice(call.at, start)),
    router,
    isStub,
    ...(within !== undefined && { within }),
    ...(walked && methods.some(hasMark) && { walked }),
  }))
}

const linesIn = (text: string) => text.split('\n').length - 1
