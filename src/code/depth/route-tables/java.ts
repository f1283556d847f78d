// The frameworks of Java whose routes are registered by calls, one row each.

import { upper } from '../http-verbs.ts'
import { type RouteRule, rooted } from '../route-rule.ts'

export const springFunctions = /^org\.springframework\.web\.(servlet|reactive)\.function\b/

export const javaRoutes: readonly RouteRule[] = [
  {
    framework: 'spring',
    languages: ['java'],
    makers: /^never$/,
    guess: /^$/,
    imports: springFunctions,
    verbs: upper,
    fewest: 2,
    path: rooted,
    groups: ['path', 'nest', 'andNest'],
    hasReceivers: true,
  },
]
