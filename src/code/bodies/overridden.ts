// Methods without a body of their own that every heir in the same file fills in: they say what has to be done, and are no stubs.
// Heirs are told by the headers of their classes; what other files inherit is looked for where a resource points.

import type { Declaration } from '../model.ts'

type Member = Pick<Declaration, 'kind' | 'name' | 'parent' | 'isStub'>

/** Indices of the stubs that are overridden. `headerOf`: the text of a declaration from its start to its body. */
export function overriddenStubs(
  members: readonly Member[],
  headerOf: (index: number) => string,
): ReadonlySet<number> {
  const stubs = members.flatMap(({ isStub, kind, parent }, index) =>
    isStub && kind === 'method' && parent >= 0 ? [index] : [],
  )
  if (stubs.length === 0) return new Set()
  const types = members.flatMap(({ kind }, index) =>
    kind === 'class' || kind === 'contract' ? [{ index, bases: basesIn(headerOf(index)) }] : [],
  )
  const filled = new Set(
    members.filter(each => !each.isStub).map(each => `${each.parent} ${each.name}`),
  )
  const isOverridden = (index: number) => {
    const { name, parent } = members[index]!
    const heirs = types.filter(
      each => each.index !== parent && each.bases.has(members[parent]!.name),
    )
    return heirs.length > 0 && heirs.every(heir => filled.has(`${heir.index} ${name}`))
  }
  return new Set(stubs.filter(isOverridden))
}

/** Every name behind the one that is declared. */
export function basesIn(header: string): ReadonlySet<string> {
  const heritage = /(?:\bextends\b|\bimplements\b|\bis\b|[<:(])([\s\S]*)$/.exec(header)?.[1] ?? ''
  return new Set(heritage.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [])
}
