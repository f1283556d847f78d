// What may be opened: this project's journal, of this program or an older one, whole. Everything else is refused and left as it is.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { appendBatch, isNew, readHead } from './append.ts'
import { Database } from './database.ts'
import { encodeBatch } from './encode.ts'
import { batchOf } from './fixtures/batches.ts'
import {
  filesOf,
  makeSample,
  openSample,
  owner,
  readEntries,
  tamper,
  temporaryFolder,
} from './fixtures/sample.ts'
import { openJournal } from './journal.ts'
import { layoutOf } from './layout.ts'
import { migrate, type Shape } from './migrate.ts'
import { openWriter } from './opening.ts'

test('J-12 a journal from a newer program is refused by the name of that program, and not touched', async () => {
  const folder = temporaryFolder()
  await makeSample(folder)
  tamper(folder, "PRAGMA user_version = 7; UPDATE meta SET program = 'fixpoint 9.1.0'")
  const files = filesOf(folder)
  await expect(openSample(folder)).rejects.toThrow(
    'journal/newer the journal was written by fixpoint 9.1.0: it has shape 7, this program knows 1 (upgrade Fixpoint on this machine)',
  )
  expect(filesOf(folder)).toEqual(files)
})

test('J-12 the database of another program is refused, and not touched', async () => {
  const folder = temporaryFolder()
  tamper(folder, 'CREATE TABLE notes (text TEXT)')
  const files = filesOf(folder)
  await expect(openSample(folder)).rejects.toThrow('journal/foreign')
  writeFileSync(layoutOf(folder).decisions, 'this is no database, but a text of some length')
  await expect(openSample(folder)).rejects.toThrow('journal/corrupt the file is not a database')
  expect([...files.keys()]).toEqual(['decisions.db'])
})

test('J-13 a migration happens wholly or not at all, and goes on from where it stopped', () => {
  const file = join(temporaryFolder(), 'any.db')
  const first = { version: 1, sql: 'CREATE TABLE one (x TEXT)' }
  const broken = { version: 2, sql: 'CREATE TABLE two (x TEXT); CREATE TABLE one (again TEXT)' }
  const repaired = { version: 2, sql: 'CREATE TABLE two (x TEXT)' }
  const shape = (second: typeof first): Shape => ({ id: 77, migrations: [first, second] })
  const database = new Database(file, { durability: 'FULL' })
  expect(() => migrate(database, shape(broken))).toThrow('table one already exists')
  expect(shapeOf(file)).toEqual({ version: 1, tables: ['one'] })
  migrate(database, shape(repaired))
  migrate(database, shape(repaired))
  expect(shapeOf(file)).toEqual({ version: 2, tables: ['one', 'two'] })
  database.close()
})

test('J-14 a journal keeps its name wherever it lies, and where a project is named another one is refused', async () => {
  const folder = temporaryFolder()
  await makeSample(folder)
  const kept = await openJournal(folder, { program: owner.program, projectIfNew: 'bank' })
  expect(kept.project).toBe('shop')
  await kept.close()
  await expect(openJournal(folder, { ...owner, project: 'bank' })).rejects.toThrow(
    'journal/project the journal belongs to shop, not to bank',
  )
})

test('J-27 what only reads makes no journal, and writes nothing into one', async () => {
  const folder = join(temporaryFolder(), 'journal')
  const reading = { program: 'fixpoint 1.0.0', isReadOnly: true }
  await expect(openJournal(folder, reading)).rejects.toThrow('journal/missing')
  await expect(openJournal(folder, { program: 'fixpoint 1.0.0' })).rejects.toThrow(
    'journal/missing',
  )
  expect(existsSync(folder)).toBe(false)
  const entries = await makeSample(folder)
  const files = filesOf(folder)
  const journal = await openJournal<{ type: string; at: string; note: string }>(folder, reading)
  expect(await readEntries(journal)).toEqual(entries)
  const { seq } = await journal.head()
  await expect(journal.append(batchOf('late', seq))).rejects.toThrow('journal/read-only')
  await journal.close()
  expect(filesOf(folder)).toEqual(files)
})

test('J-27 a database that nobody came to write into is no journal yet, and becomes one', async () => {
  const folder = temporaryFolder()
  const database = new DatabaseSync(layoutOf(folder).decisions)
  database.exec('PRAGMA journal_mode = WAL')
  database.close()
  const reading = { program: 'fixpoint 1.0.0', isReadOnly: true }
  await expect(openJournal(folder, reading)).rejects.toThrow('journal/missing')
  expect(await readEntries(await openSample(folder))).toEqual([])
})

test('J-27 a reader reads while a writer has the journal open', async () => {
  const folder = join(temporaryFolder(), 'journal')
  const writer = await openSample(folder)
  const reader = await openJournal(folder, { program: 'fixpoint 1.0.0', isReadOnly: true })
  await writer.append(batchOf('a', 0))
  expect((await reader.head()).seq).toBe((await writer.head()).seq)
  await reader.close()
  await writer.close()
})

test('J-27 a folder that cannot hold a journal is refused by name', async () => {
  const folder = temporaryFolder()
  mkdirSync(layoutOf(folder).decisions)
  await expect(openSample(folder)).rejects.toThrow('journal/unreadable')
  expect(readdirSync(folder)).toEqual(['decisions.db'])
})

test('J-29 an append that finds no space left is refused by name, leaves nothing behind, and can be made again', async () => {
  const folder = temporaryFolder()
  const writer = openWriter(folder, owner)
  const append = (note: string) => {
    const event = { type: 'noted', at: '2026-03-01T10:00:00.000Z', note }
    const batch = encodeBatch({ id: 'a', expectedSeq: 0, events: [event, event] }, writer.artifacts)
    return writer.database.transaction(() => appendBatch(writer, batch), isNew)
  }
  writer.database.script('PRAGMA max_page_count = 20')
  expect(() => append('x'.repeat(30_000))).toThrow('journal/disk-full')
  expect(readHead(writer).seq).toBe(0)
  writer.database.script('PRAGMA max_page_count = 1000')
  expect(append('x'.repeat(30_000))).toMatchObject({ kind: 'appended', last: 2 })
  writer.database.close()
})

function shapeOf(file: string) {
  const database = new DatabaseSync(file)
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  const version = database.prepare('PRAGMA user_version').get()!.user_version
  database.close()
  return { version, tables: tables.map(each => each.name) }
}
