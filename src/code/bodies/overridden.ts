// Methods without a body of their own that every heir in the same file fills in: they say what has to be done, and are no stubs.
// Heirs are told by the headers of their classes; what other files inherit is looked for where a resource points.

import type { Declaration } from '../model.ts'

type Member = Pick<Declaration, 'kind' | 'name' | 'parent' | 'isStub'>

const noStubs: ReadonlySet<number> = new Set()

const isInherited = ({ isStub, kind, parent }: Member) => isStub && kind === 'method' && parent >= 0

/** Indices of the stubs that are overridden. `headerOf`: the text of a declaration from its start to its body. */
export function overriddenStubs(
  members: readonly Member[],
  headerOf: (index: number) => string,
): ReadonlySet<number> {
  if (!members.some(isInherited)) return noStubs
  const stubs = members.flatMap((member, index) => (isInherited(member) ? [index] : []))
  const parents = [...new Set(stubs.map(index => members[index]!.parent))]
  const heirs = heirsOf(members, parents, headerOf)
  if (heirs.size === 0) return noStubs
  const filled = filledMembers(members, new Set([...heirs.values()].flat()))
  const isOverridden = (index: number) => {
    const { name, parent } = members[index]!
    return heirs.get(parent)?.every(heir => filled.has(`${heir} ${name}`)) === true
  }
  return new Set(stubs.filter(isOverridden))
}

/** The types that name one of the parents behind their own name, by parent. */
function heirsOf(
  members: readonly Member[],
  parents: readonly number[],
  headerOf: (index: number) => string,
): ReadonlyMap<number, readonly number[]> {
  const heirs = new Map<number, number[]>()
  const named = Map.groupBy(parents, parent => members[parent]!.name)
  for (const [index, { kind }] of members.entries()) {
    if (kind !== 'class' && kind !== 'contract') continue
    const bases = [...basesIn(headerOf(index))].flatMap(name => named.get(name) ?? [])
    for (const parent of bases)
      if (parent !== index) heirs.set(parent, [...(heirs.get(parent) ?? []), index])
  }
  return heirs
}

/** `type name` of each member of these types that does something. */
function filledMembers(
  members: readonly Member[],
  types: ReadonlySet<number>,
): ReadonlySet<string> {
  return new Set(
    members
      .filter(({ isStub, parent }) => !isStub && types.has(parent))
      .map(({ parent, name }) => `${parent} ${name}`),
  )
}

/** Every name behind the one that is declared. */
export function basesIn(header: string): ReadonlySet<string> {
  const heritage = /(?:\bextends\b|\bimplements\b|\bis\b|[<:(])([\s\S]*)$/.exec(header)?.[1] ?? ''
  return new Set(heritage.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [])
}
