// The frameworks of Swift whose routes are registered by calls, one row each.

import { lower } from '../http-verbs.ts'
import { anyPath, type RouteRule } from '../route-rule.ts'

export const swiftRoutes: readonly RouteRule[] = [
  {
    framework: 'vapor',
    languages: ['swift'],
    makers: /^never$/,
    guess: /^(app|application|routes|router|builder|route|group|api)$/,
    imports: /^Vapor$/,
    verbs: { ...lower, webSocket: 'WS' },
    fewest: 1,
    path: anyPath,
    isPathOptional: true,
    isPieced: true,
    methodFirst: ['on'],
    groups: ['grouped', 'group'],
    mounts: [{ call: 'register', router: 'collection', method: 'boot' }],
  },
]
