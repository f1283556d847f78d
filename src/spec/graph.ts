// Questions about the dependency graph of a valid spec.

import type { Spec } from './model.ts'

/** The named resources and everything that they depend on. */
export function withDependencies(spec: Spec, addresses: Iterable<string>): ReadonlySet<string> {
  const byAddress = new Map(spec.resources.map(each => [each.address, each]))
  const found = new Set(addresses)
  for (const address of found)
    for (const to of byAddress.get(address)?.dependsOn ?? []) found.add(to)
  return found
}
