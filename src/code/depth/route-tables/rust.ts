// The frameworks of Rust whose routes are registered by calls, one row each.

import { lower, type RouteRule, rooted } from '../route-rule.ts'

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
    links: /^(route|nest|merge)$/,
    mounts: [
      { call: 'nest', path: 0, router: 1 },
      { call: 'merge', router: 0 },
    ],
  },
]
