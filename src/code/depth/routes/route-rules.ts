// The frameworks whose routes are registered by calls, of all languages. A framework is a row of the table of its language and
// nothing else.

import type { RouteRule } from './route-rule.ts'
import { csharpRoutes } from './route-tables/csharp.ts'
import { goRoutes } from './route-tables/go.ts'
import { javaRoutes } from './route-tables/java.ts'
import { kotlinRoutes } from './route-tables/kotlin.ts'
import { phpRoutes } from './route-tables/php.ts'
import { pythonRoutes } from './route-tables/python.ts'
import { rubyRoutes } from './route-tables/ruby.ts'
import { rustRoutes } from './route-tables/rust.ts'
import { scriptRoutes } from './route-tables/script.ts'

import { swiftRoutes } from './route-tables/swift.ts'

export const routeRules: readonly RouteRule[] = [
  ...scriptRoutes,
  ...pythonRoutes,
  ...goRoutes,
  ...csharpRoutes,
  ...rustRoutes,
  ...rubyRoutes,
  ...phpRoutes,
  ...javaRoutes,
  ...kotlinRoutes,
  ...swiftRoutes,
]
