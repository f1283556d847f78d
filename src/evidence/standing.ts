// Which tables stand at the end of a series of migrations: what a later one drops is not there, what a still later one creates
// anew is.

import { compareText } from '../base/order.ts'
import type { Named } from '../code/model.ts'
import { isSameTable } from './matching/registered-names.ts'

export interface Migration {
  readonly path: string
  readonly tables: readonly Named[]
  readonly drops: readonly Named[]
  /** Its own id and the one that it comes after, where migrations are chained and their names tell no order. */
  readonly revision?: string | undefined
  readonly after?: string | undefined
}

/** The tables that `path` creates and that are there when all have run. */
export function standingIn(path: string, migrations: readonly Migration[]): readonly Named[] {
  const ranks = ranksOf(migrations)
  const ordered = migrations.toSorted(
    (a, b) =>
      ranks.get(a.path)! - ranks.get(b.path)! || compareText(orderOf(a.path), orderOf(b.path)),
  )
  const at = ordered.findIndex(each => each.path === path)
  const own = ordered[at]?.tables ?? []
  return own.filter(table => !isDroppedAfter(table, ordered.slice(at)))
}

/** How many come before it in its chain. */
function ranksOf(migrations: readonly Migration[]): ReadonlyMap<string, number> {
  const byRevision = new Map(migrations.map(each => [each.revision, each]))
  const rankOf = (migration: Migration) => {
    let rank = 0
    let at = migration.after
    for (; at !== undefined && rank < migrations.length; rank++) at = byRevision.get(at)?.after
    return rank
  }
  return new Map(migrations.map(each => [each.path, rankOf(each)]))
}

/** Numbers count as numbers: V10 comes after V2. */
const orderOf = (path: string) => path.replace(/\d+/g, digits => digits.padStart(20, '0'))

/** Within one file by line. */
function isDroppedAfter(table: Named, [own, ...later]: readonly Migration[]): boolean {
  const drops = own!.drops.filter(each => each.line > table.line)
  return [...drops, ...later.flatMap(each => each.drops)].some(each =>
    isSameTable(table.name, each.name),
  )
}
