// What a person can do about a journal that cannot be read as it is. A journal without its database is told from one that never was by the
// file that remembers the last entry; SQLite would make an empty one anew, and throw away a log that lies beside it.

import { existsSync, statSync } from 'node:fs'
import { refuse } from '../base/diagnostic.ts'
import { readHeadFile } from './head-file.ts'
import type { Layout } from './layout.ts'

export const wayBack =
  'save what can be read: fixpoint recover; or put a backup back: fixpoint restore DIR --force'

/** Where nothing is left that recover could read. */
export const onlyBackup = (folder: string): string =>
  `put a backup back: fixpoint restore DIR --force; without one, begin anew: remove ${folder}`

/** An empty file holds no journal: it is being made, or somebody emptied it. */
export const hasDatabase = ({ decisions }: Layout): boolean =>
  (statSync(decisions, { throwIfNoEntry: false })?.size ?? 0) > 0

export function refuseLost(layout: Layout): void {
  const seen = hasDatabase(layout) ? undefined : readHeadFile(layout.head)
  if (seen === undefined) return
  const what = existsSync(layout.decisions) ? 'is empty' : 'is gone'
  const had = seen === 'damaged' ? 'it had entries' : `entry ${seen.seq} was already written`
  refuse('journal/lost', `the database of the journal ${what}, and ${had}`, {
    at: { file: layout.decisions },
    fix: onlyBackup(layout.folder),
  })
}
