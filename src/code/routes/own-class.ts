// Routers that are none: what made them is imported from a file of the repository that declares a class of that name, with nothing above it.
// Follows what passes the class on for a bounded number of steps.

import { resolveImport } from '../resolve.ts'
import { handedOutAs } from './handed-out-as.ts'
import { type Repository, readExpression } from './look-up.ts'
import type { PlacedRouter } from './routed-file.ts'

const deepest = 4

export function isOfOwnClass({ file, router }: PlacedRouter, repository: Repository): boolean {
  const { imports = [] } = repository.passing(file)?.outline ?? {}
  const brought =
    router.madeBy !== undefined && imports.find(each => (each.alias || each.name) === router.madeBy)
  if (!brought) return false
  const names = [brought.name, router.madeBy]
  return resolveImport(file, brought, repository.resolution).some(path =>
    hasOwn(path, names, repository, deepest),
  )
}

/** `names` are what the class is asked for by, and what it may be called where it is a default. */
function hasOwn(
  path: string,
  names: readonly string[],
  repository: Repository,
  steps: number,
): boolean {
  const { declarations = [] } = repository.passing(path)?.outline ?? {}
  const classes = declarations.filter(
    each => each.kind === 'class' && each.parent < 0 && names.includes(each.name),
  )
  const lines = classes.length > 0 ? repository.sourceOf(path).split('\n') : []
  if (classes.length > 0) return classes.some(each => isAlone(lines[each.line - 1] ?? ''))
  if (steps === 0) return false
  return passedOn(path, names, repository).some(({ module, name }) =>
    resolveImport(path, { module, name }, repository.resolution).some(
      each => each !== path && hasOwn(each, [name, ...names.slice(-1)], repository, steps - 1),
    ),
  )
}

/** `export * from './router'`, `export { Own as Router } from './own'`, `module.exports = { Router: require('./router') }`. */
function passedOn(path: string, names: readonly string[], { passing, sourceOf }: Repository) {
  const { exports = [], imports = [] } = passing(path)?.outline ?? {}
  const [wanted] = names
  const here = exports.filter(each => each.name === wanted || each.name === '*')
  const locals = [wanted, ...here.filter(each => each.module === '').map(each => each.local)]
  const handed = handedOutAs([wanted!], sourceOf(path))
  const { module } = handed ? readExpression(handed.expression) : { module: undefined }
  return [
    ...here
      .filter(each => each.module !== '')
      .map(each => ({ module: each.module, name: each.name === '*' ? wanted! : each.local })),
    ...imports.filter(each => locals.includes(each.alias || each.name)),
    ...(module === undefined ? [] : [{ module, name: 'default' }]),
  ]
}

/** Whether the heading of a class ends in its line, with no other class above. */
export const isAlone = (header: string) =>
  /\bclass\s+\w+\s*(<[^<>]*>\s*)?(implements\b[^{]*)?\{|\bclass\s+\w+\s*(\(\s*\))?\s*:/.test(header)
