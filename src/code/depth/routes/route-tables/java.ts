// The frameworks of Java whose routes are registered by calls, one row each.

import { upper } from '../http-verbs.ts'
import { type RouteRule, rooted } from '../route-rule.ts'

export const springFunctions = /^org\.springframework\.web\.(servlet|reactive)\.function\b/

/** The functional style of Spring, in whichever language. */
export const spring = {
  framework: 'spring',
  makers: /^never$/,
  guess: /^$/,
  imports: springFunctions,
  verbs: upper,
  fewest: 2,
  path: rooted,
} as const

export const javaRoutes: readonly RouteRule[] = [
  { ...spring, languages: ['java'], groups: ['path', 'nest', 'andNest'], hasReceivers: true },
]
