// One resource as it is about to be read: which files it is about, which names have to be followed, and the codebase as it sees it, which
// notes what is asked. How files are selected is handed in, so that who knows a short way loads no more than that.

import type { Codebase } from '../../code/codebase.ts'
import type { Declaration } from '../../code/model.ts'
import { newTrace, type Trace, traced } from '../../code/trace.ts'
import { type Level, levels } from '../../contract/level.ts'
import { expectationsOf } from '../../evidence/expectations.ts'
import { ownName, type ResourceFacts } from '../../evidence/facts.ts'
import type { Resource } from '../../spec/model.ts'

export interface Subject {
  readonly resource: Resource
  readonly required: Level
  readonly selection: Selection
  readonly tests: readonly string[]
  /** Names that code and tests could refer to; undefined where no rung asks. */
  readonly names: ReadonlySet<string> | undefined
  /** Types whose methods are among them: what calls these makes use of the type. */
  readonly owners: ReadonlySet<string>
  /** The codebase as this resource sees it, and what it asked. */
  readonly codebase: Codebase
  readonly trace: Trace
}

export interface Selection {
  readonly origin: ResourceFacts['origin']
  readonly files: readonly string[]
}

export interface Selecting {
  readonly select: (resource: Resource, codebase: Codebase) => Selection
  /** Paths and globs as files. */
  readonly expand: (paths: readonly string[], codebase: Codebase) => readonly string[]
  /** Every rung is looked into, also those that are not required. */
  readonly isThorough: boolean
}

export function subjectOf(
  resource: Resource,
  required: Level,
  whole: Codebase,
  { select, expand, isThorough }: Selecting,
): Subject {
  // A check rests on the tests that refer to the names.
  const looksForUse = isThorough || resource.checks.length > 0 || asksForUse(required)
  const trace = newTrace()
  trace.isWide = looksForUse || looksEverywhere(resource)
  const codebase = traced(whole, trace)
  const selection = select(resource, codebase)
  const names = looksForUse ? namesToFollow(resource, selection, codebase) : undefined
  return {
    resource,
    required,
    selection,
    tests: expand(resource.tests, codebase),
    names,
    owners: ownersOf(names, selection, codebase),
    codebase,
    trace,
  }
}

function ownersOf(
  names: ReadonlySet<string> | undefined,
  { files }: Selection,
  codebase: Codebase,
): ReadonlySet<string> {
  if (!names) return new Set()
  return new Set(
    files.flatMap(path => {
      const { declarations = [] } = codebase.outline(path) ?? {}
      return declarations
        .filter(each => names.has(ownName(each)))
        .flatMap(each => declarations[each.parent]?.name ?? awayFrom(each))
    }),
  )
}

/** The type in whose name a method away from it is declared, as in Go. */
const awayFrom = ({ name }: Declaration) => {
  const end = name.lastIndexOf('.')
  return end > 0 ? [name.slice(0, end)] : []
}

const asksForUse = (required: Level) => levels.indexOf(required) >= levels.indexOf('reached')

/** Routes, commands and tables are put together from any file of the tree. */
const looksEverywhere = (resource: Resource) =>
  expectationsOf(resource).some(each =>
    /^(endpoints|commands|strategies|tables|operations|environment)$/.test(each.attribute),
  )

/** The declared names as bare words, and the declarations of the files where none are declared. */
function namesToFollow(
  resource: Resource,
  { files }: Selection,
  codebase: Codebase,
): ReadonlySet<string> {
  const declared = expectationsOf(resource)
  const names = declared
    .filter(each => each.attribute !== 'endpoints')
    .map(each => each.name.split(/[.#:]+/).at(-1)!)
  const inFiles = files.flatMap(path => codebase.outline(path)?.declarations ?? []).map(ownName)
  const isLoose = declared.some(each => /^(commands|strategies|endpoints)$/.test(each.attribute))
  return new Set(declared.length === 0 || isLoose ? [...names, ...inFiles] : names)
}
