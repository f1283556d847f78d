// Methods of controllers that a route leads to: who asks for the address calls them, and nothing in the code refers to them. Routes are
// put together only where somebody asks about such a type.

import type { Codebase } from '../../../code/codebase.ts'
import type { Called } from '../conventions/conventions.ts'
import { readImports } from '../imports.ts'
import { findAnswers } from './handlers.ts'
import { registeredRoutes } from './routes.ts'

/** In their languages routes name a controller in a text, or by a name that stands for it. */
const controllers = /Controller\.php$|_controller\.rb$/

/** By `path#A` and `path#A.run`; nothing where no controller is among the files. */
export async function routedMethods(
  paths: readonly string[],
  codebase: Codebase,
): Promise<ReadonlyMap<string, Called>> {
  if (!paths.some(path => controllers.test(path))) return new Map()
  const answersOf = findAnswers(codebase, readImports(codebase).importsOf)
  const routes = (await registeredRoutes(codebase)).filter(each => /\.(php|rb)$/.test(each.file))
  return new Map(
    routes.flatMap(({ file, line, handler, method, path }) =>
      (handler === '' ? [] : answersOf(file, handler, line)).flatMap(({ symbol }) => {
        const by = `routed as ${method} ${path}`
        const owner = symbol.qualified.replace(/\.[^.]*$/, '')
        return [symbol.qualified, owner].map(name => [`${symbol.file}#${name}`, { by }] as const)
      }),
    ),
  )
}
