// Names that nobody refers to and that are called all the same: by a framework, which knows them by their file, their type or their own
// name. The rows stand in `conventions/`, one table for each family of frameworks.

import { basesIn } from '../../../code/bodies/overridden.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { newTrace } from '../../../code/trace.ts'
import { ownName } from '../../../evidence/facts.ts'
import { findLineage, type Lineage } from '../types/lineage.ts'
import { pythonConventions } from './django.ts'
import { nextConventions } from './next.ts'
import { webConventions } from './rails.ts'
import type { Convention } from './row.ts'

/** How a name is called by whom; `of`: where somebody makes use of this type, which lies beside it. */
export interface Called {
  readonly by: string
  readonly of?: string
}

/** By `path#A.run`, of some files. */
export type CalledIn = (paths: readonly string[]) => ReadonlyMap<string, Called>

const conventions = [...nextConventions, ...pythonConventions, ...webConventions]

export function calledByConvention(codebase: Codebase): CalledIn {
  const isOf = projectsIn(codebase)
  const lineage = findLineage(codebase)(newTrace())
  return paths =>
    new Map(
      paths.flatMap(path => {
        const rows = conventions.filter(each => each.files.test(path) && isOf(each))
        return rows.length > 0 && !isTestFile(path)
          ? calledIn(path, rows, { codebase, lineage })
          : []
      }),
    )
}

interface Reader {
  readonly codebase: Codebase
  readonly lineage: Lineage
}

function calledIn(
  path: string,
  rows: readonly Convention[],
  reader: Reader,
): readonly (readonly [string, Called])[] {
  const { declarations = [], exports = [] } = reader.codebase.outline(path) ?? {}
  const standard = exports.find(each => each.name === 'default')?.local
  const text = Buffer.from(reader.codebase.bytes(path) ?? []).toString('utf8')
  const atTop = (each: Declaration) =>
    rows.find(row => row.names?.test(each.name) || (row.isDefault && each.name === standard))
  return declarations.flatMap(each => {
    const key = (of: string) => `${path}#${of}`
    const top = each.parent < 0 ? atTop(each) : undefined
    if (top) return [[key(each.name), { by: `called by ${top.by}` }] as const]
    const owner = declarations[each.parent]
    const type = owner ?? each
    const typed = rows.filter(row => row.bases && isHeir(path, type, row.bases, reader))
    if (!owner) {
      const row = typed.find(one => one.isTypeToo)
      return row ? [[key(each.name), { by: `called by ${row.by}` }] as const] : []
    }
    const row = typed.find(one => isNamed(each, owner, one, text))
    if (!row) return []
    return [
      [
        key(`${owner.name}.${ownName(each)}`),
        { by: `called by ${row.by}`, of: owner.name },
      ] as const,
    ]
  })
}

function isNamed(
  { name }: Declaration,
  { line, endLine }: Declaration,
  { methods, naming = [] }: Convention,
  text: string,
): boolean {
  if (methods?.test(name)) return true
  const body =
    naming.length > 0
      ? text
          .split('\n')
          .slice(line - 1, endLine)
          .join('\n')
      : ''
  return naming.some(pattern => {
    const filled = pattern.replace('NAME', name).replace('GETTER', name.replace(/^get_/, ''))
    return new RegExp(filled, 'm').test(body)
  })
}

const DEEPEST = 4

/** By one of its bases, or one of theirs. */
function isHeir(
  path: string,
  type: Declaration,
  bases: RegExp,
  { codebase, lineage }: Reader,
): boolean {
  if (bases.test('')) return type.kind === 'class' || type.kind === 'struct'
  let open = [...lineage.basesOf(path, type)]
  for (let depth = 0; depth < DEEPEST && open.length > 0; depth++) {
    if (open.some(each => bases.test(each))) return true
    open = open.flatMap(name =>
      codebase
        .declaring(name)
        .flatMap(file =>
          (codebase.outline(file)?.declarations ?? [])
            .filter(each => each.name === name && each.parent < 0)
            .flatMap(each => [...basesOf(file, each, lineage)]),
        ),
    )
  }
  return false
}

const basesOf = (path: string, each: Declaration, lineage: Lineage) =>
  basesIn(lineage.headerOf(path, each))

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
