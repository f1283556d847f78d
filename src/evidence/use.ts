// The rungs that the rest of the repository answers: reached, tested, passing.

import type { FoundName, Names } from './declared.ts'
import { isSameMethod, readEndpoint, routeShape } from './endpoint.ts'
import {
  type CheckFact,
  type CodeSymbol,
  type EvidenceFact,
  fact,
  fault,
  type Mention,
  ownName,
  type Place,
  type ResourceFacts,
  type Rung,
  type TestRequest,
} from './facts.ts'
import { mayCall } from './families.ts'
import { type Match, matchOf } from './matching/match.ts'
import { isRegistering } from './registering.ts'
import { conditionText, fails, holds, isMarker, skipped } from './rungs.ts'

const notLooked = 'not looked into, because it is not required'

/** Names that something can use: imports and document keys are not. */
const usable = ({ attribute }: FoundName) =>
  /^(class|classes|functions|entities|strategies|commands|endpoints)$/.test(attribute)

export function reachedRung({ found }: Names, facts: ResourceFacts): Rung {
  const { mentions } = facts
  const names = found.filter(usable)
  if (!mentions) return skipped('reached', notLooked)
  if (names.length === 0) return skipped('reached', 'none of its names is one that code refers to')
  const ways = names.map(each => ({
    name: each,
    way: wayTo(
      each,
      mentions.filter(one => !one.isTest),
      facts,
    ),
  }))
  const lost = ways.filter(each => each.way === undefined)
  if (lost.length === 0)
    return holds(
      'reached',
      ways.flatMap(each => each.way ?? []),
    )
  const faults = lost.map(({ name }) =>
    fault(`${name.name} is referenced from nowhere`, name.matches[0]!.at),
  )
  return fails('reached', faults, 1 - lost.length / ways.length)
}

function wayTo(
  found: FoundName,
  mentions: readonly Mention[],
  { entryPoints, offered, called, idle }: ResourceFacts,
): EvidenceFact | undefined {
  const { name, attribute, matches } = found
  const [first] = matches
  if (attribute === 'endpoints') return fact(`${name} is routed`, first!.at)
  const isIdle = ({ at, symbol }: Match) =>
    symbol !== undefined && idle?.has(`${at.file}#${symbol.qualified}`) === true
  if (first!.isRegistered && !isIdle(first!)) return fact(`${name} is registered`, first!.at)
  const entry = matches.find(each => entryPoints.has(each.at.file))
  if (entry) return fact(`${name} lies in an entry point`, entry.at)
  const start = matches.find(each => entryPoints.has(`${each.at.file}#${calledBy(found)}`))
  if (start) return fact(`${name} is what the program starts with`, start.at)
  const contract = matches.find(each => each.symbol?.declaration.kind === 'contract')
  if (contract) return fact(`${name} is a contract, which is deployed`, contract.at)
  const registered = matches.find(
    each => each.symbol?.declaration.decorators.some(isRegistering) && !isIdle(each),
  )
  const mention = mentions.find(each => isOf(found, each))
  if (mention) return fact(`${name} is referenced`, mention.at)
  for (const { at, symbol } of matches) {
    const key = symbol && `${at.file}#${symbol.qualified}`
    const by = key === undefined ? undefined : (offered?.get(key) ?? called?.get(key))
    if (by !== undefined) return fact(`${name} is ${by}`, at)
  }
  return registered && fact(`${name} is registered by its decorator`, registered.at)
}

export function testedRung(
  names: Names,
  facts: ResourceFacts,
  symbols: readonly CodeSymbol[],
): Rung {
  const { mentions } = facts
  if (!mentions) return skipped('tested', notLooked)
  const absent = facts.tests.filter(each => each.condition !== 'present' && !isMarker(each))
  if (absent.length > 0)
    return fails(
      'tested',
      absent.map(each => fault(`test file ${each.path} ${conditionText[each.condition]}`)),
    )
  const wanted = names.found.filter(usable)
  if (wanted.length > 0) return eachIsTested(wanted, mentions, facts)
  return symbols.length > 0
    ? anyIsTested(symbols, mentions)
    : skipped('tested', 'it has no name that a test could refer to')
}

function eachIsTested(
  names: readonly FoundName[],
  mentions: readonly Mention[],
  { requests, coveredLines }: ResourceFacts,
): Rung {
  const seen = names.map(each => ({
    name: each,
    mention:
      testOf(each, mentions) ??
      memberOf(each, names, mentions) ??
      requestOf(each, requests) ??
      coverageOf(each, coveredLines),
  }))
  const unseen = seen.filter(each => !each.mention)
  if (unseen.length === 0)
    return holds(
      'tested',
      seen.map(({ name: { name }, mention }) =>
        fact(
          mention && 'report' in mention
            ? `${name} is executed, as of ${mention.report}`
            : `${name} is tested`,
          mention?.at,
        ),
      ),
    )
  const facts = unseen.map(({ name }) => untested(name, mentions))
  return fails('tested', facts, 1 - unseen.length / seen.length)
}

/** Who calls a method has an instance of its type in hand, whatever made it: `New().Decide()`. */
function memberOf(type: FoundName, names: readonly FoundName[], mentions: readonly Mention[]) {
  const own = type.matches[0]?.symbol
  if (!own || !/^(class|struct|contract)$/.test(own.declaration.kind)) return undefined
  const members = names.filter(({ matches: [first] }) =>
    first?.symbol?.qualified.startsWith(`${own.qualified}.`),
  )
  return members.map(each => testOf(each, mentions)).find(each => each)
}

