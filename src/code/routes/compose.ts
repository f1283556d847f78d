// The routes that a repository registers, from the routes, routers and mounts of its files. A router serves below every place
// that it is mounted at; one that has to be mounted and never is, where others are, serves nothing.

import { routePath } from '../depth/route-path.ts'
import type { Mount } from '../model.ts'
import { resolvePython } from '../resolving/python.ts'
import { type Repository, readExpression, routersMeant } from './look-up.ts'
import { keyOf, type PlacedRouter, type RoutedFile } from './routed-file.ts'

export interface RegisteredRoute {
  readonly file: string
  readonly line: number
  readonly method: string
  /** With every prefix that can be seen. */
  readonly path: string
  readonly handler: string
  readonly isStub: boolean
}

export interface Surroundings extends Repository {
  /** Some code that is no test uses the function of this name. */
  readonly isUsed: (name: string) => boolean
  /** What configuration puts in front of the routes of a file. */
  readonly basePath: (framework: string, file: string) => string
}

interface Edge {
  readonly above: PlacedRouter | undefined
  readonly mount: Pick<Mount, 'path' | 'replaces'>
}

interface Graph {
  readonly above: ReadonlyMap<string, readonly Edge[]>
  /** Frameworks that have an application here, or a mount. */
  readonly applied: ReadonlySet<string>
  readonly mounting: ReadonlySet<string>
  /** Routers that mount others. */
  readonly mounters: ReadonlySet<string>
  /** Mounts of what nobody can follow: they may be anything's. */
  readonly opaque: readonly Mount[]
}

export function composeRoutes(surroundings: Surroundings): readonly RegisteredRoute[] {
  const graph = readGraph(surroundings)
  return [...surroundings.files.values()].flatMap(file =>
    file.depth.routes.flatMap(({ method, path, handler, line, isStub, router: index }) => {
      const router = file.depth.routers[index]
      const below = router && { file: file.path, index, router }
      const prefixes = below ? prefixesOf(below, graph, surroundings, 0) : [whole]
      return prefixes.map(({ path: prefix, isOwnReplaced }) => ({
        file: file.path,
        line,
        method,
        path: routePath(prefix, isOwnReplaced && router ? behind(router.prefix, path) : path),
        handler,
        isStub,
      }))
    }),
  )
}

interface Prefix {
  readonly path: string
  readonly isOwnReplaced: boolean
}

const whole: Prefix = { path: '', isOwnReplaced: false }

const behind = (prefix: string, path: string) =>
  prefix !== '/' && path.startsWith(prefix) ? path.slice(prefix.length) : path

function readGraph(surroundings: Surroundings): Graph {
  const above = new Map<string, Edge[]>()
  const mounting = new Set<string>()
  const mounters = new Set<string>()
  const opaque: Mount[] = []
  const hang = (below: PlacedRouter, edge: Edge) =>
    above.set(keyOf(below), [...(above.get(keyOf(below)) ?? []), edge])
  for (const file of surroundings.files.values()) {
    for (const mount of file.depth.mounts) {
      const router = file.depth.routers[mount.router]
      const holder = router && { file: file.path, index: mount.router, router }
      const meant = targetsOf(mount, file, surroundings)
      for (const each of meant) if (!isSame(each, holder)) hang(each, { above: holder, mount })
      if (meant.length > 0) mounting.add(mount.framework)
      if (meant.length > 0 && holder) mounters.add(keyOf(holder))
      if (meant.length === 0 && isOpaque(mount, file)) opaque.push(mount)
    }
    for (const [index, router] of file.depth.routers.entries())
      for (const origin of originsOf(router, file, surroundings))
        hang(
          { file: file.path, index, router },
          { above: origin, mount: { path: origin.router.prefix, replaces: false } },
        )
  }
  const applied = [...surroundings.files.values()]
    .flatMap(each => each.depth.routers)
    .filter(each => each.kind === 'application')
  return {
    above,
    applied: new Set(applied.map(each => each.framework)),
    mounting,
    mounters,
    opaque,
  }
}

