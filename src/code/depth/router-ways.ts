// The ways that lead to a router within its file: through the scopes around a call, its groups, and the routers that it hangs below.

import type { Call } from './calls.ts'
import { groupPrefix, type LocalRouter, type Routers } from './routers.ts'
import { isShallow } from './usual-routes.ts'

/** Cycles of mounts end here. */
const deepest = 8

export interface Way {
  /** Where the path begins. */
  readonly router: LocalRouter
  readonly path: string
}

/** Every way to what a call registers: one for each place that its router is mounted at. */
export function waysTo(
  call: Call,
  own: LocalRouter,
  { scopes }: Routers,
  isOfMember = false,
): readonly Way[] {
  const inside = scopes.filter(({ start, end }) => start <= call.start && call.end <= end)
  const leaves =
    isOfMember && (isShallow(call.links.at(-1)!) || inside.some(each => each.isShallow))
  const scoped = inside
    .filter(each => !(leaves && each.isMember))
    .map(each => each.prefix)
    .join('')
  const grouped = groupPrefix(call.links.slice(0, -1), own.rule)
  return routerWays(own, 0).map(({ router, path }) => ({
    router,
    // What belongs to a collection does not belong to one of its members.
    path: `${path}/${scoped}/${grouped}`.replaceAll(/\/\{id\}\/\.\.(?=\/|$)/g, ''),
  }))
}

/** The places of this file that a router hangs at. */
export function placesOf(own: LocalRouter): readonly (Way & { readonly replaces: boolean })[] {
  return own.parents.flatMap(parent =>
    routerWays(parent.router, 0).map(({ router, path }) => ({
      router,
      path: `${path}/${parent.prefix}`,
      replaces: parent.replaces,
    })),
  )
}

function routerWays(own: LocalRouter, depth: number): readonly Way[] {
  if (depth === deepest || own.parents.length === 0) return [{ router: own, path: own.prefix }]
  return own.parents.flatMap(parent =>
    routerWays(parent.router, depth + 1).map(({ router, path }) => ({
      router,
      path: `${path}/${parent.prefix}/${parent.replaces ? '' : own.prefix}`,
    })),
  )
}
