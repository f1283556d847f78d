// The shape of the two databases, as numbered migrations. A migration that was released is never edited; a change is a new one.

export interface Migration {
  readonly version: number
  readonly sql: string
}

/** Written into the files, so that another program's database is never taken for a journal. */
export const decisionsId = 0x46585044
export const transcriptsId = 0x46585054

export const decisionMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE meta (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        project TEXT NOT NULL,
        program TEXT NOT NULL,
        fence INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE events (
        seq INTEGER PRIMARY KEY,
        type TEXT NOT NULL,
        at TEXT NOT NULL,
        batch TEXT NOT NULL,
        part INTEGER NOT NULL,
        payload TEXT,
        payload_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        erased_by INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX events_by_batch ON events (batch, part);
      CREATE TABLE effects (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        labels TEXT NOT NULL,
        rank REAL NOT NULL,
        payload TEXT NOT NULL,
        fence INTEGER NOT NULL DEFAULT 0,
        holder TEXT,
        expires_ms INTEGER
      ) STRICT;
      CREATE INDEX effects_by_rank ON effects (rank, id);
      CREATE TABLE snapshots (
        seq INTEGER PRIMARY KEY,
        kernel TEXT NOT NULL,
        hash TEXT NOT NULL,
        state TEXT NOT NULL,
        state_hash TEXT NOT NULL
      ) STRICT;`,
  },
]

export const transcriptMigrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE chunks (
        attempt TEXT NOT NULL,
        part INTEGER NOT NULL,
        at TEXT NOT NULL,
        channel TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (attempt, part)
      ) STRICT;`,
  },
  {
    version: 2,
    sql: `
      CREATE TABLE removals (
        attempt TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        why TEXT NOT NULL
      ) STRICT;`,
  },
  {
    version: 3,
    sql: `
      CREATE TABLE absences (
        what TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        why TEXT NOT NULL
      ) STRICT;`,
  },
]
