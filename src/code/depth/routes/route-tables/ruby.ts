// The frameworks of Ruby whose routes are registered by calls, one row each.

import { lower } from '../http-verbs.ts'
import { anyPath, type RouteRule, rooted } from '../route-rule.ts'
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
    listed: { calls: ['match'], keyword: 'via', otherwise: 'ANY' },
    groups: ['namespace', 'scope'],
    prefix: 'path',
    parts: /(^|\/)config\/routes\//,
    concerns: { block: 'concern', use: 'concerns' },
    mounts: [{ call: 'mount', path: 'at', router: 0, isPair: true }],
    resources: {
      resources: { routes: railsMany, isMany: true },
      resource: { routes: railsOne, isMany: false },
    },
    controllers: 'actions',
    moduleGroup: 'namespace',
    nested: { collection: '/..' },
  },
  {
    framework: 'grape',
    languages: ['ruby'],
    makers: /^never$/,
    classes: /<\s*(?<base>(::)?Grape::API)\b/,
    imports: /^grape$/,
    verbs: lower,
    fewest: 1,
    path: anyPath,
    isPathOptional: true,
    groups: ['namespace', 'group', 'resource', 'resources', 'segment', 'route_param'],
    parameterGroup: 'route_param',
    prefixCalls: ['prefix', 'version'],
    mounts: [{ call: 'mount', router: 0, isPair: true }],
  },
  {
    framework: 'sinatra',
    languages: ['ruby'],
    makers: /^never$/,
    guess: /^$/,
    classes: /<\s*(?<base>(?!(::)?Grape::)[A-Z][\w:]*)/,
    imports: /^sinatra\b/,
    files: /(^|\/)config\.ru$/,
    verbs: lower,
    fewest: 2,
    path: rooted,
    isPathOptionalIn: 'namespace',
    groups: ['namespace', 'map'],
    mounts: [
      { call: 'use', router: 0 },
      { call: 'run', router: 0 },
    ],
  },
]
