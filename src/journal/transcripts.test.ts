// Transcripts: in order, per attempt, apart from the decisions.

import { existsSync, renameSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { filesOf, openSample, temporaryFolder } from './fixtures/sample.ts'
import { layoutOf } from './layout.ts'
import { type Chunk, openTranscripts, type Transcripts } from './transcripts.ts'

const asked = { program: 'test 1', at: '2026-03-01T10:00:00.000Z', withTranscripts: true }

test('J-26 a transcript comes back in order and apart from all others, also when two processes write', async () => {
  const folder = temporaryFolder()
  const [here, there] = [open(folder), open(folder)]
  for (let turn = 1; turn <= 40; turn++) {
    expect(await here.append('T01/1', [said(`a${turn}`), said(`b${turn}`)])).toBe(turn * 2)
    await there.append('T02/1', [said(`c${turn}`)])
  }
  const turns = Array.from({ length: 40 }, (_, index) => index + 1)
  expect(await textsOf(here, 'T02/1')).toEqual(turns.map(turn => `c${turn}`))
  expect(await textsOf(there, 'T01/1', 79)).toEqual(['a40', 'b40'])
  expect(await here.append('T03/1', [])).toBe(0)
  expect(await here.list()).toEqual([
    { attempt: 'T01/1', chunks: 80, lastAt: at, bytes: expect.any(Number) },
    { attempt: 'T02/1', chunks: 40, lastAt: at, bytes: expect.any(Number) },
  ])
})

test('J-26 a long transcript is read in pages of bounded size, and may grow meanwhile', async () => {
  const transcripts = open(temporaryFolder())
  const chunks = Array.from({ length: 700 }, (_, index) => said(`${index} ${'x'.repeat(20_000)}`))
  await transcripts.append('T01/1', chunks)
  const sizes: number[] = []
  for await (const page of transcripts.read('T01/1')) {
    sizes.push(page.length)
    if (sizes.length === 1) await transcripts.append('T01/1', [said('one more')])
  }
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(701)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(201)
})

test('J-26 transcripts leave the decisions alone, and a removed one is gone from every file', async () => {
  const folder = temporaryFolder()
  const transcripts = open(folder)
  expect(existsSync(layoutOf(folder).decisions)).toBe(false)
  await transcripts.append('T01/1', [said('hunter2 was printed')])
  await transcripts.append('T02/1', [said('harmless')])
  await transcripts.remove('T01/1', { at, why: 'nobody reads it' })
  expect(await textsOf(transcripts, 'T01/1')).toEqual([])
  expect(await transcripts.removal('T01/1')).toEqual({ at, why: 'nobody reads it' })
  expect(await transcripts.removal('T02/1')).toBeUndefined()
  expect(await textsOf(transcripts, 'T02/1')).toEqual(['harmless'])
  expect([...filesOf(folder).values()].some(bytes => bytes.includes('hunter2'))).toBe(false)
})

test('J-12 a journal is not taken for transcripts', async () => {
  const folder = temporaryFolder()
  const journal = await openSample(folder)
  await journal.backup(`${folder}/copy`, asked)
  await journal.close()
  const { decisions } = layoutOf(`${folder}/copy`)
  renameSync(decisions, layoutOf(folder).transcripts)
  expect(() => openTranscripts(folder)).toThrow('journal/foreign')
})

const at = '2026-03-01T10:00:00.000Z'

function said(text: string): Chunk {
  return { at, channel: 'stdout', text }
}

function open(folder: string): Transcripts {
  const transcripts = openTranscripts(folder)
  onTestFinished(() => transcripts.close())
  return transcripts
}

async function textsOf(transcripts: Transcripts, attempt: string, part?: number) {
  const texts: string[] = []
  for await (const page of transcripts.read(attempt, part))
    texts.push(...page.map(each => each.text))
  return texts
}
