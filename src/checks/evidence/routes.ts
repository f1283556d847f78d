// Files that register wanted routes, for resources that name an endpoint and no file. One pass for all of them.

import type { Codebase } from '../../code/codebase.ts'
import type { Route } from '../../code/model.ts'
import { isTestFile } from '../../code/test-files.ts'
import { readEndpoint, routeShape } from '../../evidence/expectations.ts'

export type FilesWithRoute = (endpoint: string) => readonly string[]

/** Depth is dear: it is read only of files whose text or path holds the last fixed part of a wanted path. */
export function findRoutes(endpoints: readonly string[], codebase: Codebase): FilesWithRoute {
  const hints = [...new Set(endpoints.map(each => lastFixedPart(readEndpoint(each).shape)))]
  const files =
    endpoints.length > 0 ? codebase.files.filter(path => mayRoute(path, hints, codebase)) : []
  const routes = files.map(path => ({ path, routes: codebase.depth(path)?.routes ?? [] }))
  return endpoint => {
    const wanted = readEndpoint(endpoint)
    return routes
      .filter(each => each.routes.some(route => isWanted(wanted, route)))
      .map(each => each.path)
  }
}

function mayRoute(path: string, hints: readonly string[], codebase: Codebase): boolean {
  if (isTestFile(path) || codebase.outline(path) === undefined) return false
  const text = Buffer.from(codebase.bytes(path) ?? []).toString('latin1')
  return hints.some(hint => path.includes(hint) || text.includes(hint))
}

const isWanted = ({ method, shape }: ReturnType<typeof readEndpoint>, route: Route) =>
  (method === 'ANY' || route.method === 'ANY' || route.method.toUpperCase() === method) &&
  routeShape(route.path) === shape

/** '' for `/` and paths of parameters only: every file may hold those. */
const lastFixedPart = (shape: string) =>
  shape
    .split('/')
    .filter(each => each !== '' && each !== '{}')
    .at(-1) ?? ''
