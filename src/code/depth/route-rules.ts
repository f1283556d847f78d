// The frameworks whose routes are registered by calls, one row each. A framework is added here and nowhere else.

import { laravelApi, laravelForms, railsMany, railsOne, type UsualRoute } from './usual-tables.ts'

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

const script = ['typescript', 'tsx', 'javascript'] as const

const lower = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
} as const

const rooted = /^([/*]|$)/
const anyPath = /^\S*$/

export const routeRules: readonly RouteRule[] = [
  {
    framework: 'express',
    languages: script,
    makers: /^(express|express\.Router|Router|new express\.Router)$/,
    needsMount: /Router$/,
    guess: /^(app|router|server|\w+Router)$/,
    verbs: { ...lower, all: 'ANY' },
    fewest: 2,
    path: rooted,
    pathLink: 'route',
    mounts: [{ call: 'use', path: 0, router: 'any' }],
  },
  {
    framework: 'fastify',
    languages: script,
    makers: /^([fF]astify)$/,
    guess: /^(fastify|app|server|instance)$/,
    verbs: { ...lower, all: 'ANY' },
    fewest: 2,
    path: rooted,
    described: 'route',
    groups: ['register'],
    prefix: 'prefix',
    mounts: [{ call: 'register', path: 'prefix', router: 0 }],
  },
  {
    framework: 'hono',
    languages: script,
    makers: /^new (Hono|OpenAPIHono)\b/,
    isWaiting: true,
    verbs: { ...lower, all: 'ANY' },
    fewest: 2,
    path: rooted,
    methodFirst: ['on'],
    groups: ['basePath'],
    mounts: [{ call: 'route', path: 0, router: 1 }],
  },
  {
    framework: 'koa',
    languages: script,
    makers: /^new (Router|KoaRouter|Koa)$/,
    needsMount: /Router$/,
    guess: /^(router|\w+Router)$/,
    imports: /koa/,
    verbs: { ...lower, del: 'DELETE', all: 'ANY' },
    fewest: 2,
    path: rooted,
    prefix: 'prefix',
    mounts: [{ call: 'use', path: 0, router: 'any' }],
  },
  {
    framework: 'flask',
    languages: ['python'],
    makers: /^(flask\.)?(Flask|Blueprint|Quart)$/,
    needsMount: /Blueprint$/,
    guess: /^(app|bp|blueprint|\w+_bp|api)$/,
    imports: /^(\.|flask|quart)/,
    verbs: lower,
    fewest: 1,
    path: rooted,
    listed: { calls: ['route', 'add_url_rule'], keyword: 'methods', otherwise: 'GET' },
    prefix: 'url_prefix',
    mounts: [{ call: 'register_blueprint', path: 'url_prefix', router: 0, replaces: true }],
  },
  {
    framework: 'fastapi',
    languages: ['python'],
    makers: /^(fastapi\.)?(FastAPI|APIRouter)$/,
    needsMount: /APIRouter$/,
    guess: /^(app|router|api|\w+_router)$/,
    imports: /^(\.|fastapi|starlette)/,
    verbs: { ...lower, websocket: 'WS' },
    fewest: 1,
    path: rooted,
    listed: { calls: ['api_route'], keyword: 'methods', otherwise: 'GET' },
    prefix: 'prefix',
    mounts: [
      { call: 'include_router', path: 'prefix', router: 0 },
      { call: 'mount', path: 0, router: 1 },
    ],
  },
  {
    framework: 'django',
    languages: ['python'],
    makers: /^never$/,
    guess: /^$/,
    imports: /^django\b/,
    verbs: { path: 'ANY', re_path: 'ANY', url: 'ANY' },
    fewest: 2,
    path: anyPath,
    isWholeFile: true,
  },
  {
    framework: 'gin',
    languages: ['go'],
    makers: /^gin\.(Default|New)$/,
    guess: /^(r|router|rg|api|group|engine|g)$/,
    imports: /gin-gonic\/gin/,
    verbs: {
      GET: 'GET',
      POST: 'POST',
      PUT: 'PUT',
      PATCH: 'PATCH',
      DELETE: 'DELETE',
      HEAD: 'HEAD',
      OPTIONS: 'OPTIONS',
      Any: 'ANY',
    },
    fewest: 2,
    path: rooted,
    methodFirst: ['Handle'],
    groups: ['Group'],
  },
  {
    framework: 'chi',
    languages: ['go'],
    makers: /^chi\.New(Router|Mux)$/,
    guess: /^(r|router|mux|api)$/,
    imports: /go-chi\/chi/,
    verbs: {
      Get: 'GET',
      Post: 'POST',
      Put: 'PUT',
      Patch: 'PATCH',
      Delete: 'DELETE',
      Head: 'HEAD',
      Options: 'OPTIONS',
      HandleFunc: 'ANY',
      Handle: 'ANY',
    },
    fewest: 2,
    path: rooted,
    methodFirst: ['Method', 'MethodFunc'],
    groups: ['Route', 'Group'],
    mounts: [
      { call: 'Mount', path: 0, router: 1 },
      { call: 'Route', path: 0, router: 1 },
    ],
  },
  {
    framework: 'net/http',
    languages: ['go'],
    makers: /^http\.NewServeMux$/,
    guess: /^http$/,
    imports: /^net\/http$/,
    verbs: { HandleFunc: 'ANY', Handle: 'ANY' },
    fewest: 2,
    path: /^([A-Z]+ )?\//,
  },
  {
    framework: 'aspnet',
    languages: ['csharp'],
    makers: /^(WebApplication\.Create|\w*[bB]uilder\.Build)$/,
    guess: /^(app|routes|endpoints|group|builder)$/,
    verbs: {
      Map: 'ANY',
      MapGet: 'GET',
      MapPost: 'POST',
      MapPut: 'PUT',
      MapPatch: 'PATCH',
      MapDelete: 'DELETE',
    },
    fewest: 2,
    path: anyPath,
    methodSecond: ['MapMethods'],
    groups: ['MapGroup'],
  },
  {
    framework: 'axum',
    languages: ['rust'],
    makers: /^([\w:]+::)?(Router|OpenApiRouter|ApiRouter)(::<.*>)?::new$/,
    guess: /^(app|router|api|\w+_router)$/,
    imports: /^(axum|utoipa_axum|aide)\b/,
    verbs: { ...lower, any: 'ANY', trace: 'TRACE' },
    fewest: 3,
    path: rooted,
    methodIn: 'route',
    links: /^(route|nest|merge)$/,
    mounts: [
      { call: 'nest', path: 0, router: 1 },
      { call: 'merge', router: 0 },
    ],
  },
  {
    framework: 'rails',
    languages: ['ruby'],
    makers: /^never$/,
    guess: /^$/,
    files: /(^|\/)config\/routes(\/.*)?\.rb$/,
    verbs: { ...lower, root: 'GET' },
    fewest: 1,
    path: anyPath,
    groups: ['namespace', 'scope'],
    prefix: 'path',
    resources: {
      resources: { routes: railsMany, isMany: true },
      resource: { routes: railsOne, isMany: false },
    },
    nested: { collection: '/..' },
  },
  {
    framework: 'laravel',
    languages: ['php'],
    makers: /^never$/,
    guess: /^Route$/,
    imports: /^Illuminate\b/,
    files: /(^|\/)routes\/.*\.php$/,
    verbs: { ...lower, any: 'ANY', view: 'GET', redirect: 'GET' },
    fewest: 2,
    path: anyPath,
    methodFirst: ['match'],
    groups: ['prefix', 'group'],
    prefix: 'prefix',
    mounts: [{ call: 'group', path: 'prefix', router: 'any' }],
    isWholeFile: true,
    resources: {
      resource: { routes: [...laravelApi, ...laravelForms], isMany: true },
      apiResource: { routes: laravelApi, isMany: true },
    },
  },
]
