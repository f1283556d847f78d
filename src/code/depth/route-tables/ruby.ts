// The frameworks of Ruby whose routes are registered by calls, one row each.

import { anyPath, lower, type RouteRule } from '../route-rule.ts'
import { railsMany, railsOne } from '../usual-tables.ts'

export const rubyRoutes: readonly RouteRule[] = [
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
]
