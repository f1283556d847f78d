// Methods without a body of their own that every heir in the same file fills in, and types without anything that others in it are made
// from: they say what has to be done or what belongs together, and are no stubs.
// Heirs are told by the headers of their classes; what other files inherit is looked for where a resource points.

import type { Declaration } from '../model.ts'
import { saysUnfinished } from './wording.ts'

type Member = Pick<Declaration, 'kind' | 'name' | 'parent' | 'isStub'>

/** The texts of a declaration, by its index. */
export interface Texts {
  /** From its start to its body. */
  readonly headerOf: (index: number) => string
  /** All of it, with the comments above it and behind it. */
  readonly wholeOf: (index: number) => string
}

const noStubs: ReadonlySet<number> = new Set()

const isInherited = ({ isStub, kind, parent }: Member) => isStub && kind === 'method' && parent >= 0
const isEmptyType = ({ isStub, kind }: Member) =>
  isStub && (kind === 'class' || kind === 'contract')

/** Indices of the stubs that are overridden, and of the empty types that others are made from. */
export function overriddenStubs(
  members: readonly Member[],
  { headerOf, wholeOf }: Texts,
): ReadonlySet<number> {
  if (!members.some(each => isInherited(each) || isEmptyType(each))) return noStubs
  const methods = indicesWhere(members, isInherited)
  const types = indicesWhere(members, isEmptyType)
  const parents = [...new Set([...methods.map(index => members[index]!.parent), ...types])]
  const heirs = heirsOf(members, parents, headerOf)
  if (heirs.size === 0) return noStubs
  const filled = filledMembers(members, new Set([...heirs.values()].flat()))
  const isOverridden = (index: number) => {
    const { name, parent } = members[index]!
    return heirs.get(parent)?.every(heir => filled.names.has(`${heir} ${name}`)) === true
  }
  const isBase = (index: number) =>
    heirs
      .get(index)
      ?.some(heir => filled.types.has(heir) && comesFrom(headerOf(heir), members[index]!.name)) ===
      true && !saysUnfinished(wholeOf(index))
  return new Set([...methods.filter(isOverridden), ...types.filter(isBase)])
}

const indicesWhere = (members: readonly Member[], is: (each: Member) => boolean) =>
  members.flatMap((each, index) => (is(each) ? [index] : []))

/** And not from a list of such, nor with such an argument: `class Begun extends Map<string, Event>`. */
const comesFrom = (header: string, name: string): boolean =>
  new RegExp(
    String.raw`(?:\b(?:extends|implements|is|public|protected|private|virtual)\s+|[:(<,]\s*)(?:[\w.]+(?:\.|::))?${name.replaceAll('$', String.raw`\$`)}(?![\w$])`,
  ).test(withoutArguments(header))

const withoutArguments = (header: string) => header.replace(given, '')

/** `<Event>`, `[Event]`, `type=Event`, and in parentheses what is no list of types: `(val event: Event)`, `(Event event)`. */
const given = /(?<=\w)(?:<[^<>]*>|\[[^[\]]*\])|\b\w+=\w*|\((?=[^()]*\w[\s:]\s?\w)[^()]*\)/g

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

interface Filled {
  /** `type name` of each member of these types that does something. */
  readonly names: ReadonlySet<string>
  /** Those of the types that have any. */
  readonly types: ReadonlySet<number>
}

function filledMembers(members: readonly Member[], types: ReadonlySet<number>): Filled {
  const filled = members.filter(({ isStub, parent }) => !isStub && types.has(parent))
  return {
    names: new Set(filled.map(({ parent, name }) => `${parent} ${name}`)),
    types: new Set(filled.map(each => each.parent)),
  }
}

/** Every name behind the one that is declared. */
export function basesIn(header: string): ReadonlySet<string> {
  const heritage = /(?:\bextends\b|\bimplements\b|\bis\b|[<:(])([\s\S]*)$/.exec(header)?.[1] ?? ''
  return new Set(heritage.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [])
}
