// The frameworks of PHP whose routes are registered by calls, one row each.

import { lower } from '../http-verbs.ts'
import { anyPath, type RouteRule, rooted } from '../route-rule.ts'
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
    controllers: 'texts',
    resources: {
      resource: { routes: [...laravelApi, ...laravelForms], isMany: true },
      apiResource: { routes: laravelApi, isMany: true },
    },
  },
  {
    framework: 'slim',
    languages: ['php'],
    makers:
      /^(new )?(AppFactory\.create|AppFactory\.createFromContainer|App|Bridge\.create|\\?Slim\\App)$/,
    guess: /^\$(app|group|proxy|router)$/,
    imports: /^(Slim|DI\\Bridge\\Slim)\b/,
    verbs: { ...lower, any: 'ANY' },
    fewest: 2,
    path: rooted,
    methodFirst: ['map'],
    groups: ['group'],
    prefixCalls: ['setBasePath'],
  },
  {
    framework: 'lumen',
    languages: ['php'],
    makers: /^never$/,
    guess: /^\$(router|app)$/,
    files: /(^|\/)routes\/\w+\.php$/,
    verbs: lower,
    fewest: 2,
    path: anyPath,
    groups: ['group'],
    prefix: 'prefix',
  },
]
