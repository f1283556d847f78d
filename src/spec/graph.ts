// Questions about the dependency graph of a valid spec. All answers are in declaration order.

import type { Resource, Spec } from './model.ts'

/** The named resources and everything that they depend on. */
export function withDependencies(spec: Spec, addresses: Iterable<string>): ReadonlySet<string> {
  const byAddress = new Map(spec.resources.map(each => [each.address, each]))
  const found = new Set(addresses)
  for (const address of found)
    for (const to of byAddress.get(address)?.dependsOn ?? []) found.add(to)
  return found
}

/** Dependencies before dependents; ties in declaration order. */
export function dependencyOrder(spec: Spec): readonly Resource[] {
  const dependents = new Map<string, Resource[]>()
  const open = new Map<string, number>()
  for (const resource of spec.resources) {
    open.set(resource.address, new Set(resource.dependsOn).size)
    for (const to of new Set(resource.dependsOn))
      if (!dependents.get(to)?.push(resource)) dependents.set(to, [resource])
  }
  const order = spec.resources.filter(each => open.get(each.address) === 0)
  for (const resource of order) {
    for (const next of dependents.get(resource.address) ?? []) {
      const left = open.get(next.address)! - 1
      open.set(next.address, left)
      if (left === 0) order.push(next)
    }
  }
  return order
}
