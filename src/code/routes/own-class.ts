// Routers that are none: what made them is imported from a file of the repository that declares a class of that name, with nothing above it.

import { resolveImport } from '../resolve.ts'
import type { Repository } from './look-up.ts'
import type { PlacedRouter } from './routed-file.ts'

export function isOfOwnClass({ file, router }: PlacedRouter, repository: Repository): boolean {
  const { imports = [] } = repository.passing(file)?.outline ?? {}
  const brought =
    router.madeBy !== undefined && imports.find(each => (each.alias || each.name) === router.madeBy)
  if (!brought) return false
  const names = [brought.name, router.madeBy]
  return resolveImport(file, brought, repository.resolution).some(path => {
    const lines = repository.sourceOf(path).split('\n')
    const { declarations = [] } = repository.passing(path)?.outline ?? {}
    return declarations.some(
      ({ kind, name, line }) =>
        kind === 'class' && names.includes(name) && isAlone(lines[line - 1] ?? ''),
    )
  })
}

/** Whether the heading of a class ends in its line, with no other class above. */
export const isAlone = (header: string) =>
  /\bclass\s+\w+\s*(<[^<>]*>\s*)?(implements\b[^{]*)?\{|\bclass\s+\w+\s*(\(\s*\))?\s*:/.test(header)
