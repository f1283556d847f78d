// The ways that lead to a router within its file: through the scopes around a call, its groups, and the routers that it hangs below.

import type { Call } from '../calls/calls.ts'
import { isShallow, readUsual } from '../routes/usual-routes.ts'
import {
  groupPrefix,
  type LocalRouter,
  type Routers,
  type Scope,
  withoutBlocks,
} from './routers.ts'

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
  routers: Routers,
  isOfMember = false,
  depth = 0,
): readonly Way[] {
  const { scopes } = routers
  const around = scopes.filter(({ start, end }) => start <= call.start && call.end <= end)
  const concern = around.findLast(each => each.concern !== '')
  const inside = concern ? around.filter(each => each.start > concern.start) : around
  const leaves =
    isOfMember && (isShallow(call.links.at(-1)!) || inside.some(each => each.isShallow))
  const scoped = inside
    .filter(each => !(leaves && each.isMember))
    .map(each => each.prefix)
    .join('')
  const grouped = groupPrefix(withoutBlocks(call.links.slice(0, -1)), own.rule)
  const outer = concern ? usesOf(concern, own, routers, depth) : routerWays(own, 0)
  return outer.map(({ router, path }) => ({
    router,
    path: `${path}/${scoped}/${grouped}`,
  }))
}

/** Where other calls ask for what a block registers: `resources :posts, concerns: :commentable`, `concerns :commentable`. */
function usesOf(
  { concern }: Scope,
  own: LocalRouter,
  routers: Routers,
  depth: number,
): readonly Way[] {
  const { rule } = own
  if (depth === deepest) return []
  return routers.calls.flatMap(call => {
    const link = call.links.at(-1)!
    const isCall = link.name === rule.concerns?.use
    const named = isCall ? link.args : link.args.filter(each => each.key === rule.concerns?.use)
    const names = named.flatMap(each => (each.kind === 'list' ? each.items : [each]))
    if (!names.some(each => each.value.replace(/^:/, '') === concern)) return []
    const below = isCall ? '' : (readUsual(link, rule)?.below ?? '')
    return waysTo(call, own, routers, false, depth + 1).map(({ router, path }) => ({
      router,
      path: `${path}/${below}`,
    }))
  })
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
