// Methods written away from their type: Go receivers, Rust impl blocks, C++ `A::run`, Swift extensions.
// Below their type they become its children; elsewhere their name carries the type: `A.run`. So a parent always stands above.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import type { Found } from './found.ts'

export interface Owned {
  readonly name: string
  readonly parent: number
}

export function linkOwners(found: readonly Found[]): readonly Owned[] {
  const holders = new Map<string, number>()
  const holds = markHolders(found)
  found.forEach(({ name }, index) => {
    if (holds[index] && !holders.has(name)) holders.set(name, index)
  })
  return found.map(({ name, owner, parent }, index) => {
    if (owner === '') return { name, parent }
    const holder = holders.get(owner.slice(owner.lastIndexOf('.') + 1))
    const isAbove = holder !== undefined && holder < index
    return isAbove ? { name, parent: holder } : { name: `${owner}.${name}`, parent }
  })
}

/** Types that no function encloses: a parent chain through them ends. */
function markHolders(found: readonly Found[]): boolean[] {
  const holds: boolean[] = []
  for (const { rule, parent, owner } of found) {
    const isHolder = owner === '' && !holdsNothing.has(rule.kind)
    holds.push(isHolder && (parent < 0 || holds[parent]!))
  }
  return holds
}

const holdsNothing: ReadonlySet<DeclarationKind> = new Set([
  'function',
  'method',
  'field',
  'constant',
  'modifier',
])
