// The routes that a repository registers, from the routes, routers and mounts of its files. A router serves below every place
// that it is mounted at; one that has to be mounted and never is, where others are, serves nothing.

import { unreadMark } from '../depth/routers/mark.ts'
import { conventional, conventionalPaths } from '../depth/routes/conventional-paths.ts'
import { actionName, routePath } from '../depth/routes/route-path.ts'
import type { Router } from '../model.ts'
import { type Exclusion, readExcluded, withoutExcluded } from './excluded.ts'
import { isServedByNobody } from './exported-applications.ts'
import { isCalled, isForgotten, isLeftAlone, isUncalled } from './forgotten.ts'
import { isMeantElsewhere } from './go-values.ts'
import type { Repository } from './look-up.ts'
import { makerOf } from './makers.ts'
import { type Edge, type MountGraph, type Place, readMountGraph } from './mount-graph.ts'
import { isOfOwnClass } from './own-class.ts'
import { type ReadPath, readMarks, type TextOf } from './read-marks.ts'
import { keyOf, type PlacedRouter } from './routed-file.ts'
import type { Surroundings } from './surroundings.ts'
import { spelledPaths } from './versions.ts'
import { type FoundRoute, routesOfItems } from './walked-elsewhere.ts'

export interface RegisteredRoute {
  readonly file: string
  readonly line: number
  readonly method: string
  /** With every prefix that can be seen. */
  readonly path: string
  readonly handler: string
  readonly isStub: boolean
  /** Where a text of its path is written that nobody can read; the path has a mark in the place of it. */
  readonly unread: Place | undefined
  /** The framework compares paths without case. */
  readonly isCaseless: boolean
  /** Another one is the same as people would write it down: of the class that serves it, of one version. */
  readonly isRepeat: boolean
}

export function composeRoutes(surroundings: Surroundings): readonly RegisteredRoute[] {
  const prefixesOf = readPrefixes(readMountGraph(surroundings), surroundings)
  return [...surroundings.files.values()].flatMap(file =>
    file.depth.routes.flatMap(written => {
      const { router: index, within } = written
      if (within !== undefined && isUncalled(within, file, surroundings)) return []
      const router = file.depth.routers[index]
      const prefixes = router ? prefixesOf({ file: file.path, index, router }) : [whole]
      return routesOfItems(written, file, surroundings).flatMap(found =>
        prefixes.flatMap(prefix => servedBelow(prefix, found, router, surroundings)),
      )
    }),
  )
}

/** One route below one prefix, under every name that it has. */
function servedBelow(
  { path: prefix, isOwnReplaced, unread, by, exclusion }: Prefix,
  { route, file }: FoundRoute,
  router: Router | undefined,
  surroundings: Surroundings,
): readonly RegisteredRoute[] {
  const { path, handler, line, isStub } = route
  const at = { file, line }
  const { path: word, unread: isUntold } = readMarks(route.method, at, surroundings.textOf)
  const own = isOwnReplaced && router ? behind(router.prefix, path) : path
  const read = readMarks(own, at, surroundings.textOf)
  if (isUntold || (read.unread && read.path === `/${unreadMark}`)) return []
  const method = word.toUpperCase()
  const joined = withoutExcluded(routePath(prefix, read.path), method, exclusion)
  const isCaseless = router !== undefined && caseless.has(router.framework)
  const implemented = by && implementedBy(by, handler, surroundings)
  const names = named(joined, handler, router)
  return names
    .flatMap(each => spelledPaths(each, route.versions))
    .flatMap(spelled => {
      const served = {
        ...{ ...at, ...spelled, method, handler, isStub, isCaseless },
        unread: unread ?? read.unread,
      }
      return implemented
        ? [
            { ...served, isRepeat: true },
            { ...served, ...implemented },
          ]
        : [served]
    })
}

/** The same route as the class has it, where that has the method itself. */
function implementedBy(
  { file, router }: PlacedRouter,
  handler: string,
  { files }: Repository,
): Pick<RegisteredRoute, 'file' | 'line' | 'handler'> | undefined {
  const name = handler.split('.').at(-1)!
  const { declarations = [] } = files.get(file)?.outline ?? {}
  const method = declarations.find(
    each => each.name === name && declarations[each.parent]?.name === router.name,
  )
  return method && { file, line: method.line, handler: `${router.name}.${name}` }
}

const caseless = new Set(['aspnet', conventional, 'fastendpoints'])

/** `[controller]` and `[action]` in a path that a class has from the class above, or from the application, stand for the class itself. */
function named(path: string, handler: string, router: Router | undefined): readonly string[] {
  const [type = '', method = ''] = handler.split('.')
  const controller = type.replace(/Controller$/, '')
  if (router?.framework === conventional) return conventionalPaths(path, controller)
  if (router?.framework !== 'aspnet') return [path]
  return [path.replace('{controller}', controller).replace('{action}', actionName(method))]
}

