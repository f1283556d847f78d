// The frameworks of Kotlin whose routes are registered by calls, one row each.

import { lower } from '../http-verbs.ts'
import { anyPath, type RouteRule } from '../route-rule.ts'
import { spring } from './java.ts'

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
  { ...spring, languages: ['kotlin'], groups: ['path', 'nest'] },
]
