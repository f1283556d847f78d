// The fourth rung: of every name that was found somebody has written the body, here or elsewhere. Judges what it is told; whether a body
// is a stub, and what is behind a declaration without one, is found out by others.

import type { DeclarationKind } from '../contract/declaration-kinds.ts'
import type { FoundName, Names } from './declared.ts'
import {
  type CodeSymbol,
  type EvidenceFact,
  type FileFacts,
  fact,
  fault,
  type ResourceFacts,
  type Rung,
} from './facts.ts'
import { constructors } from './matching/kinds.ts'
import type { Match } from './matching/match.ts'
import { fails, holds, skipped } from './rungs.ts'

export function substantiveRung(
  { found, missing }: Names,
  symbols: readonly CodeSymbol[],
  { files, behind }: Pick<ResourceFacts, 'files' | 'behind'>,
): Rung {
  const bodies = found.filter(each =>
    each.matches.some(match => match.symbol || match.lost !== undefined),
  )
  if (found.length + missing.length === 0) return wholeFiles(symbols)
  if (bodies.length === 0) return skipped('substantive', bodiless(found))
  const facts = bodies.map(
    each =>
      stubOf(each, symbols) ??
      lossOf(each) ??
      (isOnlyDeclared(each, found, files)
        ? behindFact(each, behind)
        : fact(`${each.name} ${substanceOf(each)}`, each.matches[0]!.at)),
  )
  const faults = facts.filter(each => each.isFault)
  if (faults.length > 0) return fails('substantive', faults, 1 - faults.length / bodies.length)
  return holds('substantive', facts)
}

const bodiless = (found: readonly FoundName[]) =>
  found.some(each => each.matches.some(match => match.isRegistered))
    ? 'what answers is not found in this repository'
    : 'no declared name has a body'

function lossOf({ name, matches }: FoundName): EvidenceFact | undefined {
  const lost = matches.find(each => each.lost !== undefined)
  return lost && fault(`${name} is registered, but ${lost.lost}`, lost.at)
}

const shapes: Readonly<Partial<Record<DeclarationKind, string>>> = {
  interface: 'is an interface',
  protocol: 'is a protocol',
  type: 'is a type, which has no body',
  enum: 'is an enum',
  event: 'is an event, which has no body',
  error: 'is an error, which has no body',
  constant: 'is a constant',
}

/** Of several declarations the one that says most. */
function substanceOf({ matches }: FoundName): string {
  const declarations = matches.flatMap(each => each.symbol?.declaration ?? [])
  const told = declarations.find(each => each.hasBody) ?? declarations[0]
  const shape = told && shapes[told.kind]
  if (shape !== undefined) return shape
  const hasBody = told === undefined || told.hasBody || told.name === ''
  if (hasBody) return 'has a body'
  return /^(function|method|field)$/.test(told.kind) ? writtenByOthers : 'is declared'
}

const writtenByOthers = 'is declared without a body, for others to fill in'

/** A found name that somebody has written out as a stub. */
function stubOf(
  { name, matches }: FoundName,
  symbols: readonly CodeSymbol[],
): EvidenceFact | undefined {
  const isHollowMatch = ({ symbol }: Match) => symbol && isHollow(symbol, symbols)
  const stubs = matches.filter(isHollowMatch)
  const hasOwnBody =
    !qualifier.test(name) &&
    matches.some(each => each.symbol?.declaration.hasBody && !isHollowMatch(each))
  const stub = hasOwnBody ? stubs.find(each => !isOfBase(each)) : stubs[0]
  return stub && fault(`${name} is a stub body`, stub.at)
}

