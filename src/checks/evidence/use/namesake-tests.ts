// Uses of a member in tests that are about another type: a test names `Pond` of its own package and calls `drain` of that, and says nothing
// of the `Pond` of another package. Where a file does not tell whose type it names, everything stays.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import type { Mention } from '../../../evidence/facts.ts'
import { codeOf } from '../code-of.ts'
import { findNamesakes } from '../types/namesake.ts'

/** Languages whose packages and namespaces tell. */
const told = /\.(java|kts?|cs|php)$/

export function withoutNamesakes(
  mentions: readonly Mention[],
  files: readonly string[],
  codebase: Codebase,
): readonly Mention[] {
  const types = files
    .filter(path => told.test(path))
    .flatMap(path => sharedTypes(path, codebase).map(type => ({ path, ...type })))
  if (types.length === 0 || types.length < files.length) return mentions
  const isNamesake = findNamesakes(codebase)
  const isOther = (user: string, { name, path }: { name: string; path: string }) =>
    isNamed(user, name, codebase) &&
    isNamesake(user, name, path) &&
    !isQualified(user, name, codebase)
  return mentions.filter(({ isTest, means, name, at: { file } }) => {
    if (!isTest || means) return true
    const owners = types.filter(each => each.members.has(name))
    return owners.length === 0 || !owners.every(each => isOther(file, each))
  })
}

/** The types of a file whose name others have, too, with the names of what they have. */
function sharedTypes(path: string, codebase: Codebase) {
  const { declarations = [] } = codebase.outline(path) ?? {}
  return declarations.flatMap((each, index) =>
    isType(each) && codebase.declaring(each.name).length > 1
      ? [{ name: each.name, members: membersOf(index, declarations) }]
      : [],
  )
}

const isType = ({ kind, parent }: Declaration) =>
  parent < 0 && /^(class|struct|interface|enum)$/.test(kind)

const membersOf = (type: number, declarations: readonly Declaration[]) =>
  new Set(declarations.filter(each => each.parent === type).map(each => each.name))

const isNamed = (path: string, name: string, codebase: Codebase) =>
  new RegExp(String.raw`\b${name}\b`).test(codeOf(path, codebase))

/** With its package in front it may be either. */
const isQualified = (path: string, name: string, codebase: Codebase) =>
  new RegExp(String.raw`^(?!\s*(?:import|using|use)\b).*[.\\]${name}\b`, 'm').test(
    codeOf(path, codebase),
  )
