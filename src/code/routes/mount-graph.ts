// Which router of the repository hangs below which: mounts followed to what they mean, and routers that one file makes and another
// registers on. Knows no paths of routes and decides nothing about what is served.

import type { Mount } from '../model.ts'
import { resolvePython } from '../resolving/python.ts'
import { type Repository, readExpression, routersMeant } from './look-up.ts'
import { keyOf, type PassingFile, type PlacedRouter, type RoutedFile } from './routed-file.ts'
import { withItems } from './walked-elsewhere.ts'

export interface Place {
  readonly file: string
  readonly line: number
}

export interface Edge {
  readonly above: PlacedRouter | undefined
  readonly mount: Pick<Mount, 'path' | 'replaces' | 'excluded'>
  /** Where it is written. */
  readonly at: Place
}

export interface MountGraph {
  readonly above: ReadonlyMap<string, readonly Edge[]>
  /** Frameworks that have an application here, or a mount. */
  readonly applied: ReadonlySet<string>
  readonly mounting: ReadonlySet<string>
  /** Routers that mount others. */
  readonly mounters: ReadonlySet<string>
  /** Mounts of what nobody can follow: they may be anything's. */
  readonly opaque: readonly Mount[]
}

export function readMountGraph(repository: Repository): MountGraph {
  const above = new Map<string, Edge[]>()
  const mounting = new Set<string>()
  const mounters = new Set<string>()
  const opaque: Mount[] = []
  const hang = (below: PlacedRouter, edge: Edge) => {
    const edges = above.get(keyOf(below))
    if (edges) edges.push(edge)
    else above.set(keyOf(below), [edge])
  }
  for (const file of repository.files.values()) {
    for (const mount of file.depth.mounts) {
      const router = file.depth.routers[mount.router]
      const holder = router && { file: file.path, index: mount.router, router }
      const meant = withItems(mount, file, repository).flatMap(one =>
        targetsOf(one.mount, one.from, repository).map(below => ({ below, mount: one.mount })),
      )
      for (const each of meant)
        if (!isSame(each.below, holder))
          hang(each.below, {
            ...{ above: holder, mount: each.mount },
            at: { file: file.path, line: mount.line },
          })
      if (meant.length > 0 && !mount.isInherited) mounting.add(mount.framework)
      if (meant.length > 0 && holder) mounters.add(keyOf(holder))
      if (meant.length === 0 && isOpaque(mount, file, repository)) opaque.push(mount)
    }
    for (const [index, router] of file.depth.routers.entries())
      for (const origin of originsOf(router, file, repository))
        hang(
          { file: file.path, index, router },
          {
            above: origin,
            mount: { path: origin.router.prefix, replaces: false },
            at: { file: origin.file, line: origin.router.line },
          },
        )
  }
  const applied = [...repository.files.values()]
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
  { target, framework }: Mount,
  file: PassingFile,
  repository: Repository,
): readonly PlacedRouter[] {
  if (target.kind === 'expression') return routersMeant(target.text, file, repository)
  const module = moduleOf(file.path)
  const paths =
    target.kind === 'module'
      ? resolvePython(file.path, target.text, '', repository.resolution.files)
      : target.kind === 'framework'
        ? [...repository.files.keys()].filter(each => moduleOf(each) === module)
        : [...repository.files.keys()].filter(each => `/${each}`.endsWith(`/${target.text}`))
  return paths.flatMap(path => {
    const routers = repository.files.get(path)?.depth.routers ?? []
    return routers
      .map((router, index) => ({ file: path, index, router }))
      .filter(each => target.kind === 'file' || each.router.framework === framework)
  })
}

/** The part of a path that a build of Java has for itself. */
const moduleOf = (path: string) => /^(?:.*\/)?(?=src\/)/.exec(path)?.[0] ?? ''

/** `from . import bp`: what is registered on it here belongs to the router that was made there. */
function originsOf(
  { kind, name, within }: PlacedRouter['router'],
  file: RoutedFile,
  repository: Repository,
): readonly PlacedRouter[] {
  if (kind !== 'given' || within >= 0 || name === '') return []
  return routersMeant(name, file, repository).filter(each => each.file !== file.path)
}

/** An expression that is no path of names, or whose name nothing in the file brings in: a list that is walked, a computed module. */
function isOpaque(
  { target }: Mount,
  { path, outline }: RoutedFile,
  { sourceOf }: Repository,
): boolean {
  if (target.kind !== 'expression') return false
  const { module, names } = readExpression(target.text)
  if (module !== undefined) return false
  if (!names) return !/^\s*(\(|async\b|function\b|["'`\d])/.test(target.text)
  const isKnown =
    outline.imports.some(each => [each.alias, each.name, each.module].includes(names[0]!)) ||
    outline.declarations.some(each => each.name === names[0])
  const [first] = names
  if (isKnown || first === undefined) return false
  return (
    /^(route|router|module|plugin|controller)/i.test(first) ||
    (path.endsWith('.py') && isPutIn(first, sourceOf(path)))
  )
}

/** `for each in routers:`, `each = import_module(name)`, `getattr(each, 'bp')`; what Python includes is a router, whatever it is called. */
const isPutIn = (name: string, source: string) =>
  name === 'getattr' ||
  new RegExp(
    String.raw`\bfor\s[\w\s,()]*\b${name}\b[\w\s,()]*\sin\s|\b${name}\s*(?::[^=\n]+)?=\s*(?:getattr|(?:importlib\.)?import_module|__import__)\(`,
  ).test(source)
