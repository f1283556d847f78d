// State as it was after an entry, so that opening a long journal folds only its end. A snapshot is a convenience:
// losing one costs time and nothing else, and one that does not verify is named and passed over.

import { type Diagnostic, error, refuse } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import type { Database } from './database.ts'
import type { Snapshot } from './model.ts'

/** One to use, and one in case that it is damaged. */
const snapshotsKept = 2

interface SnapshotRow {
  readonly seq: number
  readonly state: string
  readonly state_hash: string
  readonly hash: string
  readonly entry_hash: string | null
}

export function saveSnapshot(database: Database, snapshot: Snapshot): void {
  const text = JSON.stringify(snapshot.state)
  const { seq, kernel } = snapshot
  database.relaxed(() =>
    database.transaction(() => {
      if (database.run('saveSnapshot', kernel, text, sha256(text), seq) === 0)
        refuse(
          'journal/snapshot',
          `a snapshot after entry ${seq} cannot be kept: it is not there`,
          {
            at: { file: database.file },
            fix: 'take snapshots only of entries that were appended',
          },
        )
      database.run('dropOldSnapshots', snapshotsKept)
    }),
  )
}

export function loadSnapshot(
  database: Database,
  kernel: string,
): { readonly snapshot?: Snapshot; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = []
  for (const row of database.each<SnapshotRow>('snapshotsOf', kernel)) {
    if (sha256(row.state) === row.state_hash && row.hash === row.entry_hash)
      return { snapshot: { seq: row.seq, kernel, state: JSON.parse(row.state) }, problems }
    problems.push(
      error('journal/snapshot-altered', `the snapshot after entry ${row.seq} does not verify`, {
        at: { file: database.file },
        fix: 'the state is folded from the entries instead; verify the journal',
      }),
    )
  }
  return { problems }
}
