// What a row of the tables of routes says about a framework, and the words that many rows share. The rows stand in route-tables.

import type { UsualRoute } from './usual-tables.ts'

/** A call that hangs one router below another. Path and router stand at a position or in a keyword. */
export interface MountRule {
  readonly call: string
  readonly path?: number | string
  readonly router: number | string
  /** The path stands in the place of the router's own prefix. */
  readonly replaces?: boolean
  /** A call around the router that has the path first: `http.StripPrefix("/api", api)`. */
  readonly through?: string
  /** The router and its path may stand as a pair: `mount Admin => '/admin'`. */
  readonly isPair?: boolean
  /** The method of the mounted class that registers its routes. */
  readonly method?: string
}

export interface RouteRule {
  readonly framework: string
  readonly languages: readonly string[]
  /** Calls whose result registers routes: `express()`, `new Hono()`, `gin.Default()`. */
  readonly makers: RegExp
  /** Makers of routers that serve only where something mounts them. */
  readonly needsMount?: RegExp
  /** One that its own file neither serves nor offers as its default has to be asked for by another file. */
  readonly isWaiting?: boolean
  /** One that its own file does nothing with but offer it may be served by nobody. */
  readonly isOffered?: boolean
  /** Names that are believed when nothing in the file makes them, */
  readonly guess?: RegExp
  /** Types that tell a router where its name does not. */
  readonly types?: RegExp
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
  /** Of those methods the one that is given several in its first argument: `on(MethodFilter::GET.or(MethodFilter::POST), show)`. */
  readonly filtered?: string
  /** A route without a path has that of the link before it in its chain: `app.get('/x', show).post(add)`. */
  readonly keepsPath?: boolean
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
  /** Calls that set the prefix of the router that they are made on, the outermost first: `router.prefix('/users')`. */
  readonly prefixCalls?: readonly string[]
  readonly mounts?: readonly MountRule[]
  /** A property of a router that registers for it: `app.router.add_get`. */
  readonly face?: string
  /** Calls that register by standing in a list which a router is given: `routes=[Route("/", home)]`. */
  readonly entries?: RegExp
  /** Pairs of path and handler do so too: `[(r"/", Home)]`. */
  readonly hasPairs?: boolean
  /** A route may have a name in front of its path. */
  readonly isNamed?: boolean
  /** A route without a path answers the path of its group, */
  readonly isPathOptional?: boolean
  /** where only this call makes groups: `namespace '/ponds' do get do … end end`; */
  readonly isPathOptionalIn?: string
  /** or has its path in pieces: `app.get("users", ":id")`. */
  readonly isPieced?: boolean
  /** A later link of the same chain that names the methods: `.Methods("GET")`. */
  readonly methodsLink?: string
  /** The call that registers what another one describes: `app.openapi(createRoute({ method, path }), show)`. */
  readonly describedBy?: { readonly call: string; readonly maker: string }
  /** The call that lists the paths, and the one beside it that lists the methods: `Verbs(Http.POST); Routes("/a")`. */
  readonly apart?: { readonly paths: string; readonly methods: string }
  /** The keyword of a router or a route that puts `/v1` in front of its whole path. */
  readonly version?: string
  /** Calls whose first argument is the handler, and the second the path. */
  readonly handlerFirst?: readonly string[]
  /** What follows the handler is run before it: where the handler stands behind the path. */
  readonly isHandlerNext?: boolean
  /** The link that is given the handler, where the method is a call of its own: `web::get().to(show)`. */
  readonly handlerIn?: string
  /** Headers of classes whose bodies register on the class, with the class above in the group `base`; */
  readonly classes?: RegExp
  /** and the method of such a class that answers what it registers. */
  readonly answeredBy?: string
  /** Functions are called on a router, which has no name in them: `fun Route.users()`. */
  readonly hasReceivers?: boolean
  /** The group whose name is a parameter: `route_param :id`. */
  readonly parameterGroup?: string
  /** Blocks that register where another call names them, and what names them. */
  readonly concerns?: { readonly block: string; readonly use: string }
  /** Files that serve only where another one draws them in. */
  readonly parts?: RegExp
  /** A file of routes is a router as a whole, and has to be mounted. */
  readonly isWholeFile?: boolean
  /** Calls that stand for the usual routes of a collection, or of the one thing. */
  readonly resources?: Readonly<
    Record<string, { readonly routes: readonly UsualRoute[]; readonly isMany: boolean }>
  >
  /** Blocks name the controller of the routes inside: each names its method in a `text` behind the path, or is named as its action. */
  readonly controllers?: 'texts' | 'actions'
  /** Blocks whose name is a module of the controllers inside, beside whatever says `module: 'x'`. */
  readonly moduleGroup?: string
  /** Blocks inside of those, and what they put in front; `/..` leaves the member. */
  readonly nested?: Readonly<Record<string, string>>
}

export const script = ['typescript', 'tsx', 'javascript'] as const

export const rooted = /^([/*]|$)/
export const anyPath = /^\S*$/
