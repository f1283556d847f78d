// Artifacts: content under its own hash, whole and unchanged or refused.

import { randomBytes } from 'node:crypto'
import { appendFileSync, readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArtifacts } from './artifacts.ts'
import { openSample, readEntries, temporaryFolder } from './fixtures/sample.ts'
import { layoutOf } from './layout.ts'

test('J-28 content is kept once under its own hash and comes back byte for byte', () => {
  const folder = temporaryFolder()
  const artifacts = openArtifacts(folder)
  const bytes = randomBytes(100_000)
  const hash = artifacts.put(bytes)
  const { ino } = statSync(join(folder, hash.slice(0, 2), hash))
  expect(artifacts.put(bytes)).toBe(hash)
  expect(statSync(join(folder, hash.slice(0, 2), hash)).ino).toBe(ino)
  expect(artifacts.read(hash).equals(bytes)).toBe(true)
  expect(artifacts.list()).toEqual([hash])
  expect(readdirSync(join(folder, hash.slice(0, 2)))).toEqual([hash])
  artifacts.remove(hash)
  expect(artifacts.has(hash)).toBe(false)
})

test('J-28 what was put again since it was last looked at is not removed', () => {
  const folder = temporaryFolder()
  const artifacts = openArtifacts(folder)
  const hash = artifacts.put('an order')
  const path = join(folder, hash.slice(0, 2), hash)
  utimesSync(path, 1_000, 1_000)
  const [before, later] = ['1970-01-02T00:00:00.000Z', '9999-01-01T00:00:00.000Z']
  artifacts.put('an order')
  expect(artifacts.removeUnlessPutSince(hash, before)).toBe(false)
  expect(artifacts.read(hash).toString()).toBe('an order')
  expect(artifacts.removeUnlessPutSince(hash, later)).toBe(true)
  expect(artifacts.removeUnlessPutSince(hash, later)).toBe(false)
  expect(artifacts.list()).toEqual([])
})

test('J-28 changed or missing content is refused by name, and putting it again repairs it', () => {
  const folder = temporaryFolder()
  const artifacts = openArtifacts(folder)
  const hash = artifacts.put('a diff')
  appendFileSync(join(folder, hash.slice(0, 2), hash), '!')
  expect(() => artifacts.read(hash)).toThrow('journal/artifact-altered')
  artifacts.put('a diff')
  expect(artifacts.read(hash).toString()).toBe('a diff')
  artifacts.remove(hash)
  expect(() => artifacts.read(hash)).toThrow('journal/artifact-missing')
})

test('J-8 a payload of 50 MB is appended and read like any other, and lies outside the database', async () => {
  const folder = temporaryFolder()
  const journal = await openSample(folder)
  const at = '2026-03-01T10:00:00.000Z'
  const note = randomBytes(25_000_000).toString('hex')
  await journal.append({ id: 'a', expectedSeq: 0, events: [{ type: 'noted', at, note }] })
  expect((await readEntries(journal))[0]!.event.note === note).toBe(true)
  await journal.close()
  expect(statSync(layoutOf(folder).decisions).size).toBeLessThan(1_000_000)
})
