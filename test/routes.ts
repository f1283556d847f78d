// The routes of a text as lines, in tests.

import { depthOfText } from './tree.ts'

/** `METHOD path handler line` of every route of a file. */
export function routesOf(path: string, text: string): string[] {
  return depthOfText(path, text).routes.map(each =>
    [each.method, each.path, each.handler, each.line].filter(part => part !== '').join(' '),
  )
}

export interface RouteCase {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly routes: readonly string[]
}
