// The rungs that a file answers by itself: present, parsed, substantive.

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

type Level = Rung['level']

export const holds = (level: Level, facts: readonly EvidenceFact[]): Rung => ({
  level,
  outcome: 'holds',
  share: 1,
  facts,
})
export const fails = (level: Level, facts: readonly EvidenceFact[], share = 0): Rung => ({
  level,
  outcome: 'fails',
  share,
  facts,
})
export const skipped = (level: Level, why: string): Rung => ({
  level,
  outcome: 'n/a',
  share: 1,
  facts: [fact(why)],
})

export const conditionText: Readonly<Record<FileFacts['condition'], string>> = {
  present: 'is there',
  empty: 'is empty: the file has no declarations',
  absent: 'does not exist',
  unreadable: 'cannot be read',
}

export function presentRung({ files, origin }: ResourceFacts): Rung {
  if (files.length === 0) return fails('present', [fault('no file was found that declares it')])
  const facts = files.map(({ path, condition }) =>
    condition === 'present'
      ? fact(`${path} is there`, { file: path, line: 1 })
      : fault(`${path} ${conditionText[condition]}`),
  )
  const present = files.filter(each => each.condition === 'present').length
  if (origin === 'moved')
    return fails('present', [
      fault('the declared files are gone; its names were found elsewhere'),
      ...facts,
    ])
  return present === files.length
    ? holds('present', facts)
    : fails('present', facts, present / files.length)
}

export function parsedRung({ files }: ResourceFacts): Rung {
  const parsed = files.filter(each => each.condition === 'present' && each.problems)
  if (parsed.length === 0) return skipped('parsed', 'no parser reads this kind of file')
  const faults = parsed.flatMap(({ path, problems }) =>
    (problems ?? []).map(each =>
      fault(`syntax error at ${each.line}:${each.column}: ${each.message}`, {
        file: path,
        line: each.line,
      }),
    ),
  )
  if (faults.length > 0) return fails('parsed', faults)
  return holds(
    'parsed',
    parsed.map(({ path }) => fact(`${path} parses`, { file: path, line: 1 })),
  )
}

export function substantiveRung(
  { found, missing }: Names,
  symbols: readonly CodeSymbol[],
  files: readonly FileFacts[],
): Rung {
  const bodies = found.filter(each => each.matches.some(match => match.symbol))
  if (found.length + missing.length === 0) return wholeFiles(symbols)
  if (bodies.length === 0) return skipped('substantive', 'no declared name has a body')
  const lacks = (each: FoundName) => faultOf(each, symbols, files)
  const faults = bodies.flatMap(each => lacks(each) ?? [])
  if (faults.length > 0) return fails('substantive', faults, 1 - faults.length / bodies.length)
  return holds(
    'substantive',
    bodies.map(each => fact(`${each.name} ${substanceOf(each)}`, each.matches[0]!.at)),
  )
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
  return /^(function|method|field)$/.test(told.kind)
    ? 'is declared without a body, for others to fill in'
    : 'is declared'
}

/** Why a found name is none that somebody has written out. */
function faultOf(
  { name, matches }: FoundName,
  symbols: readonly CodeSymbol[],
  files: readonly FileFacts[],
): EvidenceFact | undefined {
  const stub = matches.find(({ symbol }) => symbol && isHollow(symbol, symbols))
  if (stub) return fault(`${name} is a stub body`, stub.at)
  const isPrototype = matches.every(({ symbol }) => symbol && isUndefined(symbol, files))
  return isPrototype
    ? fault(`${name} is a prototype that nothing defines`, matches[0]!.at)
    : undefined
}

/** In C and C++ a declaration without a body waits for its definition, which is looked for where sources are beside headers. */
function isUndefined({ file, declaration }: CodeSymbol, files: readonly FileFacts[]): boolean {
  const language = files.find(each => each.path === file)?.outline?.language
  if (language !== 'c' && language !== 'cpp') return false
  const hasSources = files.some(each => /\.(c|cc|cpp|cxx)$/.test(each.path))
  return hasSources && !declaration.hasBody && /^(function|method)$/.test(declaration.kind)
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

/** A stub itself, or a class whose every method is one; setting it up is no work. */
function isHollow(symbol: CodeSymbol, symbols: readonly CodeSymbol[]): boolean {
  if (symbol.declaration.isStub) return true
  const methods = symbols.filter(
    each =>
      each.file === symbol.file &&
      each.qualified.startsWith(`${symbol.qualified}.`) &&
      each.declaration.kind === 'method' &&
      !isConstructor(each, symbol),
  )
  return methods.length > 0 && methods.every(each => each.declaration.isStub)
}

const constructors = new Set(['constructor', '__init__', '__construct', 'initialize', 'init'])

const isConstructor = ({ declaration }: CodeSymbol, type: CodeSymbol) =>
  constructors.has(declaration.name) || declaration.name === type.declaration.name
