// Which files may be meant by a name that a resource asks for: of all that declare the word, those that have it as what is asked for, of
// the type that is asked for. Where no file has it so, all of them, so that the report can say what the name is instead.

import type { Codebase } from '../../code/codebase.ts'
import { isOwnCode } from '../../code/own-code.ts'
import { isTestFile } from '../../code/test-files.ts'
import type { Expectation } from '../../evidence/expectations.ts'
import { type FileFacts, ownName, symbolsOf } from '../../evidence/facts.ts'
import { ruleOf } from '../../evidence/matching/rules.ts'
import { isTestModule } from './use/test-modules.ts'

export interface Holders {
  readonly paths: readonly string[]
  /** They have it as what is asked for, and not only something of that word. */
  readonly isSure: boolean
}

/** A word like `run` is everywhere; of more files than this nobody asks what they have of it. */
const MOST_FILES = 50

/** The files, as facts without depth, that were read so far: each is unfolded once, whoever asks. */
export type ReadFiles = Map<string, FileFacts>

export function holdersOf(expectation: Expectation, codebase: Codebase, read: ReadFiles): Holders {
  const parts = partsOf(expectation.name)
  const word = parts.at(-1)!
  const declaring = [...codebase.declaring(word), ...codebase.declaring(`#${word}`)]
  const all = [...new Set(declaring)].sort().filter(path => isCandidate(path, word, codebase))
  const near = withOwner(parts, all, codebase)
  // One alone has it, or nobody has: which of the two is told when it is weighed.
  if (near.length === 1) return { paths: near, isSure: true }
  if (near.length > MOST_FILES) return { paths: near, isSure: false }
  const fitting = near.filter(path => has(path, expectation, codebase, read))
  return fitting.length > 0 ? { paths: fitting, isSure: true } : { paths: all, isSure: false }
}

export const isQualified = (name: string) => partsOf(name).length > 1

const partsOf = (name: string) =>
  name
    .replace(/\(\)$/, '')
    .replace(/^#/, '')
    .split(/::|\.#|[.#]/)

/** A method lies in the file of its type, or away from it under the name of both. */
function withOwner(
  parts: readonly string[],
  all: readonly string[],
  codebase: Codebase,
): readonly string[] {
  const owner = parts.at(-2)
  if (owner === undefined) return all
  const own = new Set([owner, `${owner}.${parts.at(-1)}`].flatMap(codebase.declaring))
  return all.filter(path => own.has(path))
}

function isCandidate(path: string, word: string, codebase: Codebase): boolean {
  return !isTestFile(path) && isOwnCode(path, codebase) && !isOfTests(path, word, codebase)
}

/** Languages that keep tests beside what they test. */
const holdsTests = /\.(rs|java|kt|cs|swift|php)$/

function isOfTests(path: string, name: string, codebase: Codebase): boolean {
  if (isTestModule(path, codebase)) return true
  if (!holdsTests.test(path)) return false
  const { declarations = [] } = codebase.outline(path) ?? {}
  return declarations.every(each => each.isTest || ownName(each) !== name)
}

function has(
  path: string,
  { attribute, name }: Expectation,
  codebase: Codebase,
  read: ReadFiles,
): boolean {
  // To ask whether it is there says that it matters what its outline is.
  if (!codebase.has(path)) return false
  const file = read.get(path) ?? factsOf(path, codebase)
  read.set(path, file)
  const files = [file]
  return ruleOf(attribute).find(name, { files, symbols: symbolsOf(files) }).length > 0
}

const factsOf = (path: string, codebase: Codebase): FileFacts => ({
  path,
  condition: 'present',
  outline: codebase.outline(path),
  depth: undefined,
  problems: undefined,
  routes: [],
})
