// Operations of an OpenAPI or Swagger document: a route for each method of each path, and the names that they are given.

import type { Named, Route } from '../../model.ts'
import { routePath } from '../routes/route-path.ts'
import type { Entry } from './entries.ts'

const method = /^(get|put|post|delete|options|head|patch|trace)$/

export interface Operations {
  readonly routes: readonly Route[]
  readonly operations: readonly Named[]
}

export function isOpenApi(entries: readonly Entry[]): boolean {
  return entries.some(({ path }) => path.length === 1 && /^(openapi|swagger)$/.test(path[0]!))
}

export function openApiOperations(entries: readonly Entry[]): Operations {
  const base = entries.find(({ path }) => path.join('.') === 'basePath')?.value ?? ''
  const named = entries.filter(
    ({ path }) => isOperation(path.slice(0, 3)) && path[3] === 'operationId',
  )
  const ids = new Map(named.map(({ path, value }) => [path.slice(1, 3).join(' '), value]))
  return {
    routes: entries
      .filter(({ path }) => path.length === 3 && isOperation(path))
      .map(({ path, line }) => ({
        method: path[2]!.toUpperCase(),
        path: routePath(base, path[1]!),
        handler: ids.get(path.slice(1).join(' ')) ?? '',
        line,
        router: -1,
        isStub: false,
      })),
    operations: named
      .filter(({ path }) => path.length === 4)
      .map(({ value, line }) => ({ name: value, line })),
  }
}

function isOperation(path: readonly string[]): boolean {
  return path[0] === 'paths' && path[1]?.startsWith('/') === true && method.test(path[2] ?? '')
}