const isSame = (one: PlacedRouter, other: PlacedRouter | undefined) =>
  other !== undefined && keyOf(one) === keyOf(other)

function targetsOf(
  { target }: Mount,
  file: RoutedFile,
  surroundings: Surroundings,
): readonly PlacedRouter[] {
  if (target.kind === 'expression') return routersMeant(target.text, file, surroundings)
  const paths =
    target.kind === 'module'
      ? resolvePython(file.path, target.text, '', surroundings.resolution.files)
      : [...surroundings.files.keys()].filter(each => `/${each}`.endsWith(`/${target.text}`))
  return paths.flatMap(path => {
    const routers = surroundings.files.get(path)?.depth.routers ?? []
    return routers.map((router, index) => ({ file: path, index, router }))
  })
}

/** `from . import bp`: what is registered on it here belongs to the router that was made there. */
function originsOf(
  { kind, name, within }: PlacedRouter['router'],
  file: RoutedFile,
  surroundings: Surroundings,
): readonly PlacedRouter[] {
  if (kind !== 'given' || within >= 0 || name === '') return []
  return routersMeant(name, file, surroundings).filter(each => each.file !== file.path)
}

/** An expression that is no path of names, or whose name nothing in the file brings in: a list that is walked, a computed module. */
function isOpaque({ target }: Mount, { outline }: RoutedFile): boolean {
  if (target.kind !== 'expression') return false
  const { module, names } = readExpression(target.text)
  if (module !== undefined) return false
  if (!names) return !/^\s*(\(|async\b|function\b|["'`\d])/.test(target.text)
  const isKnown =
    outline.imports.some(each => [each.alias, each.name, each.module].includes(names[0]!)) ||
    outline.declarations.some(each => each.name === names[0])
  return !isKnown && names.length > 0 && /^(route|router|module|plugin|controller)/i.test(names[0]!)
}

/** Cycles of mounts end here. */
const deepest = 8

function prefixesOf(
  below: PlacedRouter,
  graph: Graph,
  surroundings: Surroundings,
  depth: number,
): readonly Prefix[] {
  const edges = graph.above.get(keyOf(below)) ?? []
  if (edges.length === 0 || depth === deepest) return unmounted(below, graph, surroundings)
  return edges.flatMap(({ above, mount }) => {
    const outer = above ? prefixesOf(above, graph, surroundings, depth + 1) : [whole]
    return outer.map(({ path, isOwnReplaced }) => ({
      path: routePath(
        path,
        isOwnReplaced && above ? behind(above.router.prefix, mount.path) : mount.path,
      ),
      isOwnReplaced: mount.replaces,
    }))
  })
}

function unmounted(
  below: PlacedRouter,
  { applied, mounting, mounters, opaque }: Graph,
  surroundings: Surroundings,
): readonly Prefix[] {
  const { framework, kind, within } = below.router
  const maker = surroundings.files.get(below.file)?.outline.declarations[within]?.name
  const base = surroundings.basePath(framework, below.file)
  if (kind === 'application')
    return maker === undefined || isCalled(maker, framework, surroundings)
      ? [{ path: base, isOwnReplaced: false }]
      : []
  if (kind === 'given' || (mounters.has(keyOf(below)) && !applied.has(framework)))
    return [{ path: base, isOwnReplaced: false }]
  const open = opaque.filter(each => each.framework === framework)
  if (open.length > 0) return open.map(({ path, replaces }) => ({ path, isOwnReplaced: replaces }))
  return applied.has(framework) || mounting.has(framework)
    ? []
    : [{ path: base, isOwnReplaced: false }]
}

/** Frameworks whose routers and applications are made alike: what nobody asks for serves nothing. */
const alike = new Set(['chi', 'gin', 'net/http'])

const isCalled = (maker: string, framework: string, { isUsed }: Surroundings) =>
  !alike.has(framework) || /^(main|init|Test\w*)$/.test(maker) || isUsed(maker.split('.').at(-1)!)
