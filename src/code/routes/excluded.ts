// Routes that a prefix of the whole application leaves out: `setGlobalPrefix('api', { exclude: ['health'] })`. Pure text.

import { routePath } from '../depth/route-path.ts'
import type { Excluded } from '../model.ts'

/** What a prefix leaves out, and the prefix. */
export interface Exclusion {
  readonly prefix: string
  readonly routes: readonly Excluded[]
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
