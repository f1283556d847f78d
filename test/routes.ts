// The routes of a text as lines, in tests.

import { depthOfText } from './tree.ts'

/** `METHOD path handler line` of every route of a file, and `USE path target line` of what it mounts from elsewhere. */
export function routesOf(path: string, text: string): string[] {
  const { routes, routers, mounts } = depthOfText(path, text)
  const own = new Set(routers.map(each => each.name))
  const foreign = mounts.filter(each => !own.has(each.target.text))
  const used = foreign.map(each => ({ ...each, method: 'USE', handler: each.target.text }))
  return [...routes, ...used]
    .toSorted((a, b) => a.line - b.line)
    .map(each =>
      [each.method, each.path, each.handler, each.line].filter(part => part !== '').join(' '),
    )
}

export interface RouteCase {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly routes: readonly string[]
}
