// The tables that a file creates and that stand once every migration beside it has run.

import type { Codebase } from '../../../code/codebase.ts'
import { isDocument } from '../../../code/depth/documents/document.ts'
import type { Named } from '../../../code/model.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type Migration, standingIn } from '../../../evidence/standing.ts'

export type TablesOf = (path: string) => readonly Named[]

export function standingTables(codebase: Codebase): TablesOf {
  const series = new Map<string, readonly Migration[]>()
  return path => {
    if (codebase.depth(path).tables.length === 0) return []
    const place = seriesOf(path)
    const known = series.get(place) ?? migrationsIn(place, codebase)
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

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('latin1')

/** A look at the text spares the depth of most: only a series that drops something is read whole. */
function migrationsIn(place: string, codebase: Codebase): readonly Migration[] {
  const paths = codebase.files.filter(
    path => path.startsWith(place) && seriesOf(path) === place && !isTestFile(path),
  )
  const isDropping = paths.some(path => /drop|rename|DeleteModel/i.test(textOf(path, codebase)))
  const isMigrating = (path: string) => codebase.outline(path) !== undefined || isDocument(path)
  return isDropping ? paths.filter(isMigrating).map(path => migrationOf(path, codebase)) : []
}

function migrationOf(path: string, codebase: Codebase): Migration {
  const { tables, drops } = codebase.depth(path)
  const text = path.endsWith('.py') ? textOf(path, codebase) : ''
  const revision = /^revision\b[^=\n]*=\s*["'](\w+)/m.exec(text)?.[1]
  const after = /^down_revision\b[^=\n]*=\s*["'](\w+)/m.exec(text)?.[1]
  return { path, tables, drops, revision, after }
}
