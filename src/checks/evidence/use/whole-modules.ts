// Who takes a module of JavaScript as it comes: a function that is the default of its file is used by whoever brings the file in, under
// whatever word, and names nothing of it (`lazy(() => import('./page'))`).

import { turns } from '../../../base/turns.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { Import, Outline, Reference } from '../../../code/model.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'
import { scriptFile } from './meanings.ts'

/** By file: the names that its default stands for. */
export type Defaults = ReadonlyMap<string, ReadonlySet<string>>

/** One use of the default of a file. */
export interface WholeUse {
  /** The file that uses it, and where. */
  readonly path: string
  readonly use: Pick<Reference, 'line' | 'within' | 'isSkipped'>
  /** The file whose default it is. */
  readonly of: string
}

export async function usesOfWhole(
  defaults: Defaults,
  codebase: Codebase,
  resolution: Resolution,
): Promise<readonly WholeUse[]> {
  const found: WholeUse[] = []
  if (defaults.size === 0) return found
  const endings = endingsOf(defaults)
  const turn = turns()
  for (const path of codebase.files) {
    await turn()
    const outline = scriptFile.test(path) ? codebase.outline(path) : undefined
    if (!outline) continue
    for (const brought of broughtIn(outline)) {
      if (!endings.has(endingOf(brought.module))) continue
      const [of] = resolveImport(path, brought, resolution)
      if (of === undefined || of === path || !defaults.has(of)) continue
      for (const use of usesOf(brought, path, outline, codebase)) found.push({ path, use, of })
    }
  }
  return found
}

/** The last part of a module's name, without its ending; '' where that is no name. */
const endingOf = (module: string) =>
  module
    .slice(module.lastIndexOf('/') + 1)
    .replace(/[?#].*$/, '')
    .replace(/(?<=.)\.[cm]?[jt]sx?$/, '')
    .replace(/^\.+$/, '')

/** How files can be called by who imports them. An index goes by its folder, and by the name of a package. */
function endingsOf(defaults: Defaults): Pick<ReadonlySet<string>, 'has'> {
  const endings = new Set<string>()
  for (const path of defaults.keys()) {
    const [name = '', folder = ''] = path.split('/').reverse()
    const stem = endingOf(name)
    endings.add(stem)
    if (stem === 'index') endings.add(folder).add('')
  }
  return endings
}

/** Imports, and what is exported of another file in the same breath. */
const broughtIn = ({ imports, exports }: Outline): readonly Import[] => [
  ...imports.filter(each => each.name === 'default' || each.name === '*'),
  ...exports
    .filter(each => each.module !== '' && each.local === 'default')
    .map(({ module, line }) => ({ module, name: 'default', alias: '', line })),
]

function usesOf(
  { name, alias, line }: Import,
  path: string,
  { exports }: Outline,
  codebase: Codebase,
): readonly WholeUse['use'][] {
  if (alias === '') return [{ line, within: -1, isSkipped: false }]
  const passedOn = exports.filter(each => each.module === '' && each.local === alias)
  const isUse = (each: Reference) =>
    (each.name === alias && each.on === undefined) ||
    (name === '*' && each.on === alias && each.name === 'default')
  return [
    ...passedOn.map(each => ({ line: each.line, within: -1, isSkipped: false })),
    ...codebase.depth(path).references.filter(isUse),
  ]
}
