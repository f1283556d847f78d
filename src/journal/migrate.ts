// Brings a database to the shape this program knows, each step in a transaction of its own with its number.
// A file from a newer program, or from another program altogether, is refused before anything is written.

import { DiagnosticError, refuse } from '../base/diagnostic.ts'
import type { Database } from './database.ts'
import type { Migration } from './migrations.ts'
import { wayBack } from './way-back.ts'

export interface Shape {
  /** SQLite's application id. */
  readonly id: number
  readonly migrations: readonly Migration[]
}

/** An entry is some hundred bytes in two pages, its own and one of the index; small pages make its commit cheaper. */
const pageBytes = 2_048

/** The log grows to SQLite's usual 4 MB twice, because each entry writes two pages of it. */
const logPages = 4_000

export function migrate(database: Database, shape: Shape): void {
  const target = latest(shape)
  refuseForeign(database, shape)
  database.script(`PRAGMA page_size = ${pageBytes}; PRAGMA journal_mode = WAL`)
  database.script(`PRAGMA wal_autocheckpoint = ${logPages}`)
  if (versionOf(database) >= target) return
  for (const step of shape.migrations) database.transaction(() => apply(database, shape, step))
}

/** Refuses what this program cannot read; for readers that must not write. */
export function requireCurrent(database: Database, shape: Shape): void {
  refuseForeign(database, shape)
  const version = versionOf(database)
  // Whoever was about to make it was stopped before its first word, by a full disk perhaps.
  if (version === 0)
    refuse('journal/missing', 'there is no journal yet', {
      at: { file: database.file },
      fix: 'it is made by the first run in this project',
    })
  if (version < latest(shape))
    refuse('journal/older', `the journal has the older shape ${version} and must be converted`, {
      at: { file: database.file },
      fix: 'run any command that writes to this project once, for example `fixpoint run`',
    })
}

/** Another process may have done it between the look and the lock. */
function apply(database: Database, shape: Shape, step: Migration): void {
  if (versionOf(database) >= step.version) return
  database.script(step.sql)
  database.script(`PRAGMA application_id = ${shape.id}; PRAGMA user_version = ${step.version}`)
}

function refuseForeign(database: Database, shape: Shape): void {
  const version = versionOf(database)
  const id = Number(database.first('applicationId')?.application_id)
  const isEmpty = version === 0 && id === 0 && database.first('tableCount')?.count === 0
  if (!isEmpty && id !== shape.id)
    refuse('journal/foreign', 'the file is a database of another program', {
      at: { file: database.file },
      fix: 'name the folder of a journal',
    })
  if (version <= 0 && !isEmpty)
    refuse('journal/corrupt', 'the number of its shape is damaged', {
      at: { file: database.file },
      fix: wayBack,
    })
  refuseNewer(database, shape)
}

export function refuseNewer(database: Database, shape: Shape): void {
  const version = versionOf(database)
  if (version <= latest(shape)) return
  const message = `${writtenBy(database)}: it has shape ${version}, this program knows ${latest(shape)}`
  refuse('journal/newer', `the journal was written by ${message}`, {
    at: { file: database.file },
    fix: 'upgrade Fixpoint on this machine',
  })
}

/** Every shape so far keeps the program's name in the same place; a later one may not. */
function writtenBy(database: Database): string {
  try {
    return String(database.first('readProgram')?.program ?? 'a newer Fixpoint')
  } catch (failure) {
    if (failure instanceof DiagnosticError) return 'a newer Fixpoint'
    throw failure
  }
}

function versionOf(database: Database): number {
  return Number(database.first('schemaVersion')?.user_version)
}

function latest(shape: Shape): number {
  return shape.migrations.at(-1)!.version
}
