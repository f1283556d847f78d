// Every SQL statement of the SQLite store, by name. Nothing else in the store contains SQL but the migrations and the pragmas of its connection.

export const statements = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollBack: 'ROLLBACK',

  readMeta: 'SELECT project, program, fence FROM meta',
  readProgram: 'SELECT program FROM meta',
  writeMeta: 'INSERT INTO meta (only, project, program, fence) VALUES (1, ?, ?, 0)',
  writeProgram: 'UPDATE meta SET program = ?',
  nextFence: 'UPDATE meta SET fence = fence + 1 RETURNING fence',
  leapFence: 'UPDATE meta SET fence = max(fence, ?) + ?',

  head: 'SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1',
  hashAt: 'SELECT hash FROM events WHERE seq = ?',
  entriesFrom: `SELECT seq, type, at, batch, part, payload, payload_hash, hash, erased_by
    FROM events WHERE seq >= ? AND seq <= ? ORDER BY seq`,
  entryAt: `SELECT seq, type, at, batch, part, payload, payload_hash, hash, erased_by
    FROM events WHERE seq = ?`,
  insertEntry: `INSERT INTO events (seq, type, at, batch, part, payload, payload_hash, hash, erased_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (batch, part) DO NOTHING`,
  batchRange: 'SELECT min(seq) AS first, max(seq) AS last FROM events WHERE batch = ?',
  erasePayload: 'UPDATE events SET payload = ?, erased_by = ? WHERE seq = ?',
  samePayload: `SELECT seq FROM events
    WHERE payload_hash = ? AND erased_by IS NULL ORDER BY seq`,
  erasedAfter: 'SELECT seq, at, payload FROM events WHERE erased_by > ? ORDER BY seq',
  erasedHashes: 'SELECT seq, payload_hash FROM events WHERE erased_by IS NOT NULL ORDER BY seq',

  upsertEffect: `INSERT INTO effects (id, kind, labels, rank, payload) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      kind = excluded.kind, labels = excluded.labels, rank = excluded.rank, payload = excluded.payload`,
  removeEffect: 'DELETE FROM effects WHERE id = ?',
  removeOtherEffects: 'DELETE FROM effects WHERE id NOT IN (SELECT value FROM json_each(?))',
  releaseEffect: 'UPDATE effects SET holder = NULL, expires_ms = NULL WHERE id = ?',
  allEffects: `SELECT id, kind, labels, rank, payload, fence, holder, expires_ms
    FROM effects ORDER BY rank, id`,
  claimable: `SELECT id, kind, labels, rank, payload, fence, holder, expires_ms FROM effects
    WHERE (holder IS NULL OR expires_ms <= ?)
      AND kind IN (SELECT value FROM json_each(?))
      AND NOT EXISTS (
        SELECT 1 FROM json_each(effects.labels) AS needed
        WHERE needed.value NOT IN (SELECT value FROM json_each(?)))
    ORDER BY rank, id LIMIT 1`,
  claimEffect: 'UPDATE effects SET holder = ?, expires_ms = ?, fence = ? WHERE id = ?',
  isHeld: 'SELECT 1 FROM effects WHERE id = ? AND fence = ? AND holder IS NOT NULL',
  heartbeat: 'UPDATE effects SET expires_ms = ? WHERE id = ? AND fence = ? AND holder IS NOT NULL',

  saveSnapshot: `INSERT OR REPLACE INTO snapshots (seq, kernel, hash, state, state_hash)
    SELECT seq, ?, hash, ?, ? FROM events WHERE seq = ?`,
  dropOldSnapshots: `DELETE FROM snapshots
    WHERE seq NOT IN (SELECT seq FROM snapshots ORDER BY seq DESC LIMIT ?)`,
  dropSnapshots: 'DELETE FROM snapshots',
  snapshotsOf: `SELECT snapshots.seq, state, state_hash, snapshots.hash, events.hash AS entry_hash
    FROM snapshots LEFT JOIN events ON events.seq = snapshots.seq
    WHERE kernel = ? ORDER BY snapshots.seq DESC`,

  dataVersion: 'PRAGMA data_version',
  schemaVersion: 'PRAGMA user_version',
  applicationId: 'PRAGMA application_id',
  tableCount: 'SELECT count(*) AS count FROM sqlite_schema',
  integrity: 'PRAGMA integrity_check(5)',
  truncateLog: 'PRAGMA wal_checkpoint(TRUNCATE)',
  vacuumInto: 'VACUUM INTO ?',

  insertChunk: `INSERT INTO chunks (attempt, part, at, channel, text)
    SELECT ?, coalesce(max(part), 0) + 1, ?, ?, ? FROM chunks WHERE attempt = ?
    RETURNING part`,
  chunksFrom: `SELECT part, at, channel, text FROM chunks
    WHERE attempt = ? AND part >= ? ORDER BY part`,
  transcriptAttempts: `SELECT attempt, count(*) AS chunks, max(at) AS lastAt,
      coalesce(sum(length(CAST(text AS BLOB))), 0) AS bytes
    FROM chunks GROUP BY attempt ORDER BY attempt`,
  removeTranscript: 'DELETE FROM chunks WHERE attempt = ?',
  recordRemoval: 'INSERT OR REPLACE INTO removals (attempt, at, why) VALUES (?, ?, ?)',
  removalOf: 'SELECT at, why FROM removals WHERE attempt = ?',
  recordAbsence: 'INSERT OR REPLACE INTO absences (what, at, why) VALUES (?, ?, ?)',
  absenceOf: 'SELECT at, why FROM absences WHERE what = ?',
} as const

export type StatementName = keyof typeof statements
