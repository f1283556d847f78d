// Names that nobody refers to and that are called all the same: by the language or a framework, which know them by their file, their type
// or their own name, or by whom they override. The rows stand beside this file, one table for each family.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration, Outline } from '../../../code/model.ts'
import { qualifiedNames } from '../../../code/names.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { newTrace } from '../../../code/trace.ts'
import { ownName } from '../../../evidence/facts.ts'
import { findLineage } from '../types/lineage.ts'
import { type Ancestry, ancestry } from './ancestry.ts'
import { dotnetConventions } from './dotnet.ts'
import { jvmConventions } from './jvm.ts'
import { languageConventions } from './languages.ts'
import { overrides } from './overriding.ts'
import { pageConventions } from './pages.ts'
import { phpConventions } from './php.ts'
import { pythonConventions } from './python.ts'
import { anyType, type Convention } from './row.ts'
import { rubyConventions } from './ruby.ts'
import { scriptConventions } from './script.ts'
import { swiftConventions } from './swift.ts'

/** How a name is called by whom; `of`: where somebody makes use of this type, which lies beside it. */
export interface Called {
  readonly by: string
  readonly of?: string
}

/** By `path#A.run`, of some files. */
export type CalledIn = (paths: readonly string[]) => ReadonlyMap<string, Called>

const conventions: readonly Convention[] = [
  ...pageConventions,
  ...pythonConventions,
  ...rubyConventions,
  ...phpConventions,
  ...jvmConventions,
  ...dotnetConventions,
  ...scriptConventions,
  ...swiftConventions,
  ...languageConventions,
]

/** Files are read once, whoever asks. */
export function calledByConvention(codebase: Codebase): CalledIn {
  const isOf = projectsIn(codebase)
  const ancestors = ancestry(codebase, findLineage(codebase)(newTrace()))
  const known = new Map<string, readonly Entry[]>()
  const entriesOf = (path: string) => {
    const rows = conventions.filter(each => each.files.test(path) && isOf(each))
    const outline = isTestFile(path) ? undefined : codebase.outline(path)
    return outline ? calledIn({ path, outline, rows, ancestors, codebase }) : []
  }
  const once = (path: string) => {
    const entries = known.get(path) ?? entriesOf(path)
    known.set(path, entries)
    return entries
  }
  return paths => new Map(paths.flatMap(once))
}

type Entry = readonly [string, Called]

interface File {
  readonly path: string
  readonly outline: Outline
  readonly rows: readonly Convention[]
  readonly ancestors: Ancestry
  readonly codebase: Codebase
}

function calledIn(file: File): readonly Entry[] {
  const { path, outline } = file
  const qualified = qualifiedNames(outline)
  const lines = linesOnce(path, file.codebase)
  return outline.declarations.flatMap((each, index) => {
    const owner = outline.declarations[each.parent]
    const isMethod = owner !== undefined || each.kind === 'method'
    const called = isMethod ? method(each, owner, lines, file) : top(each, lines, file)
    return called ? [[`${path}#${qualified[index]}`, called] as const] : []
  })
}

function linesOnce(path: string, codebase: Codebase): () => readonly string[] {
  let lines: readonly string[] | undefined
  return () => {
    lines ??= Buffer.from(codebase.bytes(path) ?? [])
      .toString('utf8')
      .split('\n')
    return lines
  }
}

/** What a framework asks the file for, and types that it looks for. */
function top(
  each: Declaration,
  lines: () => readonly string[],
  { path, outline, rows, ancestors }: File,
): Called | undefined {
  const standard = outline.exports.find(one => one.name === 'default')?.local
  const asks = (row: Convention) =>
    row.names?.test(each.name) || (row.isDefault && each.name === standard)
  const looksFor = (row: Convention) =>
    row.isTypeToo && isMade(each, row, lines) && isOf(row, path, each, ancestors)
  const row = rows.find(asks) ?? rows.find(looksFor)
  return row && { by: `called by ${row.by}` }
}

/** A method away from its type, as in Go, carries it in front. */
function method(
  each: Declaration,
  owner: Declaration | undefined,
  lines: () => readonly string[],
  { path, rows, ancestors, codebase }: File,
): Called | undefined {
  const of = owner?.name ?? each.name.slice(0, Math.max(0, each.name.lastIndexOf('.')))
  if (of === '' || (owner && isNoType(owner))) return undefined
  const row = rows.find(
    one =>
      one.bases !== undefined &&
      (one.kind === undefined || one.kind === owner?.kind) &&
      (one.isOffered !== true || each.isExported) &&
      mayBeNamed(each, owner, one) &&
      (owner ? isOf(one, path, owner, ancestors) : one.bases === anyType) &&
      isNamed(each, owner, one, lines),
  )
  if (row) return { by: `called by ${row.by}`, of }
  const by = overrides(each, path, lines, {
    codebase,
    bases: () => basesOf(path, owner, ancestors),
  })
  return by === undefined ? undefined : { by, of }
}

const basesOf = (path: string, owner: Declaration | undefined, ancestors: Ancestry) =>
  owner ? ancestors.basesOf(path, owner) : []

const isNoType = ({ kind }: Declaration) => /^(module|function|method)$/.test(kind)

/** Of a kind that a row names, only what is made as it is: an abstract one is by what comes from it. */
const isMade = ({ kind, line }: Declaration, row: Convention, lines: () => readonly string[]) =>
  row.kind === undefined
    ? kind === 'class' || kind === 'struct'
    : kind === row.kind && !/\babstract\b/.test(lines()[line - 1] ?? '')

const isOf = (row: Convention, path: string, type: Declaration, ancestors: Ancestry) =>
  row.bases === anyType ||
  (row.bases !== undefined && ancestors.comesFrom(path, type, row.bases, row.isForeign))

/** Without a look at the body of its class, which is asked last: most classes come from nothing that a row knows. */
const mayBeNamed = (
  each: Declaration,
  owner: Declaration | undefined,
  { methods, naming }: Convention,
) => methods?.test(ownName(each)) || (naming !== undefined && owner !== undefined)

function isNamed(
  each: Declaration,
  owner: Declaration | undefined,
  { methods, naming = [] }: Convention,
  lines: () => readonly string[],
): boolean {
  const name = ownName(each)
  if (methods?.test(name)) return true
  if (naming.length === 0 || !owner) return false
  const body = lines()
    .slice(owner.line - 1, owner.endLine)
    .join('\n')
  return naming.some(pattern => {
    const filled = pattern.replace('NAME', name).replace('GETTER', name.replace(/^get_/, ''))
    return new RegExp(filled, 'm').test(body)
  })
}

/** Whether the repository uses what a row is about, asked once for each. */
function projectsIn(codebase: Codebase): (row: Convention) => boolean {
  const known = new Map<Convention['project'], boolean>()
  return ({ project }) => {
    if (!project) return true
    const found =
      known.get(project) ??
      codebase.files.some(
        path =>
          project.file.test(path) &&
          project.says.test(Buffer.from(codebase.bytes(path) ?? []).toString('utf8')),
      )
    known.set(project, found)
    return found
  }
}
