// Django REST framework: a router registers viewsets by a path, and a viewset answers the usual requests that it has methods for, by
// itself or by the mixins that it is made of. What a base class of another file brings is not known here.

import type { Declaration, Mount, Route, Router } from '../../model.ts'
import type { Call } from '../calls/calls.ts'
import type { RouteFacts } from './called-routes.ts'
import { routePath } from './route-path.ts'

export const noRoutes: RouteFacts = { routes: [], routers: [], mounts: [] }

/** Numbers of routers count from the routers beside them. */
export function restFramework(
  calls: readonly Call[],
  modules: readonly string[],
  declarations: readonly Declaration[],
  source: string,
): RouteFacts {
  if (!modules.some(each => /^rest_framework\b/.test(each)) && !/ViewSet\b/.test(source))
    return noRoutes
  const made = calls.filter(
    ({ assigned, links }) => assigned !== '' && /^(Default|Simple)Router$/.test(links.at(-1)!.name),
  )
  const viewsets = declarations.flatMap((each, index) =>
    viewsetOf(each, index, declarations, source),
  )
  const patterns = made.filter(each => isListed(each.assigned, source))
  const routers: Router[] = [
    ...made.map(each => router('drf', each.assigned, each.line)),
    ...viewsets.map(({ declaration: { name, line } }) => router('drf', name, line)),
    ...patterns.map(each => router('django', '', each.line)),
  ]
  return {
    routers,
    routes: viewsets.flatMap((each, index) => [
      ...[
        ...usualRoutes(each, made.length + index),
        ...actionRoutes(each, made.length + index, calls, declarations),
      ].filter(({ method }) => each.allowed?.includes(method) !== false),
    ]),
    mounts: [
      ...made.flatMap((each, index) => registrations(each.assigned, index, calls)),
      ...patterns.map((each, index) => ({
        router: made.length + viewsets.length + index,
        framework: 'django',
        path: '/',
        target: { kind: 'expression' as const, text: each.assigned },
        replaces: false,
        line: each.line,
      })),
    ],
  }
}

const router = (framework: string, name: string, line: number): Router => ({
  framework,
  name,
  within: -1,
  kind: 'router',
  prefix: '/',
  line,
})

/** `urlpatterns = router.urls`, `+ router.urls`, `*router.urls`; not what `include` puts below a path. */
function isListed(name: string, source: string): boolean {
  return (
    new RegExp(String.raw`^urlpatterns\b[^=\n]*=(?:[^\n]*[\s=+*])?${name}\.urls\b`, 'm').test(
      source,
    ) || new RegExp(String.raw`^[ \t]*(?:\]\s*\+|\*|\+)\s*${name}\.urls\b`, 'm').test(source)
  )
}

/** `router.register(r'users', views.UserViewSet, basename='user')`. */
function registrations(name: string, index: number, calls: readonly Call[]): readonly Mount[] {
  return calls
    .filter(({ root, links }) => root === name && links.at(-1)!.name === 'register')
    .flatMap(({ links, line }) => {
      const { args } = links.at(-1)!
      const at = (key: string, place: number) =>
        args.find(each => each.key === key) ?? args.filter(each => each.key === '')[place]
      const [path, viewset] = [at('prefix', 0), at('viewset', 1)]
      if (path?.kind !== 'string' || viewset?.kind !== 'other') return []
      return [
        {
          router: index,
          framework: 'drf',
          path: routePath(path.value),
          target: { kind: 'expression' as const, text: viewset.value },
          replaces: false,
          line,
        },
      ]
    })
}

interface Viewset {
  readonly declaration: Declaration
  readonly methods: readonly Declaration[]
  /** Actions that its mixins bring. */
  readonly brought: ReadonlySet<string>
  /** The methods that it lets through, where it names them. */
  readonly allowed: readonly string[] | undefined
}

const actions = [
  { action: 'list', method: 'GET', path: '' },
  { action: 'create', method: 'POST', path: '' },
  { action: 'retrieve', method: 'GET', path: '{pk}' },
  { action: 'update', method: 'PUT', path: '{pk}' },
  { action: 'partial_update', method: 'PATCH', path: '{pk}' },
  { action: 'destroy', method: 'DELETE', path: '{pk}' },
] as const

const mixins: Readonly<Record<string, readonly string[]>> = {
  ModelViewSet: actions.map(each => each.action),
  ReadOnlyModelViewSet: ['list', 'retrieve'],
  ListModelMixin: ['list'],
  CreateModelMixin: ['create'],
  RetrieveModelMixin: ['retrieve'],
  UpdateModelMixin: ['update', 'partial_update'],
  DestroyModelMixin: ['destroy'],
}

function viewsetOf(
  declaration: Declaration,
  index: number,
  declarations: readonly Declaration[],
  source: string,
): readonly Viewset[] {
  if (declaration.kind !== 'class' || declaration.parent !== -1) return []
  const bases = basesOf(declaration.name, source, 0)
  if (!bases.some(each => /ViewSet$/.test(each))) return []
  const methods = declarations.filter(each => each.parent === index && each.kind === 'method')
  const brought = new Set(bases.flatMap(each => mixins[each] ?? []))
  const lines = source.split('\n').slice(declaration.line - 1, declaration.endLine)
  return [{ declaration, methods, brought, allowed: allowedIn(lines.join('\n')) }]
}

/** `http_method_names = ['get', 'head']`. */
function allowedIn(text: string): readonly string[] | undefined {
  const list = /^[ \t]+http_method_names\s*=\s*[[(]([^\])]*)[\])]/m.exec(text)?.[1]
  return list === undefined
    ? undefined
    : [...list.matchAll(/["'](\w+)["']/g)].map(each => each[1]!.toUpperCase())
}

/** Bases of bases in this file; circles end here. */
const deepest = 4

function basesOf(name: string, source: string, depth: number): readonly string[] {
  const header = new RegExp(String.raw`^class\s+${name}\s*\(([^()]*)\)\s*:`, 'm').exec(source)?.[1]
  const own = (header ?? '')
    .split(',')
    .map(each => each.trim().split('.').at(-1)!)
    .filter(each => /^\w+$/.test(each))
  return depth === deepest ? own : own.flatMap(each => [each, ...basesOf(each, source, depth + 1)])
}

function usualRoutes({ declaration, methods, brought }: Viewset, router: number): Route[] {
  return actions.flatMap(({ action, method, path }) => {
    const own = methods.find(each => each.name === action)
    if (!own && !brought.has(action)) return []
    const handler = own ? `${declaration.name}.${action}` : declaration.name
    const { line } = own ?? declaration
    return [{ method, path: routePath(path), handler, line, router, isStub: false }]
  })
}

/** `@action(detail=True, methods=['post'], url_path='pay')`. */
function actionRoutes(
  { declaration, methods }: Viewset,
  router: number,
  calls: readonly Call[],
  declarations: readonly Declaration[],
): Route[] {
  return calls
    .filter(each => each.isAnnotation && each.links.at(-1)!.name === 'action')
    .flatMap(call => {
      const about = declarations.find(each => each.line >= call.endLine)
      if (!about || !methods.includes(about)) return []
      const keyed = (key: string) => call.links.at(-1)!.args.find(each => each.key === key)
      const path = keyed('url_path')?.value ?? about.name
      const named = keyed('methods')?.items.map(each => each.value.toUpperCase()) ?? ['GET']
      return named.map(method => ({
        method,
        path: routePath(keyed('detail')?.value === 'True' ? '{pk}' : '', path),
        handler: `${declaration.name}.${about.name}`,
        line: about.line,
        router,
        isStub: false,
      }))
    })
}
