// The tables that a file creates and that stand once every migration beside it has run.

import type { Codebase } from '../../../code/codebase.ts'
import { isDocument, noDepth } from '../../../code/depth/documents/document.ts'
import { dropping, offering } from '../../../code/depth/offer-signs.ts'
import type { Named } from '../../../code/model.ts'
import { chained } from '../../../code/signs/chained.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type Migration, standingIn } from '../../../evidence/standing.ts'

export type TablesOf = (path: string) => readonly Named[]

export function standingTables(codebase: Codebase): TablesOf {
  const series = new Map<string, readonly Migration[]>()
  let byPlace: ReadonlyMap<string, readonly string[]> | undefined
  const pathsIn = (place: string) => {
    byPlace ??= Map.groupBy(codebase.files, seriesOf)
    return (byPlace.get(place) ?? []).filter(path => !isTestFile(path))
  }
  return path => {
    if (codebase.depth(path).tables.length === 0) return []
    const place = seriesOf(path)
    const known = series.get(place) ?? migrationsIn(pathsIn(place), codebase)
    series.set(place, known)
    const isKnown = known.some(each => each.path === path)
    return standingIn(path, isKnown ? known : [...known, migrationOf(path, codebase)])
  }
}

/** A folder; where each migration has a folder of its own, the one around them. */
function seriesOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  const isAlone = /(^|\/)(migration|up)\.sql$/.test(path)
  return (isAlone ? folders.slice(0, -1) : folders).map(each => `${each}/`).join('')
}

/** A look spares the depth of most: only a series that drops something is read, and of it only what has a say. */
function migrationsIn(paths: readonly string[], codebase: Codebase): readonly Migration[] {
  if (!paths.some(path => codebase.sign(path, dropping))) return []
  return paths
    .filter(path => isDocument(path) || codebase.outline(path) !== undefined)
    .map(path => migrationOf(path, codebase))
    .filter(each => each.tables.length + each.drops.length > 0 || each.revision !== undefined)
}

function migrationOf(path: string, codebase: Codebase): Migration {
  const mayHaveAny = codebase.sign(path, offering) || codebase.sign(path, dropping)
  const { tables, drops } = mayHaveAny ? codebase.depth(path) : noDepth
  return { path, tables, drops, ...codebase.sign(path, chained) }
}
