// The third rung and the names behind it: which of the declared names were found, where, and what comes nearest to the others.

import { nearest } from '../base/nearest.ts'
import type { DeclarationKind } from '../contract/declaration-kinds.ts'
import { type Expectation, expectationsOf } from './expectations.ts'
import { type EvidenceFact, fact, fault, type Rung } from './facts.ts'
import type { Haystack, Match } from './matching/match.ts'
import { ruleOf } from './matching/rules.ts'

export interface FoundName extends Expectation {
  readonly matches: readonly Match[]
}

export interface MissingName extends Expectation {
  /** A name that is there and looks like it. */
  readonly nearest: string | undefined
  /** The very name is there as something else. */
  readonly foundAs: DeclarationKind | undefined
  /** Only tests beside the code have the very name. */
  readonly isOfTests: boolean
  /** The file that exports it, and what it does not have. */
  readonly empty: EvidenceFact | undefined
}

export interface Names {
  readonly found: readonly FoundName[]
  readonly missing: readonly MissingName[]
}

/** `written` are the symbols of the files with those of tests beside the code. */
export function findNames(
  resource: Parameters<typeof expectationsOf>[0],
  haystack: Haystack,
  written = haystack.symbols,
): Names {
  const all = expectationsOf(resource).map(each => ({
    ...each,
    matches: ruleOf(each.attribute).find(each.name, haystack),
  }))
  const kinds = new Map(
    haystack.symbols.map(each => [each.declaration.name, each.declaration.kind]),
  )
  return {
    found: all.filter(each => each.matches.length > 0),
    missing: all
      .filter(each => each.matches.length === 0)
      .map(({ attribute, name }) => ({
        attribute,
        name,
        nearest: kinds.has(name) ? undefined : nearest(name, kinds.keys()),
        foundAs: kinds.get(name),
        isOfTests: !kinds.has(name) && written.some(each => each.declaration.name === name),
        empty: attribute === 'exports' ? emptyExport(name, haystack) : undefined,
      })),
  }
}

function emptyExport(name: string, { files }: Haystack): EvidenceFact | undefined {
  const found = files.flatMap(({ path, empty = [] }) =>
    empty
      .filter(each => each.name === name)
      .map(({ why, line }) => fault(why, { file: path, line })),
  )
  return found[0]
}

export const nothingToProve =
  'It declares nothing to prove: declare names, tests or checks, or require: present'

/** `provesNothing`: somebody asks for more than files, and says nothing that could be found in them. */
export function declaredRung({ found, missing }: Names, provesNothing: boolean): Rung {
  const all = found.length + missing.length
  if (provesNothing)
    return { level: 'declared', outcome: 'fails', share: 0, facts: [fault(nothingToProve)] }
  if (all === 0)
    return { level: 'declared', outcome: 'n/a', share: 1, facts: [fact('no names are declared')] }
  const doubtful = found.filter(isDoubtful)
  return {
    level: 'declared',
    outcome: missing.length + doubtful.length === 0 ? 'holds' : 'fails',
    share: (found.length - doubtful.length / 2) / all,
    facts: [...found.map(foundFact), ...missing.map(missingFact)],
  }
}

const isDoubtful = ({ matches }: FoundName) => matches[0]?.doubt !== undefined

const foundFact = ({ name, matches: [first] }: FoundName): EvidenceFact =>
  first!.doubt === undefined
    ? fact(`${name} is declared`, first!.at)
    : fault(`${name} ${first!.doubt}`, first!.at)

const missingFact = (missing: MissingName): EvidenceFact =>
  missing.empty ??
  fault(`${missing.name} is not found among the ${wordFor(missing.attribute)}${hint(missing)}`)

const wordFor = (attribute: string) => (attribute === 'class' ? 'classes' : attribute)

function hint({ nearest: near, foundAs, isOfTests }: MissingName): string {
  if (isOfTests) return '; only tests have it'
  if (foundAs !== undefined) return `; it is declared as a ${foundAs}`
  return near === undefined ? '' : `; the nearest is ${near}`
}
