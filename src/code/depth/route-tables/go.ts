// The frameworks of Go whose routes are registered by calls, one row each.

import { type RouteRule, rooted } from '../route-rule.ts'

export const goRoutes: readonly RouteRule[] = [
  {
    framework: 'gin',
    languages: ['go'],
    makers: /^gin\.(Default|New)$/,
    guess: /^(r|router|rg|api|group|engine|g)$/,
    imports: /gin-gonic\/gin/,
    verbs: {
      GET: 'GET',
      POST: 'POST',
      PUT: 'PUT',
      PATCH: 'PATCH',
      DELETE: 'DELETE',
      HEAD: 'HEAD',
      OPTIONS: 'OPTIONS',
      Any: 'ANY',
    },
    fewest: 2,
    path: rooted,
    methodFirst: ['Handle'],
    groups: ['Group'],
  },
  {
    framework: 'chi',
    languages: ['go'],
    makers: /^chi\.New(Router|Mux)$/,
    guess: /^(r|router|mux|api)$/,
    imports: /go-chi\/chi/,
    verbs: {
      Get: 'GET',
      Post: 'POST',
      Put: 'PUT',
      Patch: 'PATCH',
      Delete: 'DELETE',
      Head: 'HEAD',
      Options: 'OPTIONS',
      HandleFunc: 'ANY',
      Handle: 'ANY',
    },
    fewest: 2,
    path: rooted,
    methodFirst: ['Method', 'MethodFunc'],
    groups: ['Route', 'Group'],
    mounts: [
      { call: 'Mount', path: 0, router: 1 },
      { call: 'Route', path: 0, router: 1 },
    ],
  },
  {
    framework: 'net/http',
    languages: ['go'],
    makers: /^http\.NewServeMux$/,
    guess: /^http$/,
    imports: /^net\/http$/,
    verbs: { HandleFunc: 'ANY', Handle: 'ANY' },
    fewest: 2,
    path: /^([A-Z]+ )?\//,
  },
]
