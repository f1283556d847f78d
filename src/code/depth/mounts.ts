// Routers of other files and functions that a call hangs below one of this file: `app.use('/users', users)`, `include('shop.urls')`,
// `r.Mount("/debug", debugRouter())`, and routers that are handed to a function which registers on them.

import type { Mount, MountTarget } from '../model.ts'
import type { Argument, Call } from './calls.ts'
import { routePath } from './route-path.ts'
import {
  type LocalRouter,
  localRouter,
  type Routers,
  readMounts,
  routerOf,
  waysTo,
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
  const found = [...mounted(call, routers), ...included(call, routers), ...handed(call, routers)]
  return found.flatMap(({ above, path, target, replaces }) =>
    waysTo(call, above, routers).map(way => ({
      router: number(way.router),
      framework: above.framework,
      path: routePath(way.path, path),
      target,
      replaces,
      line: call.line,
    })),
  )
}

function mounted(call: Call, routers: Routers): readonly Hanging[] {
  return readMounts(call, routers).flatMap(({ above, expression, prefix, replaces }) =>
    above && !localRouter(expression, call, routers)
      ? [{ above, path: prefix ?? '', target: targetOf(expression, above), replaces }]
      : [],
  )
}

/** Laravel loads files: `->group(base_path('routes/api.php'))`. */
function targetOf(expression: string, { framework }: LocalRouter): MountTarget {
  const file = framework === 'laravel' && /["']\/?([^"']+\.php)["']/.exec(expression)?.[1]
  return file ? { kind: 'file', text: file } : { kind: 'expression', text: expression }
}

/** `path('api/', include('shop.urls'))`. */
function included(call: Call, routers: Routers): readonly Hanging[] {
  const [path, include] = call.links.at(-1)!.args
  const module = /^include\(\s*\(?["']([\w.]+)["']/.exec(include?.value ?? '')?.[1]
  const above = module === undefined ? undefined : routerOf(call, routers)
  if (path?.kind !== 'string' || !module || above?.framework !== 'django') return []
  return [{ above, path: path.value, target: { kind: 'module', text: module }, replaces: false }]
}

/** `registerUsers(v1)`: what the function registers on its parameter lies below `v1`. */
function handed(call: Call, routers: Routers): readonly Hanging[] {
  if (call.isAnnotation || call.links.length !== 1) return []
  const { name, args } = call.links[0]!
  const above = args.map(each => routerIn(each, call, routers)).find(each => each)
  if (!above || localRouter(call.root, call, routers)) return []
  const text = call.root === '' ? name : `${call.root}.${name}`
  return [{ above, path: '', target: { kind: 'expression', text }, replaces: false }]
}

function routerIn(each: Argument, call: Call, routers: Routers): LocalRouter | undefined {
  return each.kind === 'other' && each.key === ''
    ? localRouter(each.value, call, routers)
    : undefined
}
