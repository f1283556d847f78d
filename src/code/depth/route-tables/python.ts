// The frameworks of Python whose routes are registered by calls, one row each.

import { anyPath, lower, type RouteRule, rooted } from '../route-rule.ts'

export const pythonRoutes: readonly RouteRule[] = [
  {
    framework: 'flask',
    languages: ['python'],
    makers: /^(flask\.)?(Flask|Blueprint|Quart)$/,
    needsMount: /Blueprint$/,
    guess: /^(app|bp|blueprint|\w+_bp|api)$/,
    imports: /^(\.|flask|quart)/,
    verbs: lower,
    fewest: 1,
    path: rooted,
    listed: { calls: ['route', 'add_url_rule'], keyword: 'methods', otherwise: 'GET' },
    prefix: 'url_prefix',
    mounts: [{ call: 'register_blueprint', path: 'url_prefix', router: 0, replaces: true }],
  },
  {
    framework: 'fastapi',
    languages: ['python'],
    makers: /^(fastapi\.)?(FastAPI|APIRouter)$/,
    needsMount: /APIRouter$/,
    guess: /^(app|router|api|\w+_router)$/,
    imports: /^(\.|fastapi|starlette)/,
    verbs: { ...lower, websocket: 'WS' },
    fewest: 1,
    path: rooted,
    listed: { calls: ['api_route'], keyword: 'methods', otherwise: 'GET' },
    prefix: 'prefix',
    mounts: [
      { call: 'include_router', path: 'prefix', router: 0 },
      { call: 'mount', path: 0, router: 1 },
    ],
  },
  {
    framework: 'django',
    languages: ['python'],
    makers: /^never$/,
    guess: /^$/,
    imports: /^django\b/,
    verbs: { path: 'ANY', re_path: 'ANY', url: 'ANY' },
    fewest: 2,
    path: anyPath,
    isWholeFile: true,
  },
]
