// Routes that a prefix of the whole application leaves out: `setGlobalPrefix('api', { exclude: ['health'] })`. Pure text.

import { routePath } from '../depth/routes/route-path.ts'
import type { Excluded } from '../model.ts'
import type { Place } from './mount-graph.ts'
import { readMarks, type TextOf } from './read-marks.ts'

/** What a prefix leaves out, and the prefix. */
export interface Exclusion {
  readonly prefix: string
  readonly routes: readonly Excluded[]
}

/** What stands under the names of other places, in the place of those. */
export function readExcluded(
  excluded: readonly Excluded[],
  at: Place,
  textOf: TextOf,
): readonly Excluded[] {
  return excluded.flatMap(each => {
    if (each.isList) return listed(each.path, at.file, textOf)
    const { path, unread } = readMarks(each.path, at, textOf)
    return unread ? [] : [{ ...each, path }]
  })
}

/** `OPEN.0`, `OPEN.1.path`. */
function listed(name: string, file: string, textOf: TextOf, index = 0): readonly Excluded[] {
  const entry = `${name}.${index}`
  const path = textOf(file, entry) ?? textOf(file, `${entry}.path`)
  if (path === undefined) return []
  const method = textOf(file, `${entry}.method`) ?? 'ALL'
  const own = { method: method === 'ALL' ? 'ANY' : method, path }
  return [own, ...listed(name, file, textOf, index + 1)]
}

/** Where a route lies that may be left out; `path` has the prefix in front. */
export function withoutExcluded(
  path: string,
  method: string,
  exclusion: Exclusion | undefined,
): string {
  if (!exclusion || !path.startsWith(exclusion.prefix)) return path
  const rest = routePath(path.slice(exclusion.prefix.length))
  const isLeftOut = exclusion.routes.some(
    each => (each.method === 'ANY' || each.method === method) && patternOf(each.path).test(rest),
  )
  return isLeftOut ? rest : path
}

/** `health`, `users/:id`, `auth/(.*)`, `auth/*rest`. */
function patternOf(path: string): RegExp {
  const parts = routePath(path.replace(/\(\.\*\)|\{?\/?\*\w*\}?/g, '*')).split(/(\*|\{\w*\})/)
  const source = parts.map(part =>
    part === '*'
      ? '.*'
      : /^\{\w*\}$/.test(part)
        ? '[^/]+'
        : part.replace(/[^\w/-]/g, String.raw`\$&`),
  )
  return new RegExp(`^${source.join('')}$`)
}
