// Routes that follow from where a file lies: Next.js, with the app and with the pages router. Reads the path and what the file exports.

import type { Export, Route } from '../../model.ts'
import { optionalPaths, routePath } from './route-path.ts'

const httpMethod = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/

/**
 * `app/users/[id]/route.ts` answers the methods it exports, `page.tsx` answers GET, `pages/api/*.ts` answers anything.
 * Other folders have `pages` too: those count where the file imports from Next.
 */
export function fileRoutes(
  path: string,
  exports: readonly Export[],
  modules: readonly string[],
  source: string,
): readonly Route[] {
  const app = /(?:^|\/)app\/(?:(.*)\/)?(route|page)\.[cm]?[jt]sx?$/.exec(path)
  if (app)
    return app[2] === 'route'
      ? handlers(app[1] ?? '', exports)
      : pages(app[1] ?? '', 'GET', exports)
  const page = /(?:^|\/)pages\/(.+)\.[cm]?[jt]sx?$/.exec(path)?.[1]?.replace(/(^|\/)index$/, '')
  if (page === undefined || /(^|\/)_(app|document|error|middleware)$/.test(page)) return []
  if (/^api(\/|$)/.test(page))
    return accepted(source).flatMap(method => pages(page, method, exports))
  return modules.some(each => /^next(\/|$)/.test(each)) ? pages(page, 'GET', exports) : []
}

function handlers(folder: string, exports: readonly Export[]): Route[] {
  return exports
    .filter(each => httpMethod.test(each.name))
    .flatMap(({ name, local, line }) => routes(folder, { method: name, handler: local, line }))
}

function pages(folder: string, method: string, exports: readonly Export[]): Route[] {
  return exports
    .filter(each => each.name === 'default')
    .flatMap(({ local, line }) => routes(folder, { method, handler: local, line }))
}

/** `[[...slug]]` answers the address of its folder, too. */
const routes = (
  folder: string,
  route: Pick<Route, 'method' | 'handler' | 'line'>,
): readonly Route[] =>
  optionalPaths(folder).map(each => ({ ...route, path: nextPath(each), router: -1, isStub: false }))

/** One function for all methods serves those that it asks for, where it answers the others with 405. */
function accepted(source: string): readonly string[] {
  const code = source.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  const named = [...code.matchAll(/\bmethod\s*[!=]==?\s*['"`]([A-Z]+)|\bcase\s+['"`]([A-Z]+)/g)]
  const methods = new Set(
    named.map(each => each[1] ?? each[2]!).filter(each => httpMethod.test(each)),
  )
  return /\b405\b/.test(code) && methods.size > 0 ? [...methods] : ['ANY']
}

/** Groups `(shop)` and slots `@modal` are no part of the address. */
function nextPath(folder: string): string {
  return routePath(
    folder
      .split('/')
      .filter(part => !/^(\(.*\)|@.*)$/.test(part))
      .join('/'),
  )
}
