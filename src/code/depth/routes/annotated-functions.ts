// Functions that attributes make routes of, and that serve where something mounts them by name: `#[get("/")] async fn list()`. Each
// is a router with one route. Reads attributes only.

import type { Declaration, Route, Router } from '../../model.ts'
import type { Call } from '../calls/calls.ts'
import { type AnnotatedRoutes, noAnnotated } from './annotated-routes.ts'
import { routePath } from './route-path.ts'

interface FunctionRule {
  readonly framework: string
  readonly languages: readonly string[]
  /** Some import of the file must match; the rule without one is for files that no other is for. */
  readonly imports?: RegExp
  /** The attributes that are named after their methods, and the one that lists them. */
  readonly verbs: RegExp
  readonly listed: string
}

const verbs = /^(?:\w+::)*(get|post|put|patch|delete|head|options)$/

export const functionRules: readonly FunctionRule[] = [
  { framework: 'actix-web', languages: ['rust'], imports: /^actix_web\b/, verbs, listed: 'route' },
  { framework: 'rocket', languages: ['rust'], verbs, listed: 'route' },
]

export function annotatedFunctions(
  calls: readonly Call[],
  language: string,
  modules: readonly string[],
  declarations: readonly Declaration[],
): AnnotatedRoutes {
  const own = functionRules.filter(each => each.languages.includes(language))
  const rule =
    own.find(each => modules.some(module => each.imports?.test(module))) ??
    own.find(each => !each.imports)
  if (!rule) return noAnnotated
  const routers: Router[] = []
  const routes = calls
    .filter(each => each.isAnnotation)
    .flatMap(call => {
      const about = declarations.find(each => each.line >= call.endLine)
      const { path, methods } = readAttribute(call, rule)
      if (about?.kind !== 'function' || path === undefined) return []
      routers.push(routerOf(about, rule))
      return methods.map(method => toRoute(method, path, about, routers.length - 1))
    })
  return { routes, routers, mounts: [] }
}

function readAttribute(
  { links }: Call,
  { verbs: named, listed }: FunctionRule,
): { readonly path: string | undefined; readonly methods: readonly string[] } {
  const { name, args } = links.at(-1)!
  const verb = named.exec(name)?.[1]
  const texts = args.filter(each => each.kind === 'string').map(each => each.value)
  const path = texts.find(each => each.startsWith('/'))?.replace(/\?.*$/, '')
  if (verb !== undefined) return { path, methods: [verb.toUpperCase()] }
  if (name !== listed) return { path: undefined, methods: [] }
  const words = args.map(each => each.value.toUpperCase())
  return { path, methods: words.filter(each => verbs.test(each.toLowerCase())) }
}

const routerOf = ({ name, line }: Declaration, { framework }: FunctionRule): Router => ({
  framework,
  name,
  within: -1,
  kind: 'router',
  prefix: '/',
  line,
})

const toRoute = (
  method: string,
  path: string,
  { name, line }: Declaration,
  router: number,
): Route => ({
  method,
  path: routePath(path),
  handler: name,
  line,
  router,
  isStub: false,
})
