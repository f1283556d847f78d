// Mounts in a loop over a list that another file writes out: `for (const [path, each] of Object.entries(routers)) app.use(path, each)`, once for
// each of its items. What nobody can find stays one mount.

import { handedFunction } from '../bodies/handed.ts'
import { spelled } from '../depth/calls/walked-items.ts'
import { type Item, nameOf, readLists } from '../depth/calls/walked-lists.ts'
import { isHollowText } from '../depth/hollow.ts'
import { hasMark, marks, unreadMark } from '../depth/routers/mark.ts'
import { routePath } from '../depth/routes/route-path.ts'
import type { Mount, Route } from '../model.ts'
import { resolveImport } from '../resolve.ts'
import type { Repository } from './look-up.ts'
import type { PassingFile, RoutedFile } from './routed-file.ts'

export interface FoundMount {
  readonly mount: Mount
  /** Where its target is written. */
  readonly from: PassingFile
}

/** Barrels in front of the list. */
const deepest = 3

export function withItems(
  mount: Mount,
  file: PassingFile,
  repository: Repository,
): readonly FoundMount[] {
  const { walked } = mount
  const found = walked && listBehind(nameOf(walked.list), walked.list, file, repository, deepest)
  if (!found || mount.target.kind !== 'expression') return [{ mount, from: file }]
  return found.items.map(item => ({
    mount: ofItem(mount, walked.variable, item),
    from: found.from,
  }))
}

export interface FoundRoute {
  readonly route: Route
  /** Where its path and its handler are written. */
  readonly file: string
}

/** The same of a route: `for (const each of routes) app[each.method](each.path, each.run)`. Nobody serves what cannot be found. */
export function routesOfItems(
  route: Route,
  file: RoutedFile,
  repository: Repository,
): readonly FoundRoute[] {
  const { walked } = route
  if (!walked) return [{ route, file: file.path }]
  const found = listBehind(nameOf(walked.list), walked.list, file, repository, deepest)
  if (!found) return []
  const source = repository.sourceOf(found.from.path)
  return found.items.flatMap(item => {
    const own = routeOfItem(route, walked.variable, item)
    if (!own) return []
    const line = source.slice(0, Math.max(0, source.indexOf(own.written))).split('\n').length
    return [{ route: { ...own.route, line }, file: found.from.path }]
  })
}

function routeOfItem(route: Route, variable: string, item: Item) {
  const texts: string[] = []
  const read = (text: string) =>
    text.replace(marks, (mark, _, name: string) => {
      const value = spelled(name, variable, item)
      const word = /^(["'`])([^"'`$]*)\1$/.exec(value)?.[2]
      if (word !== undefined) texts.push(value)
      return word ?? mark
    })
  const [method, path] = [read(route.method), read(route.path)]
  if (hasMark(method) || hasMark(path)) return undefined
  const run = spelled(route.handler, variable, item)
  const isName = /^[\w$]+(\.[\w$]+)*$/.test(run)
  const isStub = !isName && isHollowText(handedFunction(run) ?? run, 'javascript')
  const own = { method, path: routePath(path), handler: isName ? run : '', isStub }
  return { route: { ...route, ...own }, written: texts.at(-1) ?? '' }
}

function ofItem(mount: Mount, variable: string, item: Item): Mount {
  const path = mount.path.replace(marks, (mark, _, name: string) => {
    const value = spelled(name, variable, item)
    if (value === name) return mark
    return /^(["'])([^"']*)\1$/.exec(value)?.[2] ?? unreadMark
  })
  const text = spelled(mount.target.text, variable, item)
  return { ...mount, path: path.replace(/\/{2,}/g, '/'), target: { kind: 'expression', text } }
}

interface List {
  readonly from: PassingFile
  readonly items: readonly Item[]
}

function listBehind(
  name: string,
  list: string,
  from: PassingFile,
  repository: Repository,
  steps: number,
): List | undefined {
  const { imports, exports } = from.outline
  const ways = [
    ...imports.filter(each => (each.alias || each.name) === name),
    ...exports
      .filter(each => each.module !== '' && (each.name === name || each.name === '*'))
      .map(each => ({ module: each.module, name: each.name === '*' ? name : each.local })),
  ]
  for (const way of ways)
    for (const path of resolveImport(from.path, way, repository.resolution)) {
      const file = repository.files.get(path) ?? repository.passing(path)
      if (!file || steps === 0) continue
      const there = way.name === '*' ? 'default' : way.name
      const asked = list.replace(name, there)
      const read = readLists(repository.sourceOf(path), path.endsWith('.py'))
      const own = file.outline.exports.find(each => each.name === there && each.module === '')
      const items = [asked, list.replace(name, own?.local ?? there)].map(read)
      const found = items.find(each => each.length > 0)
      if (found) return { from: file, items: found }
      const further = listBehind(there, asked, file, repository, steps - 1)
      if (further) return further
    }
  return undefined
}
