// The frameworks of PHP whose routes are registered by calls, one row each.

import { anyPath, lower, type RouteRule } from '../route-rule.ts'
import { laravelApi, laravelForms } from '../usual-tables.ts'

export const phpRoutes: readonly RouteRule[] = [
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
