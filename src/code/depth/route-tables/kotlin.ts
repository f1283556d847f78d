// The frameworks of Kotlin whose routes are registered by calls, one row each.

import { anyPath, lower, type RouteRule, rooted } from '../route-rule.ts'

export const kotlinRoutes: readonly RouteRule[] = [
  {
    framework: 'ktor',
    languages: ['kotlin'],
    makers: /^never$/,
    guess: /^(|this|app|application|routing|route|server)$/,
    imports: /^io\.ktor\.server\b/,
    verbs: { ...lower, webSocket: 'WS', handle: 'ANY' },
    fewest: 1,
    path: anyPath,
    isPathOptional: true,
    groups: ['route', 'routing'],
    hasReceivers: true,
  },
  {
    framework: 'spring',
    languages: ['kotlin'],
    makers: /^never$/,
    guess: /^$/,
    imports: /^org\.springframework\.web\.(servlet|reactive)\.function\b/,
    verbs: {
      GET: 'GET',
      POST: 'POST',
      PUT: 'PUT',
      PATCH: 'PATCH',
      DELETE: 'DELETE',
      HEAD: 'HEAD',
      OPTIONS: 'OPTIONS',
    },
    fewest: 2,
    path: rooted,
    groups: ['path', 'nest'],
  },
]
