// Backup, recovery and erasure: what is kept, what is given up, and what is really gone.

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArtifacts } from './artifacts.ts'
import { batchOf, eventsOf, type Noted } from './fixtures/batches.ts'
import {
  filesOf,
  makeSample,
  openSample,
  owner,
  readEntries,
  tamper,
  temporaryFolder,
} from './fixtures/sample.ts'
import { layoutOf } from './layout.ts'
import type { Journal } from './model.ts'
import { recoverJournal } from './recover.ts'
import { openTranscripts } from './transcripts.ts'

const times = { now: '2026-03-01T10:00:00.000Z', expiresAt: '2026-03-01T11:00:00.000Z' }

test('J-24 a backup of a live journal is a whole journal: entries, effects, transcripts, artifacts', async () => {
  const { folder, target } = await sample()
  const journal = await openSample(folder)
  const hash = openArtifacts(layoutOf(folder).artifacts).put('a diff')
  await journal.backup(target, asked)
  await journal.append(batchOf('after the backup', (await journal.head()).seq))
  const copy = await openSample(target)
  const entries = await readEntries(journal)
  expect(await readEntries(copy)).toEqual(entries.filter(each => each.batch !== 'after the backup'))
  expect(await copy.effects()).toEqual((await journal.effects()).filter(isBeforeBackup))
  expect((await copy.verify()).problems).toEqual([])
  expect(openArtifacts(layoutOf(target).artifacts).read(hash).toString()).toBe('a diff')
  expect(await spoken(target)).toEqual(['hello'])
  await copy.close()
  await expect(journal.backup(target, asked)).rejects.toThrow('journal/exists')
  await journal.close()
})

test('J-24 a backup that cannot be made whole is not there at all', async () => {
  const { folder, target } = await sample()
  const artifacts = openArtifacts(layoutOf(folder).artifacts)
  const hash = artifacts.list()[0]!
  writeFileSync(join(layoutOf(folder).artifacts, hash.slice(0, 2), hash), 'changed')
  const journal = await openSample(folder)
  await expect(journal.backup(target, asked)).rejects.toThrow('journal/artifact-altered')
  expect(
    filesOf(join(target, '..'))
      .keys()
      .some(each => each.startsWith('saved/')),
  ).toBe(false)
  await journal.close()
})

test('J-19 a restored backup gives out no fencing token that was given out after it was made', async () => {
  const { folder, target } = await sample()
  const journal = await openSample(folder)
  await journal.backup(target, asked)
  const lost = await fenceOf(journal)
  const restored = await openSample(target)
  expect(await fenceOf(restored)).toBeGreaterThan(lost)
  await journal.close()
  await restored.close()
})

test('J-11 the readable entries of a damaged journal go into a new one on request; the damaged one stays as it is', async () => {
  const { folder, target, entries } = await sample()
  tamper(folder, "UPDATE events SET payload = 'x' WHERE seq = 120; UPDATE meta SET fence = 41")
  const files = filesOf(folder)
  const recovered = recoverJournal(folder, target, owner)
  expect(filesOf(folder)).toEqual(files)
  expect([recovered.project, recovered.seq]).toEqual(['shop', 119])
  expect(recovered.problems.map(each => each.code)).toEqual([
    'journal/altered',
    'journal/truncated',
  ])
  expect(recovered.problems.map(each => each.at?.file)).toEqual([
    layoutOf(folder).decisions,
    layoutOf(folder).decisions,
  ])
  expect(recovered.problems[1]!.message).toBe(
    `entries 120 to ${entries.at(-1)!.seq} were written and are lost`,
  )
  const journal = await openSample(target)
  expect(await readEntries(journal)).toEqual(entries.slice(0, 119))
  expect(await journal.verify()).toEqual({ intactSeq: 119, problems: [] })
  expect(await spoken(target)).toEqual(['hello'])
  await journal.append(batchOf('b1000', 119))
  expect(await fenceOf(journal)).toBeGreaterThan(41)
  await journal.close()
})

test('J-11 entries that only lie in the write-ahead log are recovered too', async () => {
  const { folder, target, entries } = await sample()
  const journal = await openSample(folder)
  const last = entries.at(-1)!.seq
  await journal.append(batchOf('in the log', last))
  expect(recoverJournal(folder, target, owner)).toMatchObject({
    seq: last + eventsOf('in the log').length,
    problems: [],
  })
  await journal.close()
})

test('J-11 a lost database, or one without a readable entry, is refused and nothing is made', async () => {
  const { folder, target } = await sample()
  tamper(folder, "UPDATE events SET hash = 'x' WHERE seq = 1")
  expect(() => recoverJournal(folder, target, owner)).toThrow('no entry before it')
  rmSync(layoutOf(folder).decisions)
  expect(() => recoverJournal(folder, target, owner)).toThrow('journal/lost')
  expect(
    filesOf(join(target, '..'))
      .keys()
      .some(each => each.startsWith('saved')),
  ).toBe(false)
})

