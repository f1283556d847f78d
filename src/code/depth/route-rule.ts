// What a row of the tables of routes says about a framework, and the words that many rows share. The rows stand in route-tables.

import type { UsualRoute } from './usual-tables.ts'

export interface RouteRule {
  readonly framework: string
  readonly languages: readonly string[]
  /** Calls whose result registers routes: `express()`, `new Hono()`, `gin.Default()`. */
  readonly makers: RegExp
  /** Makers of routers that serve only where something mounts them. */
  readonly needsMount?: RegExp
  /** One that its own file neither serves nor offers as its default has to be asked for by another file. */
  readonly isWaiting?: boolean
  /** Names that are believed when nothing in the file makes them, */
  readonly guess?: RegExp
  /** where an import of the file agrees, */
  readonly imports?: RegExp
  /** or the path of the file. */
  readonly files?: RegExp
  /** Registering calls and their HTTP methods. */
  readonly verbs: Readonly<Record<string, string>>
  /** How many arguments tell a registration from a look-up. */
  readonly fewest: number
  readonly path: RegExp
  /** Calls that name their methods in a keyword, with what counts without it. */
  readonly listed?: {
    readonly calls: readonly string[]
    readonly keyword: string
    readonly otherwise: string
  }
  /** Calls whose first argument is the method, and those whose second argument lists them. */
  readonly methodFirst?: readonly string[]
  readonly methodSecond?: readonly string[]
  /** The call whose second argument is made of methods and handlers: `get(list).post(add)`. */
  readonly methodIn?: string
  /** Links by which an expression is a router without having a name: `users().merge(…)`. */
  readonly links?: RegExp
  /** Calls with one object: method, url or path, handler. */
  readonly described?: string
  /** A link that sets the path for the links after it. */
  readonly pathLink?: string
  /** Links and calls that put a path in front of what follows, or of what their function registers. */
  readonly groups?: readonly string[]
  /** The keyword of a maker or group that is a prefix. */
  readonly prefix?: string
  /** Calls that hang one router below another: where path and router stand, by position or keyword. */
  readonly mounts?: readonly {
    readonly call: string
    readonly path?: number | string
    readonly router: number | 'any'
    /** The path stands in the place of the router's own prefix. */
    readonly replaces?: boolean
  }[]
  /** A file of routes is a router as a whole, and has to be mounted. */
  readonly isWholeFile?: boolean
  /** Calls that stand for the usual routes of a collection, or of the one thing. */
  readonly resources?: Readonly<
    Record<string, { readonly routes: readonly UsualRoute[]; readonly isMany: boolean }>
  >
  /** Blocks inside of those, and what they put in front; `/..` leaves the member. */
  readonly nested?: Readonly<Record<string, string>>
}

export const script = ['typescript', 'tsx', 'javascript'] as const

export const lower = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
} as const

export const rooted = /^([/*]|$)/
export const anyPath = /^\S*$/