function untested(name: FoundName, mentions: readonly Mention[]): EvidenceFact {
  const skipped = mentions.find(each => each.isTest && each.isSkipped && isOf(name, each))
  return skipped
    ? fault(`only tests that are skipped refer to ${name.name}`, skipped.at)
    : fault(`no test refers to ${name.name}`, name.matches[0]!.at)
}

/** The declaration's own line is executed by loading the file; only its body tells. */
function coverageOf(
  { matches }: FoundName,
  covered: ResourceFacts['coveredLines'],
): { readonly at: Place; readonly report: string } | undefined {
  for (const { at, symbol } of matches) {
    const lines = covered.get(at.file)
    const last = symbol?.declaration.endLine ?? at.line
    const line = range(at.line + 1, last).find(each => lines?.has(each))
    if (line !== undefined) return { at, report: lines!.get(line)! }
  }
  return undefined
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

/** Where no names are declared, a test that refers to anything of the files will do. */
function anyIsTested(symbols: readonly CodeSymbol[], mentions: readonly Mention[]): Rung {
  const own = Map.groupBy(symbols, each => ownName(each.declaration))
  const mention = mentions.find(
    each => isRun(each) && own.has(each.name) && canMean(own.get(each.name)!.map(matchOf), each),
  )
  return mention
    ? holds('tested', [fact(`${mention.name} is tested`, mention.at)])
    : fails('tested', [fault('no test refers to anything of it')])
}

const isRun = ({ isTest, isSkipped }: Mention) => isTest && !isSkipped

const isOf = (found: FoundName, mention: Mention) =>
  mention.name === calledBy(found) &&
  !found.matches.some(each => holdsIt(each, mention)) &&
  canMean(found.matches, mention)

/** Within its own body, on another object of its type: that is nobody else who uses it. */
const holdsIt = ({ at, symbol }: Match, { at: { file, line }, isTest }: Mention) =>
  !isTest &&
  symbol !== undefined &&
  at.file === file &&
  symbol.declaration.line < line &&
  line <= symbol.declaration.endLine &&
  /^(function|method)$/.test(symbol.declaration.kind)

/** A plain name of another file is no function of this one, and may be a word for a method. */
function canMean(matches: readonly Match[], { means, at: { file } }: Mention): boolean {
  const own = matches.filter(each => each.symbol && isSpokenIn(file, each.symbol))
  if (matches.every(each => !each.symbol)) return true
  if (!means) return own.length > 0
  return own.some(
    ({ at, symbol }) =>
      means.files.includes(at.file) || (!means.isImported && symbol?.qualified.includes('.')),
  )
}

/** What a bridge hands to another language says so by an annotation: `@ReactMethod`, `@objc`. */
const isSpokenIn = (user: string, { file, declaration }: CodeSymbol) =>
  mayCall(user, file) || declaration.decorators.some(isRegistering)

/** The word by which code refers to it. */
function calledBy({ name, matches: [first] }: FoundName): string {
  return first?.symbol ? ownName(first.symbol.declaration) : name
}

const testOf = (name: FoundName, mentions: readonly Mention[]) =>
  mentions.find(each => isRun(each) && isOf(name, each))

/** An endpoint is referred to by asking for it; a value stands where the route has a parameter. */
function requestOf({ attribute, name }: FoundName, requests: readonly TestRequest[]) {
  if (attribute !== 'endpoints') return undefined
  const { method, shape } = readEndpoint(name)
  return requests.find(
    each => isSameMethod(method, each.method) && isInstance(routeShape(each.path), shape),
  )
}

function isInstance(path: string, shape: string): boolean {
  const [given, wanted] = [path.split('/'), shape.split('/')]
  return (
    given.length === wanted.length &&
    wanted.every((part, index) => part === '{}' || part === given[index])
  )
}

/** Who asks for a pass and has nothing that could pass has not got it. */
export function passingRung({ checks }: ResourceFacts, isAsked: boolean): Rung {
  if (checks.length === 0)
    return isAsked
      ? fails('passing', [
          fault('no check is declared that could pass: add one under checks: in the config'),
        ])
      : skipped('passing', 'no checks are declared')
  const bad = checks.filter(each => each.outcome !== 'passed')
  if (bad.length > 0) return fails('passing', bad.map(checkFault))
  return holds(
    'passing',
    checks.map(each => fact(staleText(each) ?? `check ${each.name} passed`)),
  )
}

/** A stale verdict stands, and says so; undefined for a fresh one. */
export function staleText({ name, outcome, isStale, movedSince }: CheckFact): string | undefined {
  if (!isStale) return undefined
  const since = movedSince ?? 'its files changed'
  return outcome === 'not run'
    ? `check ${name} ran before ${since}`
    : `check ${name} ${outcome} before ${since} (stale)`
}

export const checkFault = (check: CheckFact): EvidenceFact => {
  const { name, outcome, detail } = check
  const said =
    outcome === 'failed'
      ? (staleText(check) ?? `check ${name} failed`)
      : `check ${name} has not run`
  return fault(`${said}${detail === '' ? '' : `: ${detail}`}`)
}
