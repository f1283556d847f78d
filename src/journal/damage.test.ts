// A damaged journal is never read as something else: it is whole, or it is refused by name.

import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { DiagnosticError } from '../base/diagnostic.ts'
import type { Noted } from './fixtures/batches.ts'
import { makeSample, openSample, readEntries, tamper, temporaryFolder } from './fixtures/sample.ts'
import { layoutOf } from './layout.ts'
import type { Entry } from './model.ts'

type Outcome = 'whole' | string

test('J-9 wherever a byte of the database is changed, the entries are whole or the journal is refused by name', async () => {
  const { folder, entries } = await sample()
  const intact = readFileSync(layoutOf(folder).decisions)
  const outcomes: Outcome[] = []
  for (const position of [...spread(4096, 60), ...spread(intact.length, 60)])
    outcomes.push(await outcomeOf(folder, entries, file => flipByte(file, position)))
  expect(outcomes.filter(each => each !== 'whole' && !each.startsWith('journal/'))).toEqual([])
  expect(outcomes.filter(each => each !== 'whole').length).toBeGreaterThan(25)
})

test('J-9 J-10 wherever the database is cut off, the journal is refused by name', async () => {
  const { folder, entries } = await sample()
  const { length } = readFileSync(layoutOf(folder).decisions)
  for (const size of [0, 1, 100, 4096, ...spread(length, 40)])
    expect(await outcomeOf(folder, entries, file => truncateSync(file, size))).toMatch(/^journal\//)
})

test('J-9 J-10 wherever the write-ahead log is cut off or changed, the entries are whole or the journal is refused by name', async () => {
  const { folder, entries } = await sample()
  const journal = await openSample(folder)
  const event = { type: 'noted', at: entries[0]!.event.at, note: 'in the log' }
  for (let seq = entries.length; seq < entries.length + 50; seq++)
    await journal.append({ id: `log ${seq}`, expectedSeq: seq, events: [event] })
  const all = await readEntries(journal)
  const { length } = readFileSync(`${layoutOf(folder).decisions}-wal`)
  for (const position of spread(length, 60)) {
    const cut = (file: string) => truncateSync(`${file}-wal`, position)
    const flip = (file: string) => flipByte(`${file}-wal`, position)
    for (const damage of [cut, flip])
      expect(await outcomeOf(folder, all, damage)).toMatch(/^(whole|journal\/[a-z-]+)$/)
  }
  expect(await outcomeOf(folder, all, file => rmSync(`${file}-wal`))).toBe('journal/truncated')
  await journal.close()
})

test('J-9 the first entry that does not verify is named, with what is still readable', async () => {
  const refusals = [
    [
      "UPDATE events SET payload = replace(payload, 'b', 'x') WHERE seq = 57",
      57,
      'journal/altered',
    ],
    ["UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE seq = 57", 57, 'journal/chain'],
    ["UPDATE events SET batch = 'other' WHERE seq = 57", 57, 'journal/chain'],
    ['DELETE FROM events WHERE seq BETWEEN 57 AND 60', 57, 'journal/gap'],
    ['UPDATE events SET erased_by = 90, payload = NULL WHERE seq = 57', 57, 'journal/altered'],
    ['UPDATE events SET seq = -seq WHERE seq = 57', 57, 'journal/gap'],
  ] as const
  for (const [sql, seq, code] of refusals) {
    const { folder } = await sample()
    tamper(folder, sql)
    const journal = await openSample(folder)
    const { intactSeq, problems } = await journal.verify()
    expect([intactSeq, problems[0]!.code]).toEqual([seq - 1, code])
    expect(problems[0]!.message).toMatch(/entry 57 .*; entries 1 to 56 are readable$/)
    await expect(readEntries(journal)).rejects.toThrow(problems[0]!.message)
    await journal.close()
  }
})

test('J-9 reading that starts right behind a removed entry is refused too', async () => {
  const { folder } = await sample()
  tamper(folder, 'DELETE FROM events WHERE seq = 57')
  const journal = await openSample(folder)
  await expect(journal.read(58)[Symbol.asyncIterator]().next()).rejects.toThrow(
    'entry 57 is missing',
  )
  await journal.close()
})

test('J-9 J-15 what was put in the place of an erased payload cannot be changed, nor an erasure borrowed', async () => {
  const changes = [
    `UPDATE events SET payload = replace(payload, 'noted', 'x') WHERE seq = 57`,
    `UPDATE events SET erased_by = (SELECT erased_by FROM events WHERE seq = 58) WHERE seq = 57`,
  ]
  for (const sql of changes) {
    const { folder, entries } = await sample()
    const journal = await openSample(folder)
    const at = entries[0]!.event.at
    for (const seq of [57, 58]) await journal.erase({ seq, author: 'ada', reason: 'leaked', at })
    tamper(folder, sql)
    const { intactSeq, problems } = await journal.verify()
    expect([intactSeq, problems[0]!.code]).toEqual([56, 'journal/altered'])
    await journal.close()
  }
})

test('J-10 a journal whose last entries were removed, or that was written anew, is refused when it is opened', async () => {
  const { folder, entries } = await sample()
  const last = entries.at(-1)!.seq
  tamper(folder, `DELETE FROM events WHERE seq > ${last - 3}`)
  await expect(openSample(folder)).rejects.toThrow(
    `journal/truncated the journal ends at entry ${last - 3}, and entry ${last} was already written`,
  )
  const other = await sample()
  tamper(other.folder, `UPDATE events SET hash = '${'0'.repeat(64)}' WHERE seq = ${last}`)
  await expect(openSample(other.folder)).rejects.toThrow(
    `journal/rewritten entry ${last} is not the one that was written`,
  )
  rmSync(layoutOf(folder).decisions)
  await expect(openSample(folder)).rejects.toThrow('journal/lost')
})

test('J-10 a damaged record of the last entry is refused by name', async () => {
  const { folder } = await sample()
  writeFileSync(layoutOf(folder).head, 'nonsense')
  await expect(openSample(folder)).rejects.toThrow('journal/head')
})

test('J-8 a lost or changed artifact is named by the entry that needs it', async () => {
  const { folder, entries } = await sample()
  const large = entries.find(each => each.event.note.length > 70_000)!
  const { artifacts } = layoutOf(folder)
  const hash = artifactOf(folder, large.seq)
  writeFileSync(join(artifacts, hash.slice(0, 2), hash), 'something else')
  const journal = await openSample(folder)
  const changed = (await journal.verify()).problems
  expect(changed.map(each => each.code)).toEqual(['journal/artifact-altered'])
  expect(changed[0]!.message).toMatch(new RegExp(`^entry ${large.seq}: `))
  rmSync(join(artifacts, hash.slice(0, 2), hash))
  expect((await journal.verify()).problems[0]!.code).toBe('journal/artifact-missing')
  await journal.close()
})

test('J-23 a damaged snapshot is named, and an older one is used instead', async () => {
  const { folder, entries } = await sample()
  const seq = entries.at(-1)!.seq
  const journal = await openSample(folder)
  await journal.saveSnapshot({ seq, kernel: '1', state: { at: seq } })
  tamper(folder, `UPDATE snapshots SET state = '{"at":0}' WHERE seq = ${seq}`)
  const { snapshot, problems } = await journal.loadSnapshot('1')
  expect(snapshot).toEqual({ seq: 200, kernel: '1', state: { at: 200 } })
  expect(problems.map(each => [each.code, each.message])).toEqual([
    ['journal/snapshot-altered', `the snapshot after entry ${seq} does not verify`],
  ])
  tamper(folder, `UPDATE snapshots SET hash = '${'0'.repeat(64)}' WHERE seq = 200`)
  expect((await journal.loadSnapshot('1')).snapshot).toBeUndefined()
  await journal.close()
})

async function sample() {
  const folder = join(temporaryFolder(), 'journal')
  return { folder, entries: await makeSample(folder) }
}

/** What opening and reading a damaged copy comes to. Anything but entries or a diagnostic is a failure of the test. */
async function outcomeOf(
  folder: string,
  entries: readonly Entry<Noted>[],
  damage: (file: string) => void,
): Promise<Outcome> {
  const copy = join(temporaryFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  rmSync(`${layoutOf(copy).decisions}-shm`, { force: true })
  damage(layoutOf(copy).decisions)
  try {
    const read = await readAndClose(copy)
    return isDeepStrictEqual(read, entries) ? 'whole' : 'something else'
  } catch (failure) {
    if (failure instanceof DiagnosticError) return failure.diagnostics[0]!.code
    throw failure
  }
}

async function readAndClose(folder: string): Promise<readonly Entry<Noted>[]> {
  const journal = await openSample(folder)
  try {
    return await readEntries(journal)
  } finally {
    await journal.close()
  }
}

function spread(length: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(((index + 0.37) * length) / count))
}

function flipByte(file: string, position: number): void {
  const bytes = readFileSync(file)
  bytes[position]! ^= 0x55
  writeFileSync(file, bytes)
}

function artifactOf(folder: string, seq: number): string {
  const database = new DatabaseSync(layoutOf(folder).decisions, { readOnly: true })
  const row = database.prepare('SELECT payload_hash FROM events WHERE seq = ?').get(seq)
  database.close()
  return String(row!.payload_hash)
}
