// Evidence for one resource, from facts to a verdict: a ladder with a veto, never a weighted sum.

import type { Declaration } from '../code/model.ts'
import { isTestFile } from '../code/test-files.ts'
import { type Level, levels, type Status } from '../contract/level.ts'
import type { Resource } from '../spec/model.ts'
import { declaredRung, findNames, type Names, nothingToProve } from './declared.ts'
import {
  type EvidenceFact,
  type FileFacts,
  fact,
  type ResourceFacts,
  type Rung,
  symbolsOf,
} from './facts.ts'
import { parsedRung, presentRung } from './rungs.ts'
import { substantiveRung } from './substantive.ts'
import { checkFault, passingRung, reachedRung, staleText, testedRung } from './use.ts'

export interface Evidence {
  readonly address: string
  readonly status: Status
  /** The highest rung that is reached without a gap. */
  readonly level: Level
  readonly required: Level
  readonly rungs: readonly Rung[]
  readonly names: Names
  /** Between 0 and 1. */
  readonly confidence: number
  /** Why it is not implemented; undefined where it is. */
  readonly reason: string | undefined
  readonly files: readonly string[]
  readonly tests: readonly string[]
  readonly isStale: boolean
  /** Which check spoke before what changed. */
  readonly stale: readonly string[]
  /** There is nothing that could be observed: a named person has to attest it. */
  readonly needsAttestation: boolean
}

export function weigh(resource: Resource, required: Level, facts: ResourceFacts): Evidence {
  const files = facts.files.filter(each => each.condition === 'present')
  const all = symbolsOf(files)
  const beside = besideCode(files)
  // A test is what a resource is about only where it names the file itself, and where that is not the file of the code, too.
  const symbols = all.filter(({ declaration }) =>
    facts.origin === 'declared' ? !beside.has(declaration) : !declaration.isTest,
  )
  const names = findNames(resource, { files, symbols }, all)
  const provesNothing = isUnprovable(resource, required, names, facts)
  const rungs = [
    presentRung(facts),
    parsedRung(facts),
    declaredRung(names, provesNothing),
    substantiveRung(names, symbols, facts),
    reachedRung(names, facts),
    testedRung(names, facts, symbols),
    passingRung(facts, rank(required) >= rank('passing')),
  ]
  const isFound =
    names.found.length + names.missing.length > 0 ? names.found.length > 0 : files.length > 0
  const status = statusOf({ isFound, isReached: isReached(rungs, required), facts, provesNothing })
  return {
    address: resource.address,
    status,
    level: status === 'missing' ? 'absent' : reachedLevel(rungs),
    required,
    rungs,
    names,
    confidence: confidenceOf(rungs, required, isFound),
    reason:
      status === 'implemented'
        ? undefined
        : reasonFor(status, rungs, required, facts, provesNothing),
    files: files.map(each => each.path),
    tests: facts.tests.filter(each => each.condition === 'present').map(each => each.path),
    isStale: facts.checks.some(each => each.isStale),
    stale: facts.checks.flatMap(each => staleText(each) ?? []),
    needsAttestation: provesNothing && resource.files.length === 0,
  }
}

/** What lies in a module of tests (`#[cfg(test)] mod tests`) in the file of what it tests. */
function besideCode(files: readonly FileFacts[]): ReadonlySet<Declaration> {
  const found = new Set<Declaration>()
  for (const { path, outline } of files) {
    if (!path.endsWith('.rs') || isTestFile(path)) continue
    for (const each of outline?.declarations ?? []) {
      const outer = outline!.declarations[each.parent]
      if (outer && (found.has(outer) || (outer.kind === 'module' && outer.isTest))) found.add(each)
    }
  }
  return found
}

/** n/a passes; the first rung that fails ends the climb. */
function reachedLevel(rungs: readonly Rung[]): Level {
  const stop = rungs.findIndex(each => each.outcome === 'fails')
  const climbed = stop === -1 ? rungs : rungs.slice(0, stop)
  return climbed.findLast(each => each.outcome === 'holds')?.level ?? 'absent'
}

const rank = (level: Level) => levels.indexOf(level)

/** Up to the required rung nothing fails. */
function isReached(rungs: readonly Rung[], required: Level): boolean {
  return rungs.every(each => each.outcome !== 'fails' || rank(each.level) > rank(required))
}

function isUnprovable(
  resource: Resource,
  required: Level,
  { found, missing }: Names,
  { checks }: ResourceFacts,
): boolean {
  const isAskedForLess = required === 'present' || required === 'absent'
  const declaresNothing =
    found.length + missing.length === 0 &&
    resource.tests.length === 0 &&
    resource.checks.length + checks.length === 0
  return declaresNothing && !isAskedForLess
}

interface Weighing {
  readonly isFound: boolean
  readonly isReached: boolean
  readonly facts: ResourceFacts
  readonly provesNothing: boolean
}

function statusOf({ isFound, isReached, facts, provesNothing }: Weighing): Status {
  if (!isFound) return 'missing'
  if (facts.checks.some(each => each.outcome === 'failed') || facts.failedTests.length > 0)
    return 'broken'
  return isReached && !provesNothing ? 'implemented' : 'partial'
}

/** The share of the required rungs that hold; a rung above a gap counts nothing, the declared one by its share of names. */
function confidenceOf(rungs: readonly Rung[], required: Level, isFound: boolean): number {
  if (!isFound) return 0
  const asked = rungs.filter(each => rank(each.level) <= rank(required) && each.outcome !== 'n/a')
  const gap = asked.findIndex(each => each.outcome === 'fails')
  const climbed = gap === -1 ? asked : asked.slice(0, gap + 1)
  const sum = climbed.reduce((total, each) => total + each.share, 0)
  return asked.length === 0 ? 1 : sum / asked.length
}

function reasonFor(
  status: Status,
  rungs: readonly Rung[],
  required: Level,
  facts: ResourceFacts,
  provesNothing: boolean,
): string {
  if (status === 'broken') return brokenReason(facts)
  const gap = rungs.find(each => each.outcome === 'fails' && rank(each.level) <= rank(required))
  if (gap) return summary(gap.facts.filter(each => each.isFault))
  return provesNothing ? nothingToProve : 'Nothing of it was found'
}

function brokenReason({ checks, failedTests }: ResourceFacts): string {
  const failed = checks.filter(each => each.outcome === 'failed').map(checkFault)
  const tests = failedTests.map(each => fact(`test ${each.name} failed: ${each.message}`, each.at))
  return summary([...failed, ...tests])
}

const SHOWN = 3

function summary(facts: readonly EvidenceFact[]): string {
  const shown = facts.slice(0, SHOWN).map(factText)
  const more = facts.length - shown.length
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

/** `a.py:12 load is a stub body`. */
export function factText({ text, at }: EvidenceFact): string {
  return at ? `${text} (${at.file}:${at.line})` : text
}