test('J-11 where the damage hides the project it must be named', async () => {
  const { folder, target } = await sample()
  tamper(folder, 'DELETE FROM meta')
  const { program } = owner
  expect(() => recoverJournal(folder, target, { program })).toThrow('journal/project')
  expect(recoverJournal(folder, target, owner).project).toBe('shop')
})

test('J-11 J-15 an erasure whose record was lost is recorded again', async () => {
  const { folder, target } = await sample()
  const journal = await openSample(folder)
  await journal.erase({ ...erasure, seq: 5 })
  const last = (await journal.head()).seq
  await journal.close()
  tamper(folder, `UPDATE events SET hash = 'x' WHERE seq = ${last - 1}`)
  const { seq } = recoverJournal(folder, target, owner)
  const saved = await openSample(target)
  expect(seq).toBe(last - 1)
  expect(await saved.verify()).toEqual({ intactSeq: seq, problems: [] })
  const record = (await readEntries(saved)).at(-1)!.event
  expect(record).toMatchObject({ type: 'journal.erased', seq: 5, author: 'recover' })
  await saved.close()
})

test('J-15 no file of the journal holds an erased payload any longer, small or large', async () => {
  const folder = temporaryFolder()
  const journal = await openSample(folder)
  const small = { ...eventsOf('a')[0]!, note: 'the password is hunter2, do not tell' }
  const large = { ...small, note: 'hunter2 '.repeat(20_000) }
  await journal.append({ id: 'a', expectedSeq: 0, events: [small, large, eventsOf('b')[0]!] })
  await journal.saveSnapshot({ seq: 3, kernel: '1', state: { heard: 'hunter2' } })
  expect(holding(folder, 'hunter2').length).toBeGreaterThan(1)
  for (const seq of [1, 2]) await journal.erase({ ...erasure, seq })
  expect(holding(folder, 'hunter2')).toEqual([])
  await journal.close()
  expect(holding(folder, 'hunter2')).toEqual([])
})

test('J-15 other entries with the very same payload are named, and its artifact goes with the last of them', async () => {
  const folder = temporaryFolder()
  const journal = await openSample(folder)
  const large: Noted = { ...eventsOf('a')[0]!, note: 'hunter2 '.repeat(20_000) }
  await journal.append({ id: 'a', expectedSeq: 0, events: [large, large] })
  expect(await journal.erase({ ...erasure, seq: 1 })).toEqual({ seq: 3, alsoAt: [2] })
  expect((await readEntries(journal))[1]!.event).toEqual(large)
  expect(await journal.erase({ ...erasure, seq: 2 })).toEqual({ seq: 4, alsoAt: [] })
  expect(holding(folder, 'hunter2')).toEqual([])
  await journal.close()
})

test('J-15 an erasure that was cut short is found by verifying, and finished by erasing again', async () => {
  const folder = temporaryFolder()
  const journal = await openSample(folder)
  const large: Noted = { ...eventsOf('a')[0]!, note: 'hunter2 '.repeat(20_000) }
  await journal.append({ id: 'a', expectedSeq: 0, events: [large] })
  const artifacts = openArtifacts(layoutOf(folder).artifacts)
  const content = artifacts.read(artifacts.list()[0]!)
  await journal.erase({ ...erasure, seq: 1 })
  artifacts.put(content)
  expect((await journal.verify()).problems.map(each => each.message)).toEqual([
    'the erased payload of entry 1 still lies on disk',
  ])
  await journal.erase({ ...erasure, seq: 1 })
  expect(await journal.verify()).toEqual({ intactSeq: 3, problems: [] })
  await journal.close()
})

const asked = { program: 'test 1', at: times.now, withTranscripts: true }

const erasure = { author: 'ada', reason: 'leaked', at: times.now }

async function sample() {
  const root = temporaryFolder()
  const folder = join(root, 'journal')
  return { folder, target: join(root, 'saved'), entries: await makeSample(folder) }
}

function isBeforeBackup(effect: { readonly id: string }): boolean {
  return effect.id !== 'effect of after the backup'
}

async function fenceOf(journal: Journal<Noted>): Promise<number> {
  const result = await journal.claim({ holder: 'runner', kinds: ['work'], labels: [], ...times })
  return result.kind === 'claimed' ? result.lease.fence : Number.NaN
}

async function spoken(folder: string): Promise<readonly string[]> {
  const transcripts = openTranscripts(folder)
  const texts: string[] = []
  for await (const page of transcripts.read('T01/1')) texts.push(...page.map(each => each.text))
  await transcripts.close()
  return texts
}

function holding(folder: string, secret: string): readonly string[] {
  return [...filesOf(folder)].filter(([, bytes]) => bytes.includes(secret)).map(([path]) => path)
}