const qualifier = /[.#]|::/

/** A method of a type that says by its name that heirs are to fill it in. */
const isOfBase = ({ symbol }: Match) =>
  symbol?.declaration.kind === 'method' &&
  /^(?:Abstract|Base|I)(?=[A-Z_]|$)|(?:Base|Abstract|Interface|Protocol)$/.test(
    symbol.qualified.split('.').at(-2) ?? '',
  )

/** Who asks for these wants something that runs, and not a promise of it. */
const runs = /^(functions|commands|strategies|endpoints)$/

/** It is a function, and no declaration of it that was found has a body; that of a type which is asked for, too, belongs to that. */
function isOnlyDeclared(
  { attribute, matches }: FoundName,
  found: readonly FoundName[],
  files: readonly FileFacts[],
): boolean {
  if (!runs.test(attribute)) return false
  return matches.every(
    ({ symbol }) => symbol && isSignature(symbol, files) && !isOfAskedType(symbol, found),
  )
}

const isOfAskedType = ({ file, qualified }: CodeSymbol, found: readonly FoundName[]) =>
  found.some(
    each =>
      /^(class|classes|entities)$/.test(each.attribute) &&
      each.matches.some(
        ({ symbol }) =>
          symbol?.file === file &&
          symbol.qualified === qualified.slice(0, qualified.lastIndexOf('.')),
      ),
  )

function isSignature({ file, declaration }: CodeSymbol, files: readonly FileFacts[]): boolean {
  const { kind, name, parent, hasBody } = declaration
  if (hasBody || name === '') return false
  if (kind === 'function' || kind === 'method') return true
  const outline = files.find(each => each.path === file)?.outline
  // That of a class may be given a function anywhere.
  return kind === 'field' && outline?.declarations[parent]?.kind === 'interface'
}

function behindFact({ name, matches }: FoundName, behind: ResourceFacts['behind']): EvidenceFact {
  const [{ at }] = matches as readonly [Match]
  const all = matches.flatMap(({ symbol }) => (symbol && behind(symbol)) ?? [])
  const written = all.find(each => each.kind === 'written')
  const place = `${at.file}:${at.line}`
  if (written) return fact(`${name} is only declared in ${place}; implemented`, written.at)
  if (all.some(each => each.kind === 'supplied')) return fact(`${name} ${writtenByOthers}`, at)
  const stub = all.find(each => each.kind === 'stub')
  return stub
    ? fault(`${name} is only declared in ${place}; what implements it is a stub body`, stub.at)
    : fault(
        `${name} is only declared, and nothing implements it: write its body, or require: declared`,
        at,
      )
}

/** Where no names are declared, a file of nothing but stubs is a stub. */
function wholeFiles(symbols: readonly CodeSymbol[]): Rung {
  const withBodies = symbols.filter(each => each.declaration.hasBody || each.declaration.isStub)
  if (withBodies.length === 0) return skipped('substantive', 'nothing in it has a body')
  const real = withBodies.find(each => !isHollow(each, symbols))
  if (real) return holds('substantive', [fact(`${real.qualified} has a body`, placeOf(real))])
  return fails(
    'substantive',
    withBodies.map(each => fault(`${each.qualified} is a stub body`, placeOf(each))),
  )
}

const placeOf = ({ file, declaration }: CodeSymbol) => ({ file, line: declaration.line })

/** A stub itself, or a class whose every method is one: setting it up is no work, but where all that it does for others is to be. */
function isHollow(symbol: CodeSymbol, symbols: readonly CodeSymbol[]): boolean {
  if (symbol.declaration.isStub) return true
  const members = symbols.filter(
    each =>
      each.file === symbol.file &&
      each.qualified.startsWith(`${symbol.qualified}.`) &&
      each.declaration.kind === 'method',
  )
  const methods = members.filter(each => !isConstructor(each, symbol))
  const isUsed = !methods.every(isPrivate)
  const idle = isUsed ? methods : members
  return methods.length > 0 && idle.every(each => each.declaration.isStub)
}

/** As Python and JavaScript write it. */
const isPrivate = ({ declaration }: CodeSymbol) => /^[_#]/.test(declaration.name)

const isConstructor = ({ declaration }: CodeSymbol, type: CodeSymbol) =>
  constructors.has(declaration.name) || declaration.name === type.declaration.name
