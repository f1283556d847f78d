// The frameworks of Rust whose routes are registered by calls, one row each.

import { lower } from '../http-verbs.ts'
import { anyPath, type RouteRule, rooted } from '../route-rule.ts'

export const rustRoutes: readonly RouteRule[] = [
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
    filtered: 'on',
    links: /^(route|nest|merge)$/,
    mounts: [
      { call: 'nest', path: 0, router: 1 },
      { call: 'merge', router: 0 },
    ],
  },
  {
    framework: 'actix-web',
    languages: ['rust'],
    makers: /^(actix_web::)?(App::new|(web::)?(scope|resource))$/,
    needsMount: /(scope|resource)$/,
    guess: /^(app|cfg|config|conf|scope)$/,
    imports: /^actix_web\b/,
    verbs: { ...lower, to: 'ANY' },
    fewest: 1,
    path: anyPath,
    isPathOptional: true,
    methodIn: 'route',
    handlerIn: 'to',
    links: /^(service|route|configure|wrap|app_data)$/,
    groups: [
      'web::scope',
      'scope',
      'web::resource',
      'resource',
      'actix_web::web::scope',
      'configure',
    ],
    mounts: [
      { call: 'service', router: 0 },
      { call: 'configure', router: 0 },
    ],
  },
  {
    framework: 'rocket',
    languages: ['rust'],
    makers: /^(\[\]|([\w:]+::)?(rocket::build|rocket::custom|Rocket::build|Rocket::custom|build))$/,
    guess: /^(rocket|app)$/,
    verbs: {},
    fewest: 1,
    path: rooted,
    links: /^(mount|attach|manage)$/,
    mounts: [{ call: 'mount', path: 0, router: 1 }],
  },
]
