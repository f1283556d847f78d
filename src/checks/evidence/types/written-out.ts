// Where a function that is only declared is written out: by an heir, by whoever implements the interface, in the source of a header.
// Looks only at files that declare the same name, and never into tests, nor into generated code for what people
// declared.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration, Outline } from '../../../code/model.ts'
import { isOwnCode } from '../../../code/own-code.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type Trace, traced } from '../../../code/trace.ts'
import { type Behind, type CodeSymbol, ownName } from '../../../evidence/facts.ts'
import { findLineage, type Lineage } from './lineage.ts'
import { findNamesakes, type IsNamesake } from './namesake.ts'
import { isSuppliedFor } from './supplied.ts'

/** A name like `run` is everywhere; more files than this are not looked through. */
const MOST_FILES = 200

export type WrittenOut = (signature: CodeSymbol, trace: Trace) => Behind | undefined

export function findWrittenOut(codebase: Codebase): WrittenOut {
  const lineageFor = findLineage(codebase)
  return (signature, trace) => behind(signature, traced(codebase, trace), lineageFor(trace))
}

function behind(
  { file, declaration }: CodeSymbol,
  codebase: Codebase,
  lineage: Lineage,
): Behind | undefined {
  const outline = codebase.outline(file)
  if (!outline) return undefined
  const owner = ownerOf(declaration, outline)
  const ownerHeader = owner.type && lineage.headerOf(file, owner.type)
  const promise: Promised = {
    file,
    language: outline.language,
    name: ownName(declaration),
    owner: owner.name,
    isStructural: isStructural(file, outline.language, ownerHeader ?? ''),
  }
  const bodies = bodiesOf(promise, codebase, { lineage, isNamesake: findNamesakes(codebase) })
  const work = bodies.find(each => !each.isStub)
  if (work) return { kind: 'written', at: work.at }
  const header = lineage.headerOf(file, declaration)
  if (isSuppliedFor({ outline, declaration, header, owner: owner.type, ownerHeader }))
    return { kind: 'supplied' }
  return bodies[0] && { kind: 'stub', at: bodies[0].at }
}

/** The type that a method belongs to; one away from its type carries the name alone. */
function ownerOf({ name, parent }: Declaration, { declarations }: Outline) {
  const type = declarations[parent]
  if (type && type.kind !== 'module') return { type, name: type.name }
  const dot = name.lastIndexOf('.')
  return { type: undefined, name: dot < 0 ? undefined : name.slice(0, dot) }
}

interface Promised {
  readonly file: string
  readonly language: string
  readonly name: string
  /** The type that promises it; undefined for a plain function. */
  readonly owner: string | undefined
  /** Who keeps the promise need not know of it. */
  readonly isStructural: boolean
}

const isStructural = (file: string, language: string, ownerHeader: string) =>
  language === 'go' ||
  file.endsWith('.pyi') ||
  (language === 'python' && /\bProtocol\b/.test(ownerHeader))

const isScript = (path: string) => /\.[cm]?jsx?$/.test(path)

interface Written {
  readonly at: { readonly file: string; readonly line: number }
  readonly isStub: boolean
}

/** Which types are meant, and which come from which. */
interface Types {
  readonly lineage: Lineage
  readonly isNamesake: IsNamesake
}

function bodiesOf(promise: Promised, codebase: Codebase, types: Types): readonly Written[] {
  // What a generator declares it writes out, too.
  const isGenerated = !isOwnCode(promise.file, codebase)
  return codebase
    .declaring(promise.name)
    .slice(0, MOST_FILES)
    .filter(path => !isTestFile(path) && (isOwnCode(path, codebase) || isGenerated))
    .flatMap(path => bodiesIn(path, promise, codebase, types))
}

const callable = /^(function|method|field|modifier)$/

function bodiesIn(
  path: string,
  promise: Promised,
  codebase: Codebase,
  types: Types,
): readonly Written[] {
  const outline = codebase.outline(path)
  if (!outline || !isUnderstood(outline.language, promise.language)) return []
  return outline.declarations
    .filter(
      each =>
        ownName(each) === promise.name &&
        callable.test(each.kind) &&
        (each.hasBody || each.isStub) &&
        !each.isTest &&
        keeps(each, path, outline, { promise, codebase, ...types }),
    )
    .map(({ line, isStub }) => ({ at: { file: path, line }, isStub }))
}

/** Languages that link to one another. */
const families = [
  ['typescript', 'tsx', 'javascript'],
  ['java', 'kotlin'],
  ['c', 'cpp', 'rust'],
]

const isUnderstood = (one: string, other: string) =>
  one === other || families.some(each => each.includes(one) && each.includes(other))

interface Keeping extends Types {
  readonly promise: Promised
  readonly codebase: Codebase
}

/** It comes from the type that promises, or stands in a file that speaks of that type. */
function keeps(
  body: Declaration,
  path: string,
  { declarations }: Outline,
  { promise: { file, owner, isStructural }, codebase, lineage, isNamesake }: Keeping,
): boolean {
  // Types are declared apart for scripts that have none; typed code would not have them once more.
  if (isStructural || (/\.d\.[cm]?ts$/.test(file) && isScript(path))) return true
  if (owner === undefined) return isScript(path) || !/\.[cm]?tsx?$/.test(file)
  if (isNamesake(path, owner, file)) return false
  const type = declarations[body.parent]
  if (type && lineage.descends(lineage.basesOf(path, type), owner)) return true
  const text = Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
  const mentions = text.match(new RegExp(String.raw`(?<![\w$])${escaped(owner)}(?![\w$])`, 'g'))
  return (mentions?.length ?? 0) > (path === file ? 1 : 0)
}

const escaped = (name: string) => name.replace(/[^\w]/g, String.raw`\$&`)