interface Prefix extends ReadPath {
  readonly isOwnReplaced: boolean
  /** The class that serves what an interface declares. */
  readonly by?: PlacedRouter | undefined
  readonly exclusion?: Exclusion | undefined
}

const whole: Prefix = { path: '', isOwnReplaced: false, unread: undefined }

const behind = (prefix: string, path: string) =>
  prefix !== '/' && path.startsWith(prefix) ? path.slice(prefix.length) : path

/** More ways to one router are no more routes that anybody asks for. */
const mostPlaces = 64

/** Every prefix that leads to a router, found once. A circle of mounts leads nowhere. */
function readPrefixes(graph: MountGraph, surroundings: Surroundings) {
  const known = new Map<string, readonly Prefix[]>()
  const prefixesOf = (below: PlacedRouter): readonly Prefix[] => {
    const key = keyOf(below)
    const before = known.get(key)
    if (before) return before
    known.set(key, [])
    const edges = graph.above.get(key)
    const found = edges
      ? edges
          .flatMap(each => throughEdge(each, prefixesOf, surroundings.textOf))
          .slice(0, mostPlaces)
      : unmounted(below, graph, surroundings)
    known.set(key, found)
    return found
  }
  return prefixesOf
}

function throughEdge(
  { above, mount, at }: Edge,
  prefixesOf: (router: PlacedRouter) => readonly Prefix[],
  textOf: TextOf,
): readonly Prefix[] {
  const outer = above ? prefixesOf(above) : [whole]
  return outer.map(({ path, isOwnReplaced, unread, exclusion }) => {
    const own = isOwnReplaced && above ? behind(above.router.prefix, mount.path) : mount.path
    const read = readMarks(own, at, textOf)
    const below = routePath(path, read.path)
    return {
      path: below,
      exclusion: mount.excluded
        ? { prefix: below, routes: readExcluded(mount.excluded, at, textOf) }
        : exclusion,
      isOwnReplaced: mount.replaces,
      unread: unread ?? read.unread,
      by: above?.router.framework === 'spring' ? above : undefined,
    }
  })
}

function unmounted(
  below: PlacedRouter,
  { applied, mounting, mounters, opaque }: MountGraph,
  surroundings: Surroundings,
): readonly Prefix[] {
  const { isDoubted, isDropped } = below.router
  if (isDoubted || isDropped || isOfOwnClass(below, surroundings)) return []
  if (isServedByNobody(below, surroundings)) return []
  const { framework, kind, name } = below.router
  const maker = makerOf(below, surroundings.files)
  const base = surroundings.basePath(framework, below.file)
  if (kind === 'application')
    return maker === undefined || isCalled(below, maker, surroundings)
      ? [{ ...whole, path: base }]
      : []
  if (framework === 'drf' || framework === conventional) return []
  const isList = framework === 'django' && name !== ''
  if (isList && !surroundings.isImported(below.file, name)) return []
  if (isLent(below, surroundings)) return []
  // Who implements an interface may be a class of a kind that nobody here knows.
  if (framework === 'spring') return [{ ...whole, path: base }]
  if (maker?.name === 'boot' && mounting.has(framework)) return []
  if (kind === 'given' && maker !== undefined && !isCalled(below, maker, surroundings)) return []
  const isMethodOfGo = kind === 'given' && maker?.one.isMember && below.file.endsWith('.go')
  if (isMethodOfGo && isMeantElsewhere(below, maker.name, surroundings)) return []
  const mayBeGiven = opaque.length > 0 || !isApplied(framework, applied)
  if (kind === 'given' && !mayBeGiven && isForgotten(below, maker, surroundings)) return []
  if (kind === 'given' || (mounters.has(keyOf(below)) && !applied.has(framework)))
    return [{ ...whole, path: base }]
  // Whoever asks for it may serve it in a way that nobody can follow.
  if (framework === 'hono' && surroundings.isImported(below.file, below.router.name))
    return [{ ...whole, path: base }]
  const open = opaque.filter(each => each.framework === framework)
  if (open.length > 0 && !isLeftAlone(below.file, surroundings))
    return open.map(({ path, replaces }) => ({ ...whole, path, isOwnReplaced: replaces }))
  return applied.has(framework) || mounting.has(framework) ? [] : [{ ...whole, path: base }]
}

/** A script that names no framework is read as one of Express, whichever the application is of. */
const isApplied = (framework: string, applied: ReadonlySet<string>) =>
  applied.has(framework) ||
  (framework === 'express' && ['fastify', 'koa', 'hono', 'restify'].some(each => applied.has(each)))

/** A class that is no controller itself serves through those that extend it. */
function isLent({ file, router: { framework, name } }: PlacedRouter, { files }: Repository) {
  const { declarations = [] } = files.get(file)?.outline ?? {}
  return (
    /^(spring|nest)$/.test(framework) &&
    declarations.some(
      each =>
        each.name === name &&
        each.kind === 'class' &&
        !each.decorators.some(one => /(Controller|Module)$/.test(one)),
    )
  )
}
